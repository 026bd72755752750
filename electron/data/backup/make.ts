import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../shared/api/backup.ts';
import { fail } from '../../../shared/failure.ts';
import { parseEnvelope } from '../database/key-envelope.ts';
import { readIfThere, writeWhole } from '../database/atomic-file.ts';
import { checkWhole } from '../database/integrity.ts';
import { openReader } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { attachmentsBeside } from '../attachments/files.ts';
import type { NamedFiles } from '../attachments/secrets.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../jobs/task.ts';
import { attachmentListName, attachmentStore, listedIn, listText } from './attachment-list.ts';
import { bytesToCopy, copyAttachments } from './copy-attachments.ts';
import { copyAndCompare, demandSpace, putInPlace, removeQuietly, sweepHalfMade } from './copy-file.ts';
import { failureOfFile } from './file-failure.ts';
import { backupsIn, keysName, manifestName } from './listing.ts';
import { namedIn } from './restore-attachments.ts';
import { backupName, contentOf, manifestText, sumOf, type Content } from './manifest.ts';

/** Verification of 300 MB takes 27 s with a cache of 16 MB and 4 s with this one. */
export const verifyCacheMiB = 400;
const spareBytes = 2 * 1024 * 1024;

/** What is needed to make a backup. */
export interface MakeBackup {
  /** Where it goes: a stick, a chosen folder, or the program's own. */
  readonly folder: string;
  /** The envelope of the database's key. */
  readonly keys: string;
  /** The program's own backup folder: the copy is made and checked there first. */
  readonly work: string;
  readonly cause: Manifest['cause'];
  readonly role: string;
  readonly officeName: string;
}

/** The part of a task's context that backups use. */
export type Work = Pick<TaskContext, 'file' | 'key' | 'progress' | 'cancelled'> & {
  config: { programVersion: string };
};

/** Steps of a backup, for the progress bar: making and checking weigh as much as copying and reading back. */
const total = 100;

/** A consistent copy of the open database, made without making anybody wait. */
function vacuumInto(work: Work, copy: string): void {
  const reader = openReader(work.file, work.key);
  try {
    const pages = Number(reader.pragma('page_count', { simple: true }));
    const pageSize = Number(reader.pragma('page_size', { simple: true }));
    demandSpace(join(copy, '..'), pages * pageSize + spareBytes, 'ổ đĩa của máy này');
    // Not brought to the disk here: it is only the source of the copy that is.
    reader.pragma('synchronous = OFF');
    reader.prepare('VACUUM INTO ?').run(copy);
  } finally {
    reader.close();
  }
}

/** Every page, key, count and audit row of a database file. */
export function checkFile(file: string, key: Buffer, between: () => void): Content {
  const reader = openReader(file, key, { cacheMiB: verifyCacheMiB });
  try {
    checkWhole(reader);
    between();
    return contentOf(reader);
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    reader.close();
  }
}

/** A name that nothing in the folder has; two backups may be made in one second. */
function freeName(folder: string): string {
  for (let later = 0; later < 60; later += 1) {
    const name = backupName(new Date(Date.now() + later * 1000));
    if (
      ![name, `${name}.part`, manifestName(name), keysName(name), attachmentListName(name)].some((file) =>
        existsSync(join(folder, file)),
      )
    )
      return name;
  }
  return fail('file_exists', 'Ở đó đã có bản sao trùng tên. Không có gì bị ghi đè; hãy thử lại.');
}

/**
 * Makes a verified backup: `VACUUM INTO` a file on this machine, all checks on it, then a copy to the folder,
 * read back and compared, its keys and last its manifest. Whatever fails leaves no file of it anywhere.
 * Fails with `disk_full`, `read_only`, `removed`, `file_exists`, `damaged`, `cancelled`.
 */
export function makeBackup(input: MakeBackup, work: Work): Manifest {
  mkdirSync(input.work, { recursive: true });
  sweepHalfMade(input.work);
  const copy = join(input.work, `.dang-sao-${process.pid}-${Date.now()}.db`);
  try {
    // Where the target is the work folder this finds nothing more; on a stick it frees the room of a broken copy.
    sweepHalfMade(input.folder);
    const keys = readIfThere(input.keys) ?? fail('vanished', 'Không thấy tệp khóa keys.json.');
    const progress = (step: string, done: number) => {
      work.progress(step, done, total);
      stopIfCancelled(work);
    };
    progress('Đang tạo bản sao', 0);
    vacuumInto(work, copy);
    progress('Đang kiểm tra bản sao', 20);
    const content = checkFile(copy, work.key, () => progress('Đang kiểm tra nhật ký', 50));
    return deliver(input, work, { copy, keys, content, named: namedIn(copy, work.key) }, progress);
  } catch (error) {
    throw failureOfFile(failureOfSqlite(error));
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy + end, { force: true });
  }
}

interface Checked {
  readonly copy: string;
  readonly keys: string;
  readonly content: Content;
  /** The attachments that the copy names. */
  readonly named: NamedFiles;
}

/** So long the contents of the data folder's files are taken on trust, in ms: then a daily backup reads them all. */
const trustFor = 7 * 24 * 60 * 60_000;

/** Whether a backup reads every file of the data folder: one that goes elsewhere always, the day's own each week. */
function readsAll({ cause, folder }: MakeBackup): boolean {
  if (cause === 'usb' || cause === 'folder') return true;
  if (cause !== 'daily') return false;
  return !backupsIn(folder).some(({ manifest }) => {
    const age = Date.now() - Date.parse(manifest.made_at);
    return manifest.attachments?.read_all === true && age >= 0 && age < trustFor;
  });
}

/** Copies the attachments and gives their list; null where no record has one. */
function deliverAttachments(
  backup: MakeBackup,
  { file }: Work,
  named: NamedFiles,
  progress: (step: string, done: number) => void,
) {
  if (named.files.size === 0) return null;
  const bytes = [...named.files.values()].reduce((sum, plain) => sum + plain, 0);
  const { folder, work: own } = backup;
  const known = listedIn(folder) ?? new Map();
  const read_all = readsAll(backup);
  const to = attachmentStore(folder);
  const list = copyAttachments(
    { named, from: attachmentsBeside(file), to, link: folder === own, known, readAll: read_all },
    (done) => progress('Đang đọc và chép tệp đính kèm', 55 + (15 * done) / bytes),
  );
  const { files, missing, lost } = list;
  const told = { files: files.length, bytes, missing: missing.length, lost: lost.length, read_all };
  return { text: listText(list), told };
}

function deliver(
  input: MakeBackup,
  work: Work,
  checked: Checked,
  progress: (step: string, done: number) => void,
): Manifest {
  const { folder } = input;
  const bytes = sizeOf(checked.copy);
  try {
    const room =
      folder === input.work ? 0 : bytesToCopy({ named: checked.named, to: attachmentStore(folder) });
    demandSpace(folder, bytes + room + spareBytes, 'nơi chứa bản sao');
    const attachments = deliverAttachments(input, work, checked.named, progress);
    const name = freeName(folder);
    const target = join(folder, name);
    const part = `${target}.part`;
    const written: string[] = [];
    try {
      const sum = copyAndCompare(
        checked.copy,
        part,
        (done) => progress('Đang chép', 70 + (15 * done) / bytes),
        (done) => progress('Đang đọc lại và so sánh', 85 + (14 * done) / bytes),
      );
      written.push(part);
      putInPlace(part, target);
      written.push(target, join(folder, keysName(name)));
      writeNew(join(folder, keysName(name)), checked.keys);
      const listed: Record<string, string> = {};
      if (attachments) {
        written.push(join(folder, attachmentListName(name)));
        writeNew(join(folder, attachmentListName(name)), attachments.text);
        listed[attachmentListName(name)] = sumOf(attachments.text);
      }
      const manifest: Manifest = {
        format: 1,
        file: name,
        made_at: new Date().toISOString(),
        made_by_role: input.role,
        office_name: input.officeName,
        program_version: work.config.programVersion,
        key_id: parseEnvelope(checked.keys).key_id,
        bytes,
        files: { [name]: sum, [keysName(name)]: sumOf(checked.keys), ...listed },
        ...checked.content,
        ...(attachments && { attachments: attachments.told }),
        cause: input.cause,
      };
      written.push(join(folder, manifestName(name)));
      writeNew(join(folder, manifestName(name)), manifestText(manifest));
      progress('Đã kiểm tra', total);
      return manifest;
    } catch (error) {
      written.reverse().forEach(removeQuietly);
      throw error;
    }
  } catch (error) {
    throw failureOfFile(error);
  }
}

function sizeOf(file: string): number {
  return statSync(file).size;
}

/** A small file of a name that was free, whole and durable, and read back. */
function writeNew(file: string, text: string): void {
  writeWhole(file, text);
  if (readIfThere(file) !== text)
    fail('damaged', 'Tệp vừa chép đọc lại không giống. Hãy dùng thiết bị khác.');
}

/** `makeBackup` in the worker thread. */
export const makeBackupTask: Task<MakeBackup, Manifest> = (input, context) => makeBackup(input, context);
