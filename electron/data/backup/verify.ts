import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../../shared/api/backup.ts';
import { fail } from '../../../shared/failure.ts';
import { parseEnvelope, viewOf, type Envelope } from '../database/key-envelope.ts';
import { newestSchema, refuseNewer } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { ledgerFaults } from '../database/ledger.ts';
import { openReader } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { type Task, stopIfCancelled } from '../jobs/task.ts';
import { copyAndCompare, demandSpace, hashFile } from './copy-file.ts';
import { failureOfFile } from './file-failure.ts';
import { keysName, manifestName, manifestOf } from './listing.ts';
import { demandContent, recordsOf, sumOf } from './manifest.ts';
import { checkFile, verifyCacheMiB, type Work } from './make.ts';
import { attachmentsRead, checkBackupAttachments, namedIn } from './restore-attachments.ts';

/** An envelope of a thousand people is shorter; what lies on a stick may be anything. */
const longestKeys = 4_000_000;

const damaged = (what: string) =>
  fail('damaged', `Bản sao lưu này bị hỏng: ${what}. Hãy chọn bản khác.`, {
    safe: 'Dữ liệu đang dùng không bị thay đổi.',
  });

/** The manifest of a backup; `not_found` or `damaged` where it cannot be read, `newer_program` for its schema. */
export function readManifest(folder: string, name: string, programVersion: string): Manifest {
  const manifest = manifestOf(folder, name);
  if (!manifest) {
    if (!existsSync(join(folder, name)) && !existsSync(join(folder, manifestName(name))))
      return fail('not_found', 'Không thấy bản sao lưu này. Thiết bị có thể đã bị rút ra.');
    return damaged('tờ kê đi kèm không đọc được');
  }
  refuseNewer(manifest.schema_version, newestSchema(migrations), programVersion);
  return manifest;
}

/** The envelope that lies beside a backup, checked against the manifest. */
export function readBackupKeys(folder: string, manifest: Manifest): Envelope {
  const name = keysName(manifest.file);
  let text: string;
  try {
    const file = join(folder, name);
    const found = statSync(file);
    if (!found.isFile() || found.size > longestKeys) throw new Error('no envelope');
    text = readFileSync(file, 'utf8');
  } catch {
    return damaged('thiếu tệp khóa đi kèm');
  }
  if (manifest.files[name] !== sumOf(text)) damaged('tệp khóa đi kèm đã bị sửa');
  const envelope = parseEnvelope(text);
  if (envelope.key_id !== manifest.key_id) damaged('tệp khóa đi kèm là của bản khác');
  return envelope;
}

/** A backup and the place on this machine that it is brought to for its check. */
export interface StageBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The backup's own key. */
  readonly backupKey: Uint8Array;
  /** A file that is not there yet, on this machine. */
  readonly target: string;
}

function openChecked(target: string, key: Buffer, between: () => void) {
  try {
    return checkFile(target, key, between);
  } catch (error) {
    const failure = failureOfSqlite(error);
    if (failure instanceof Error && failure.message.startsWith('damaged'))
      return damaged('không mở được hoặc có trang hỏng');
    throw failure;
  }
}

/**
 * The whole check of a backup: brought to this machine, its SHA-256, every page, foreign keys, counts, audit chain
 * against the manifest. What was checked stays at `target`; on failure nothing does.
 */
export function stageBackup({ folder, manifest, backupKey, target }: StageBackup, work: Work): void {
  const source = join(folder, manifest.file);
  const progress = (step: string, done: number) => {
    work.progress(step, done, 100);
    stopIfCancelled(work);
  };
  try {
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(source)) damaged('thiếu tệp dữ liệu');
    const found = statSync(source);
    if (!found.isFile() || found.size !== manifest.bytes) damaged('tệp dữ liệu không đúng cỡ như tờ kê');
    demandSpace(dirname(target), manifest.bytes, 'ổ đĩa của máy này');
    const sum = copyAndCompare(
      source,
      target,
      (done) => progress('Đang chép bản sao lưu về máy', (25 * done) / manifest.bytes),
      (done) => progress('Đang so sánh', 25 + (15 * done) / manifest.bytes),
    );
    if (sum !== manifest.files[manifest.file]) damaged('nội dung tệp không khớp với tờ kê');
    progress('Đang kiểm tra dữ liệu', 40);
    const content = openChecked(target, viewOf(backupKey), () => progress('Đang kiểm tra nhật ký', 75));
    demandContent(content, manifest);
    progress('Đã kiểm tra', 100);
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(target + end, { force: true });
    throw failureOfFile(failureOfSqlite(error));
  }
}

/** `stageBackup` in the worker thread. */
export const stageBackupTask: Task<StageBackup, null> = (input, context) => {
  stageBackup(input, context);
  return null;
};

/**
 * Fails with `damaged` where the funds' books in a backup disagree with their vouchers. Such a backup is a true copy and
 * can be made and restored all the same: nothing else in it must be lost for that.
 */
function demandLedger(file: string, key: Buffer): void {
  const reader = openReader(file, key, { cacheMiB: verifyCacheMiB });
  try {
    const [fault] = ledgerFaults(reader);
    if (fault !== undefined)
      fail('damaged', `Bản sao lưu đọc được nguyên vẹn, nhưng sổ quỹ trong đó không khớp: ${fault}`, {
        safe: 'Hãy chạy kiểm tra nhật ký trên dữ liệu đang dùng và báo người phụ trách quỹ.',
      });
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    reader.close();
  }
}

/** What a verified backup was found to hold. */
export interface Verified {
  readonly verified: true;
  readonly records: number;
  readonly chain_length: number;
  /** How many attachments it has; absent where it has none. */
  readonly attachments?: number;
  /** How many were missing already when it was made. */
  readonly missing: number;
}

/** Restores a backup into a scratch file, checks all of it and removes the scratch file. */
export const verifyBackupTask: Task<StageBackup, Verified> = (input, context) => {
  stageBackup(input, context);
  const { folder, manifest, backupKey, target } = input;
  try {
    demandLedger(target, viewOf(backupKey));
    const named = namedIn(target, viewOf(backupKey));
    const missing = checkBackupAttachments(folder, manifest, named, context);
    const attachments = manifest.attachments && { attachments: manifest.attachments.files };
    const { chain_length } = manifest;
    return { verified: true, records: recordsOf(manifest), chain_length, ...attachments, missing };
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(target + end, { force: true });
  }
};

/** Reads a stick's copy once more against its manifest: right after writing, the read may come from the cache. */
export const rereadBackupTask: Task<{ folder: string; manifest: Manifest }, { same: boolean }> = (
  { folder, manifest },
  work,
) => {
  const sum = hashFile(join(folder, manifest.file), () => stopIfCancelled(work));
  return { same: sum === manifest.files[manifest.file] && attachmentsRead(folder, manifest, work) };
};
