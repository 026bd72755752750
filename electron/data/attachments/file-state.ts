import { readFileSync, statSync, type BigIntStats } from 'node:fs';
import { isWhole, sealedSize } from './file-cipher.ts';
import { fileOf, isFileError } from './files.ts';
import type { NamedFiles } from './secrets.ts';

/**
 * What may be wrong with a file that a record names: it is gone; its bytes are not those that were written; or the
 * disk does not give it (no right to it, a bad sector, something else in its place).
 */
export type FileFault = 'missing' | 'damaged' | 'unreadable';

const gone: readonly string[] = ['ENOENT', 'ENOTDIR'];

/** What an error of the file system says about the file; it is never thrown on, so that one file stops no other. */
function faultOf(error: unknown): 'missing' | 'unreadable' {
  if (!isFileError(error)) throw error;
  return gone.includes(error.code) ? 'missing' : 'unreadable';
}

/** What the directory says about a file, or why it cannot be had. */
export function statOf(file: string): BigIntStats | 'missing' | 'unreadable' {
  try {
    const found = statSync(file, { bigint: true });
    return found.isFile() ? found : 'unreadable';
  } catch (error) {
    return faultOf(error);
  }
}

/** The sealed bytes of a named file, checked to the last one, or what is wrong with it. */
export function readWhole(folder: string, name: string, { secrets, files }: NamedFiles): Buffer | FileFault {
  const file = fileOf(folder, name);
  const found = statOf(file);
  if (typeof found === 'string') return found;
  if (Number(found.size) !== sealedSize(files.get(name) ?? -1)) return 'damaged';
  try {
    const sealed = readFileSync(file);
    return isWhole(secrets, name, sealed) ? sealed : 'damaged';
  } catch (error) {
    return faultOf(error);
  }
}
