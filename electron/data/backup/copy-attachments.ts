import { hash } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isWhole, sealedSize } from '../attachments/file-cipher.ts';
import { fileOf, makeFolder } from '../attachments/files.ts';
import type { NamedFiles } from '../attachments/secrets.ts';
import { renamePatiently, syncFolder } from '../database/atomic-file.ts';
import type { AttachmentList, ListedFile } from './attachment-list.ts';
import { copyAndCompare } from './copy-file.ts';

/** What attachments are to be where. */
export interface CopyAttachments {
  readonly named: NamedFiles;
  readonly from: string;
  readonly to: string;
  /** On the same disk a second name is enough: files are never changed in place, only replaced. */
  readonly link: boolean;
  /** What earlier backups in that place list; with `link` such files are taken for what they were. */
  readonly known: ReadonlyMap<string, ListedFile>;
}

/** Told before every file with the plain bytes done; throws to stop. */
export type OnFile = (done: number) => void;

/** A file that is whole and what its name says, with its SHA-256; null for any other, or none. */
export function wholeFile(
  folder: string,
  name: string,
  { secrets, files }: NamedFiles,
  expected?: ListedFile,
): ListedFile | null {
  const size = sealedSize(files.get(name) ?? -1);
  let sealed: Buffer;
  try {
    const file = fileOf(folder, name);
    if (statSync(file).size !== size) return null;
    sealed = readFileSync(file);
  } catch {
    // Gone, or on a part of the disk that cannot be read any more.
    return null;
  }
  const sum = hash('sha256', sealed, 'hex');
  if (expected && sum !== expected[2]) return null;
  return isWhole(secrets, name, sealed) ? [name, size, sum] : null;
}

const sameFile = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false, bigint: true }));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
};

/** A second name for the file; false where the disk has no such thing. */
function linked(source: string, part: string): boolean {
  try {
    linkSync(source, part);
    return true;
  } catch {
    return false;
  }
}

function bring(source: string, target: string, link: boolean): void {
  // A rename upon another name of the same file does nothing and leaves both.
  if (sameFile(source, target)) return;
  const part = `${target}.part`;
  makeFolder(dirname(target));
  rmSync(part, { force: true });
  if (!(link && linked(source, part))) {
    copyAndCompare(
      source,
      part,
      () => undefined,
      () => undefined,
    );
  }
  renamePatiently(part, target);
}

/**
 * Has every named file lie whole at the target and gives the list of them. A file that is there whole already is not
 * copied again; one that is missing or damaged in both places is listed as missing, and nothing stops for it.
 */
export function copyAttachments(input: CopyAttachments, onFile: OnFile): AttachmentList {
  const { named, from, to, link, known } = input;
  const list: AttachmentList = { format: 1, files: [], missing: [] };
  const touched = new Set<string>();
  let done = 0;
  for (const [name, bytes] of named.files) {
    onFile(done);
    done += bytes;
    const [source, target] = [fileOf(from, name), fileOf(to, name)];
    const before = known.get(name);
    const trusted = link && before?.[1] === sealedSize(bytes) && sameFile(source, target) ? before : null;
    let file = trusted ?? wholeFile(to, name, named);
    if (!file) {
      file = wholeFile(from, name, named);
      if (file) {
        bring(source, target, link);
        touched.add(dirname(target));
      }
    }
    if (file) list.files.push(file);
    else list.missing.push(name);
  }
  for (const folder of touched) syncFolder(folder);
  return list;
}

/** How many plain bytes are named but not at the target yet: what room the copying takes. */
export function bytesToCopy({ named, to }: Pick<CopyAttachments, 'named' | 'to'>): number {
  let bytes = 0;
  for (const [name, plain] of named.files) {
    const size = sealedSize(plain);
    if (statSync(fileOf(to, name), { throwIfNoEntry: false })?.size !== size) bytes += size;
  }
  return bytes;
}
