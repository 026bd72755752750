import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, FailureError } from '../../../shared/failure.ts';
import { renamePatiently, syncFolder } from '../database/atomic-file.ts';
import type { Sink } from './canvas.ts';

/** Every so many bytes go to the disk at once: all at the end would make a save that comes just then wait. */
const syncEvery = 1024 * 1024;

/**
 * Writes a document to a file: first to `PATH.part`, made durable, then renamed to `path` (which is replaced),
 * so that a file of that name is always whole. Whatever fails leaves the old file and no `.part`. Fails
 * `disk_full`, `read_only`, `removed` or what `make` fails with.
 */
export function writeDocument<T>(path: string, make: (sink: Sink) => T): T {
  const part = `${path}.part`;
  try {
    const result = writePart(part, make);
    renamePatiently(part, path);
    syncFolder(dirname(path));
    return result;
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof FailureError) throw error;
    return failToWrite(error);
  }
}

function writePart<T>(part: string, make: (sink: Sink) => T): T {
  const file = openSync(part, 'w');
  try {
    let waiting = 0;
    const result = make((bytes) => {
      for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
      waiting += bytes.length;
      if (waiting < syncEvery) return;
      fdatasyncSync(file);
      waiting = 0;
    });
    fsyncSync(file);
    return result;
  } finally {
    closeSync(file);
  }
}

function failToWrite(error: unknown): never {
  const safe = 'Hồ sơ đã lưu vẫn còn nguyên.';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return fail('disk_full', 'Ổ đĩa đã đầy nên chưa lưu được văn bản. Hãy chọn nơi khác hoặc dọn bớt.', {
        safe,
      });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return fail('read_only', 'Không ghi được vào nơi đã chọn. Hãy chọn thư mục khác.', { safe });
    case 'EBUSY':
      return fail('in_use', 'Tệp cùng tên đang mở ở chương trình khác. Hãy đóng tệp đó hoặc đặt tên khác.', {
        safe,
      });
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EIO':
    case 'ENXIO':
      return fail('removed', 'Nơi đã chọn không còn nữa (có thể thiết bị đã bị rút). Hãy chọn lại.', {
        safe,
      });
    case 'EISDIR':
      return fail('file_exists', 'Nơi đã chọn có một thư mục trùng tên. Hãy đặt tên khác.', { safe });
    default:
      throw error;
  }
}

/** Collects a document in memory: the sink, and its bytes when it is done. */
export function inMemory(): { sink: Sink; bytes: () => Uint8Array<ArrayBuffer> } {
  const parts: Uint8Array[] = [];
  return {
    sink: (part) => void parts.push(part),
    bytes: () => {
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      let from = 0;
      for (const part of parts) {
        whole.set(part, from);
        from += part.length;
      }
      return whole;
    },
  };
}
