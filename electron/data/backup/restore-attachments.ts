import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Manifest } from '../../../shared/api/backup.ts';
import { fail, type Failure } from '../../../shared/failure.ts';
import { attachmentsBeside, fileOf } from '../attachments/files.ts';
import { namedFiles, type NamedFiles } from '../attachments/secrets.ts';
import { viewOf } from '../database/key-envelope.ts';
import { openReader } from '../database/open.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../jobs/task.ts';
import { attachmentStore, readList } from './attachment-list.ts';
import { bringMissing, bytesToCopy, wholeFile } from './copy-attachments.ts';
import { demandSpace } from './copy-file.ts';
import { failureOfFile } from './file-failure.ts';

type Watch = Pick<TaskContext, 'progress' | 'cancelled'>;

/** What a database file names. */
export function namedIn(file: string, key: Buffer): NamedFiles {
  const reader = openReader(file, key);
  try {
    return namedFiles(reader);
  } finally {
    reader.close();
  }
}

/** What is told when attachments are missing: everything else went well. */
export function missingAttachments(count: number, where: string): Failure {
  return {
    code: 'damaged',
    text: `${where} thiếu ${count} tệp đính kèm (không còn hoặc đã hỏng). Hãy mở các bản ghi có tệp báo thiếu và thêm lại, hoặc tìm bản sao lưu cũ hơn.`,
    safe: 'Các bản ghi và những tệp khác đều đủ.',
  };
}

/** What a backup found wrong with the data folder's attachments, to be told at once; null where nothing was. */
export function attachmentsTrouble({ attachments }: Manifest): Failure | null {
  const { missing = 0, lost = 0 } = attachments ?? {};
  if (missing > 0 && lost === 0)
    return missingAttachments(missing, 'Đã sao lưu xong, nhưng dữ liệu trên máy');
  if (lost === 0) return null;
  const alsoMissing = missing > 0 ? ` Thêm ${missing} tệp không bản sao lưu nào ở đó còn giữ.` : '';
  return {
    code: 'damaged',
    text: `Đã sao lưu xong, nhưng trên máy này ${lost} tệp đính kèm không còn hoặc đã hỏng; bản sao lưu còn giữ bản tốt.${alsoMissing} Hãy vào trang Sao lưu, bấm "Đọc lại các tệp đính kèm" rồi lấy lại từ bản sao lưu.`,
    safe: 'Bản tốt trong bản sao lưu không bị ghi đè. Các bản ghi và những tệp khác đều đủ.',
  };
}

/**
 * Checks that every attachment which a backup lists is there, with the SHA-256 of the list, opens, and that the
 * list agrees with the backup's own database. Fails with `damaged`; gives how many were missing already when it was
 * made.
 */
export function checkBackupAttachments(
  folder: string,
  manifest: Manifest,
  named: NamedFiles,
  watch: Watch,
): number {
  const damaged = (what: string) =>
    fail('damaged', `Bản sao lưu này ${what}. Hãy sao lưu lại, tốt nhất ra thiết bị khác.`, {
      safe: 'Dữ liệu đang dùng không bị thay đổi. Bản này vẫn khôi phục được các bản ghi.',
    });
  const list = readList(folder, manifest);
  if (!list) return damaged('có danh sách tệp đính kèm bị hỏng hoặc bị sửa');
  const known = new Set([...list.files.map(([name]) => name), ...list.missing]);
  if (known.size !== named.files.size || [...named.files.keys()].some((name) => !known.has(name)))
    damaged('có danh sách tệp đính kèm không đúng với bản ghi');
  let bad = 0;
  list.files.forEach((file, index) => {
    stopIfCancelled(watch);
    watch.progress('Đang kiểm tra tệp đính kèm', index, list.files.length);
    if (!wholeFile(attachmentStore(folder), file[0], named, file)) bad += 1;
  });
  if (bad > 0) damaged(`thiếu hoặc hỏng ${bad} trong ${list.files.length} tệp đính kèm`);
  return list.missing.length;
}

/** Whether every listed file still reads as it was written: what a stick is asked at its next insertion. */
export function attachmentsRead(
  folder: string,
  manifest: Manifest,
  watch: Pick<TaskContext, 'cancelled'>,
): boolean {
  const list = readList(folder, manifest);
  return (
    list?.files.every(([name, , sum]) => {
      stopIfCancelled(watch);
      try {
        return hash('sha256', readFileSync(fileOf(attachmentStore(folder), name)), 'hex') === sum;
      } catch {
        return false;
      }
    }) ?? false
  );
}

/** A checked backup whose attachments are to come back. */
export interface BringAttachments {
  /** The folder with the backup. */
  readonly folder: string;
  /** The backup's database, checked, on this machine and beside the folder of attachments. */
  readonly staged: string;
  readonly backupKey: Uint8Array;
}

/**
 * Brings back the attachments that a backup's database names and that are not whole here. It only adds: the present
 * database loses none. Gives how many could not be brought.
 */
export const bringAttachmentsTask: Task<BringAttachments, { missing: number }> = (
  { folder, staged, backupKey },
  watch,
) => {
  const named = namedIn(staged, viewOf(backupKey));
  if (named.files.size === 0) return { missing: 0 };
  const to = attachmentsBeside(staged);
  try {
    demandSpace(dirname(to), bytesToCopy({ named, to }), 'ổ đĩa của máy này');
    const total = [...named.files.values()].reduce((sum, bytes) => sum + bytes, 0);
    const input = { named, from: attachmentStore(folder), to, link: false };
    const { missing } = bringMissing(input, (done) => {
      watch.progress('Đang khôi phục tệp đính kèm', done, total);
      stopIfCancelled(watch);
    });
    return { missing: missing.length };
  } catch (error) {
    throw failureOfFile(error);
  }
};
