import { mkdirSync, statSync, existsSync } from 'node:fs';
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { FailureError, type FailureCode } from '../../../shared/failure.ts';
import { renamePatiently, syncFolder } from '../database/atomic-file.ts';
import { DamagedFile, seal, sealedSize, unseal } from './file-cipher.ts';
import type { Secrets } from './secrets.ts';

/** Where a file of that name lies below a folder of attachments. */
export function fileOf(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name);
}

/** The folder of attachments beside a database file. */
export function attachmentsBeside(databaseFile: string): string {
  return join(dirname(databaseFile), 'attachments');
}

/** Whether the file is there and as long as so many plain bytes make it; what the disk does not give is not there. */
export function isThere(folder: string, name: string, plainBytes: number): boolean {
  try {
    const found = statSync(fileOf(folder, name), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === sealedSize(plainBytes);
  } catch {
    return false;
  }
}

const causes: Readonly<Record<string, readonly [FailureCode, string]>> = {
  ENOSPC: ['disk_full', 'Ổ đĩa đã đầy, chưa lưu được tệp đính kèm. Hãy xóa bớt tệp không cần rồi thêm lại.'],
  EDQUOT: ['disk_full', 'Ổ đĩa đã đầy, chưa lưu được tệp đính kèm. Hãy xóa bớt tệp không cần rồi thêm lại.'],
  EROFS: [
    'read_only',
    'Thư mục dữ liệu chỉ cho đọc, chưa lưu được tệp đính kèm. Hãy báo người quản trị máy.',
  ],
  EACCES: [
    'read_only',
    'Thư mục dữ liệu chỉ cho đọc, chưa lưu được tệp đính kèm. Hãy báo người quản trị máy.',
  ],
};

function writeFailure(error: unknown): unknown {
  const known = isFileError(error) ? causes[error.code] : undefined;
  if (!known) return error;
  return new FailureError({ code: known[0], text: known[1], safe: 'Các bản ghi và tệp đã lưu còn nguyên.' });
}

/** Makes a folder last through a power cut where it is new. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(dirname(folder));
}

async function writeFully(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await handle.write(bytes, from, bytes.length - from)).bytesWritten;
  }
}

/** Whether the file under that name is whole and opens with these secrets. */
async function isGood(folder: string, name: string, secrets: Secrets, plainBytes: number): Promise<boolean> {
  if (!isThere(folder, name, plainBytes)) return false;
  try {
    for await (const chunk of opened(await readFile(fileOf(folder, name)), secrets, name)) chunk.fill(0);
    return true;
  } catch (error) {
    // One that the disk does not give is replaced like one that is damaged.
    if (error instanceof DamagedFile || isFileError(error)) return false;
    throw error;
  }
}

/** Whether the file system refused something. */
export function isFileError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** The plain chunks of a sealed file, with room for other work between them. */
async function* opened(sealed: Buffer, secrets: Secrets, name: string): AsyncGenerator<Buffer> {
  for (const chunk of unseal(secrets, name, sealed)) {
    yield chunk;
    await turn();
  }
}

/**
 * Has the bytes lie durably under their name: NAME.part, fsync, the name, fsync of the folder. A good file that is
 * there already is left as it is, a damaged one is replaced. Fails with `disk_full`, `read_only`.
 */
export async function keepFile(
  folder: string,
  name: string,
  secrets: Secrets,
  plain: Uint8Array,
): Promise<void> {
  const file = fileOf(folder, name);
  const part = `${file}.part`;
  const newest = secrets.at(-1) ?? secrets[0];
  try {
    if (await isGood(folder, name, secrets, plain.length)) return;
    makeFolder(dirname(file));
    const handle = await open(part, 'w', 0o600);
    try {
      for (const piece of seal(newest, name, plain)) await writeFully(handle, piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    renamePatiently(part, file);
    syncFolder(dirname(file));
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw writeFailure(error);
  }
}

/** The plain bytes of a file; null where it is not there, `DamagedFile` where it is not what was written. */
export async function readPlain(folder: string, name: string, secrets: Secrets): Promise<Buffer | null> {
  let sealed: Buffer;
  try {
    sealed = await readFile(fileOf(folder, name));
  } catch (error) {
    if (isFileError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of opened(sealed, secrets, name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
