import { existsSync } from 'node:fs';
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FailureError, type Failure, type FailureCode } from '../../shared/failure.ts';

const texts: Record<string, readonly [FailureCode, string]> = {
  ENOSPC: ['disk_full', 'Ổ đĩa đã đầy, chưa ghi được tệp. Hãy xóa bớt hoặc chọn ổ khác rồi lưu lại.'],
  EDQUOT: ['disk_full', 'Ổ đĩa đã đầy, chưa ghi được tệp. Hãy xóa bớt hoặc chọn ổ khác rồi lưu lại.'],
  EFBIG: ['disk_full', 'Ổ đĩa này không chứa được tệp lớn như vậy. Hãy chọn ổ khác rồi lưu lại.'],
  EROFS: ['read_only', 'Ổ đĩa này đang khóa ghi. Hãy mở khóa ghi hoặc chọn ổ khác rồi lưu lại.'],
  EACCES: ['read_only', 'Không được phép ghi vào thư mục này. Hãy chọn thư mục khác rồi lưu lại.'],
  EPERM: ['read_only', 'Không được phép ghi vào thư mục này. Hãy chọn thư mục khác rồi lưu lại.'],
  EBUSY: ['read_only', 'Tệp đang được mở bằng chương trình khác. Hãy đóng tệp đó rồi lưu lại.'],
  ENOENT: ['removed', 'Thư mục hoặc ổ đĩa đã chọn không còn nữa. Hãy cắm lại hoặc chọn nơi khác.'],
  ENODEV: ['removed', 'Ổ đĩa đã bị rút ra. Hãy cắm lại hoặc chọn nơi khác.'],
  EIO: ['removed', 'Không ghi được vào ổ đĩa, có thể ổ đã bị rút ra hoặc hỏng. Hãy chọn nơi khác.'],
  EEXIST: ['file_exists', 'Ở đó đã có tệp cùng tên. Hãy chọn tên khác.'],
};

/** A system's error while writing a file as a failure that says what happened; unknown ones stay as they are. */
export function writeFailure(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = texts[code];
  if (!known) return error;
  const failure: Failure = { code: known[0], text: known[1], safe: 'Văn bản vẫn còn trong chương trình.' };
  return new FailureError(failure);
}

/** A file name that every system takes: no path, no reserved signs, no device of Windows; Vietnamese letters stay. */
export function safeFileName(suggested: string, ending = 'pdf'): string {
  const cleaned = suggested
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control signs are what must go
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const device = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)\s*(\.|$)/i.test(cleaned);
  const name = cleaned === '' ? 'van-ban' : device ? `van-ban-${cleaned}` : cleaned;
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}

/** The name itself, or with the first free number behind it where the folder has one like it. */
export function freeName(folder: string, name: string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  let candidate = name;
  for (let number = 2; existsSync(join(folder, candidate)); number += 1) {
    candidate = `${stem} (${String(number)})${extension}`;
  }
  return candidate;
}

/** So much goes to the disk at once: a whole document would make a clerk's save wait that comes just then. */
const pieceBytes = 1024 * 1024;

async function copyPieces(source: FileHandle, target: FileHandle): Promise<void> {
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, pieceBytes, null);
    if (bytesRead === 0) break;
    await target.writeFile(buffer.subarray(0, bytesRead));
    await target.datasync();
  }
  await target.sync();
}

async function copyDurably(from: string, to: string): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'w');
    try {
      await copyPieces(source, target);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/**
 * Copies a file so that its name never stands for half of it: NAME.part, piece by piece on the disk, then the name.
 * @throws FailureError `disk_full`, `read_only`, `removed`, or `file_exists` where `replace` is false
 */
export async function saveCopy(from: string, to: string, { replace }: { replace: boolean }): Promise<void> {
  const part = `${to}.part`;
  try {
    await copyDurably(from, part);
    if (replace) await rename(part, to);
    else await renameNew(part, to);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw writeFailure(error);
  }
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

/** Renames to a name that must be free; a hard link takes it atomically where the file system has links. */
async function renameNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
    await rm(from);
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error;
    if (existsSync(to)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    await rename(from, to);
  }
}
