import { hash } from 'node:crypto';
import { linkSync, lstatSync, rmSync, type BigIntStats } from 'node:fs';
import { dirname } from 'node:path';
import { sealedSize } from '../attachments/file-cipher.ts';
import { readWhole, statOf } from '../attachments/file-state.ts';
import { fileOf, makeFolder } from '../attachments/files.ts';
import type { NamedFiles } from '../attachments/secrets.ts';
import { renamePatiently, syncFolder } from '../database/atomic-file.ts';
import type { AttachmentList, KnownFile, ListedFile } from './attachment-list.ts';
import { copyAndCompare } from './copy-file.ts';

/** Where named files are and where they are to be. */
export interface BringFiles {
  readonly named: NamedFiles;
  readonly from: string;
  readonly to: string;
  /** On the same disk a second name is enough: files are never changed in place, only replaced. */
  readonly link: boolean;
}

/** What attachments a backup is to have. */
export interface CopyAttachments extends BringFiles {
  /** What earlier backups in that place list. */
  readonly known: ReadonlyMap<string, KnownFile>;
  /** Every file of the data folder is read, whatever is known of it. */
  readonly readAll: boolean;
}

/** Told before every file with the plain bytes done; throws to stop. */
export type OnFile = (done: number) => void;

const asListed = (name: string, sealed: Buffer): ListedFile => [
  name,
  sealed.length,
  hash('sha256', sealed, 'hex'),
];

/** A file that is whole and what its name says, with its SHA-256; null for any other, or none. */
export function wholeFile(
  folder: string,
  name: string,
  named: NamedFiles,
  expected?: ListedFile,
): ListedFile | null {
  const sealed = readWhole(folder, name, named);
  if (typeof sealed === 'string') return null;
  const file = asListed(name, sealed);
  return expected && file[2] !== expected[2] ? null : file;
}

/** A second name for the file; false where the disk has no such thing. */
function linked(source: string, part: string): boolean {
  try {
    linkSync(source, part);
    return true;
  } catch {
    return false;
  }
}

/** A folder in a file's place keeps that one file from coming, and no other. */
const isFolder = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Puts a file that was read whole at the target; false where it cannot be, or the copy is not what was read. */
function bring({ from, to, link }: BringFiles, [name, , sum]: ListedFile): boolean {
  const [source, target] = [fileOf(from, name), fileOf(to, name)];
  const part = `${target}.part`;
  if (isFolder(target)) return false;
  makeFolder(dirname(target));
  rmSync(part, { force: true });
  const nothing = () => undefined;
  if (!(link && linked(source, part)) && copyAndCompare(source, part, nothing, nothing) !== sum) {
    rmSync(part, { force: true });
    return false;
  }
  renamePatiently(part, target);
  return true;
}

function syncFoldersOf(to: string, names: readonly string[]): void {
  for (const folder of new Set(names.map((name) => dirname(fileOf(to, name))))) syncFolder(folder);
}

/**
 * Has every named file lie whole at the target; one that is there whole already is left as it is, and one that is
 * whole in neither place stops nothing. Gives the names that were brought and those that are missing.
 */
export function bringMissing(input: BringFiles, onFile: OnFile): { brought: string[]; missing: string[] } {
  const { named, from, to } = input;
  const [brought, missing]: [string[], string[]] = [[], []];
  let done = 0;
  for (const [name, bytes] of named.files) {
    onFile(done);
    done += bytes;
    if (wholeFile(to, name, named)) continue;
    const file = wholeFile(from, name, named);
    (file && bring(input, file) ? brought : missing).push(name);
  }
  syncFoldersOf(to, brought);
  return { brought, missing };
}

/** What the directory says of a file that lies under both names; null where they are not the same file. */
function sameFile({ from, to, link }: BringFiles, name: string): BigIntStats | null {
  if (!link) return null;
  const [source, target] = [statOf(fileOf(from, name)), statOf(fileOf(to, name))];
  if (typeof source === 'string' || typeof target === 'string') return null;
  return source.ino === target.ino && source.dev === target.dev ? source : null;
}

/** What an earlier backup found a file to be, where that is taken on trust: of its size and not changed since. */
function trusted({ named, known, readAll }: CopyAttachments, name: string, found: BigIntStats) {
  const before = known.get(name);
  if (readAll || !before) return null;
  const size = sealedSize(named.files.get(name) ?? -1);
  const same = before.file[1] === size && Number(found.size) === size;
  return same && Number(found.mtimeMs) < before.readAt ? before.file : null;
}

/** A file as the backup lists it, null where it is whole in neither place; whether the data folder has lost it. */
interface Settled {
  readonly file: ListedFile | null;
  readonly lost: boolean;
  readonly brought?: true;
}

function settle(input: CopyAttachments, name: string): Settled {
  const { named, from, to } = input;
  const both = sameFile(input, name);
  const before = both && trusted(input, name, both);
  if (before) return { file: before, lost: false };
  const here = readWhole(from, name, named);
  const there = both ? null : wholeFile(to, name, named);
  if (typeof here === 'string') return { file: there, lost: true };
  if (there) return { file: there, lost: false };
  const file = asListed(name, here);
  if (both) return { file, lost: false };
  return bring(input, file) ? { file, lost: false, brought: true } : { file: null, lost: false };
}

/**
 * Has every named file lie whole at the target and gives the list of them. What may have changed in the data folder
 * since an earlier backup read it is read there again, so that a file which was lost or damaged is told although the
 * backup has it. A file that is whole at the target is never copied over; one that is whole in neither place is
 * listed as missing, and nothing stops for it.
 */
export function copyAttachments(input: CopyAttachments, onFile: OnFile): AttachmentList {
  const { named, to } = input;
  const begun_at = new Date().toISOString();
  const list: AttachmentList = { format: 1, files: [], missing: [], lost: [], begun_at };
  const newly: string[] = [];
  let done = 0;
  for (const [name, bytes] of named.files) {
    onFile(done);
    done += bytes;
    const { file, lost, brought } = settle(input, name);
    if (file) list.files.push(file);
    else list.missing.push(name);
    if (file && lost) list.lost.push(name);
    if (brought) newly.push(name);
  }
  syncFoldersOf(to, newly);
  return list;
}

/** How many bytes are named but not at the target yet: what room the copying takes. */
export function bytesToCopy({ named, to }: Pick<CopyAttachments, 'named' | 'to'>): number {
  let bytes = 0;
  for (const [name, plain] of named.files) {
    const size = sealedSize(plain);
    const found = statOf(fileOf(to, name));
    if (typeof found === 'string' || Number(found.size) !== size) bytes += size;
  }
  return bytes;
}
