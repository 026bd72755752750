import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { renamePatiently, syncFolder } from '../database/atomic-file.ts';

/** Small enough that bringing one chunk to the disk does not make a save wait. */
const chunkBytes = 1024 * 1024;
const largestOnFat32 = 0xffff_ffff;

/** Told after every chunk with the bytes done; throws to stop. */
export type OnChunk = (done: number) => void;

/** Fails with `disk_full` where a folder has no room for so many bytes. */
export function demandSpace(folder: string, bytes: number, where: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= bytes) return;
  const gib = (bytes / 1024 ** 2).toFixed(0);
  fail('disk_full', `Không đủ chỗ trên ${where}: cần ${gib} MB. Hãy xóa bớt tệp hoặc dùng nơi khác.`, {
    safe: 'Dữ liệu còn nguyên, chưa có gì được chép.',
  });
}

function copyChunks(source: number, target: number, onChunk: OnChunk): string {
  const sum = createHash('sha256');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let done = 0; ;) {
    const length = readSync(source, buffer, 0, chunkBytes, done);
    if (length === 0) return sum.digest('hex');
    const chunk = buffer.subarray(0, length);
    sum.update(chunk);
    for (let from = 0; from < length;) from += writeSync(target, chunk, from, length - from, done + from);
    fdatasyncSync(target);
    done += length;
    onChunk(done);
  }
}

function readFull(file: number, buffer: Buffer, at: number): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, at + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}

function demandSame(source: number, target: number, onChunk: OnChunk): void {
  const [one, other] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)];
  for (let done = 0; ;) {
    const length = readFull(source, one, done);
    const same = readFull(target, other, done) === length && one.compare(other, 0, length, 0, length) === 0;
    if (!same)
      fail(
        'damaged',
        'Bản vừa chép đọc lại không giống bản gốc. Thiết bị có thể đã hỏng; hãy dùng thiết bị khác.',
      );
    if (length === 0) return;
    done += length;
    onChunk(done);
  }
}

/** Fails with `removed` where the path no longer names the file that was written. */
function demandStillThere(part: string, target: number): void {
  const [written, named] = [fstatSync(target, { bigint: true }), statSync(part, { bigint: true })];
  if (written.ino === named.ino && written.dev === named.dev) return;
  fail('removed', 'Thiết bị đã bị rút ra trong lúc chép. Hãy cắm lại rồi làm lại từ đầu.');
}

/**
 * Copies a file to `to.part`, chunk by chunk, each brought to the disk; reads it back and compares; gives its
 * SHA-256. What is there under the final name is never touched. Removes what it began when it fails.
 */
export function copyAndCompare(from: string, part: string, onCopied: OnChunk, onCompared: OnChunk): string {
  const source = openSync(from, 'r');
  let target: number | undefined;
  try {
    target = openSync(part, 'wx+', 0o600);
    const { size } = fstatSync(source);
    // FAT32 refuses at once what it would refuse only after 4 GiB of copying.
    if (size > largestOnFat32) ftruncateSync(target, size);
    const sum = copyChunks(source, target, onCopied);
    demandSame(source, target, onCompared);
    demandStillThere(part, target);
    return sum;
  } catch (error) {
    if (target !== undefined) removeQuietly(part);
    throw error;
  } finally {
    closeSync(source);
    if (target !== undefined) closeSync(target);
  }
}

/** Gives a copied `.part` its final name, which must be free (`file_exists`), and makes that last. */
export function putInPlace(part: string, to: string): void {
  if (existsSync(to))
    fail('file_exists', 'Ở đó đã có bản sao trùng tên. Không có gì bị ghi đè; hãy thử lại.');
  renamePatiently(part, to);
  syncFolder(dirname(to));
}

/** The SHA-256 of a file in lowercase hex, read in chunks. */
export function hashFile(file: string, onChunk: OnChunk): string {
  const source = openSync(file, 'r');
  try {
    const sum = createHash('sha256');
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (let done = 0; ;) {
      const length = readSync(source, buffer, 0, chunkBytes, done);
      if (length === 0) return sum.digest('hex');
      sum.update(buffer.subarray(0, length));
      done += length;
      onChunk(done);
    }
  } finally {
    closeSync(source);
  }
}

/** Removes a file of ours, if it can. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Nothing to be done: the stick is gone or read-only.
  }
}

/** Names that only this program gives, and only while it is at work. */
const halfMade =
  /^(ba-yen-.+\.bayen(\.keys|\.json|\.attachments)?\.part|\.dang-(sao|kiem)-\d+-\d+\.db(-wal|-shm|-journal)?)$/;

/** Removes what a crash left half made in a folder; one program at a time works there. */
export function sweepHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) if (halfMade.test(name)) removeQuietly(join(folder, name));
}
