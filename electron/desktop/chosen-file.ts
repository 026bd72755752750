import { open } from 'node:fs/promises';
import { fail } from '../../shared/failure.ts';
import { requireByteCount } from '../../shared/attachments/intake.ts';

/** How many bytes a chosen file has; `not_found` where it is gone or no ordinary file. */
export async function byteCountOf(path: string): Promise<number> {
  return withFile(path, (_read, size) => Promise.resolve(size));
}

/**
 * The bytes of a file that the person chose; never more than may be attached (`invalid`), `not_found` where it is
 * gone, no ordinary file, or not to be read.
 */
export function readChosenFile(path: string): Promise<Buffer> {
  return readInto(path, (size) => Buffer.alloc(size));
}

/** `readChosenFile` into memory that a thread can look at without a copy being made. */
export function readChosenFileShared(path: string): Promise<Buffer<SharedArrayBuffer>> {
  return readInto(path, (size) => Buffer.from(new SharedArrayBuffer(size)));
}

function readInto<B extends Buffer>(path: string, memoryFor: (size: number) => B): Promise<B> {
  return withFile(path, async (read, size) => {
    requireByteCount(size);
    const bytes = memoryFor(size);
    let length = 0;
    for (let got = -1; got !== 0 && length < size; length += got) got = await read(bytes, length);
    // A file that somebody is just writing would be attached as half of it.
    if (length < size) fail('not_found', 'Tệp đã chọn đang bị thay đổi. Hãy đợi rồi chọn lại.');
    return bytes;
  });
}

async function withFile<T>(
  path: string,
  use: (read: (into: Buffer, at: number) => Promise<number>, size: number) => Promise<T>,
): Promise<T> {
  const gone = () =>
    fail('not_found', 'Không đọc được tệp đã chọn: tệp bị xóa, bị khóa hoặc thẻ đã rút ra. Hãy chọn lại.');
  const file = await open(path, 'r').catch(gone);
  try {
    const found = await file.stat();
    if (!found.isFile()) gone();
    const read = async (into: Buffer, at: number) =>
      (await file.read(into, at, into.length - at, at)).bytesRead;
    return await use(read, found.size);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return gone();
    throw error;
  } finally {
    await file.close();
  }
}
