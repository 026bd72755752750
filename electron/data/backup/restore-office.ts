import { mkdirSync } from 'node:fs';
import { harmlessActions } from '../../../shared/audit-actions.ts';
import type { CallOutput } from '../../../shared/api.ts';
import type { Manifest } from '../../../shared/api/backup.ts';
import { fail, toFailure } from '../../../shared/failure.ts';
import type { JobContext } from '../context.ts';
import {
  answerersIn,
  withAnswerKeys,
  writeEnvelope,
  type AnswerKey,
  type Envelope,
} from '../database/key-envelope.ts';
import { takeOfficeLock } from '../database/office-lock.ts';
import { dropStaged, finishBrokenSwap, stagedFile, swapIn } from '../database/swap.ts';
import { query } from '../database/tables.ts';
import type { Office, TaskRunner } from '../office/office.ts';
import { replacingAlone } from '../office/one-at-a-time.ts';
import { putAside } from './aside.ts';
import { manifestOf } from './listing.ts';
import { recordsOf } from './manifest.ts';
import {
  answerKeyOfBackup,
  keyOfBackup,
  presentEnvelope,
  provePresent,
  requireProof,
  type Proven,
  type Secret,
} from './proof.ts';
import { userRows, type PrepareRestored, type Restored } from './restore.ts';
import { missingAttachments } from './restore-attachments.ts';
import { bookEnds } from '../records/funds/lost-numbers.ts';
import { changeState, readState } from './state.ts';
import { readBackupKeys, readManifest } from './verify.ts';

/** What restores: a checked backup, its key and who may. */
interface Plan {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly envelope: Envelope;
  readonly backupKey: Buffer;
  readonly sameKey: boolean;
  /** The backup's second key, where the present one is another. */
  readonly answerKey: AnswerKey | null;
  readonly proven: Proven | null;
  /** Who restores, in the restored database. */
  readonly userUid: string | null;
}

/** Whether the last restore can still be undone: nothing was saved since. */
export function canUndo(office: Office): boolean {
  const { backupState, backups } = office.paths;
  const { undo } = readState(backupState);
  if (!undo || !office.isOpen || !manifestOf(backups, undo.name)) return false;
  const saves = query
    .selectFrom('audit')
    .select('seq')
    .where('seq', '>', undo.chain_length)
    .where('action', 'not in', harmlessActions)
    .limit(1);
  return office.database.first(saves.compile()) === undefined;
}

/** A part of a job's progress bar. */
function partOf(context: JobContext, from: number, to: number): JobContext['progress'] {
  return (step, done, total) => context.progress(step, from + ((to - from) * done) / total, 100);
}

/** The envelope that takes the place of the present one; null where that stays. */
function keysAfter(office: Office, { sameKey, envelope, answerKey }: Plan): Envelope | null {
  if (!sameKey) return envelope;
  if (!answerKey) return null;
  const present = office.requireEnvelope();
  return withAnswerKeys(present, answerKey, new Set([...answerersIn(present), ...answerersIn(envelope)]));
}

/** Everything that happens between closing the old database and having the new one in its place. */
async function replace(
  office: Office,
  worker: TaskRunner,
  plan: Plan,
  present: Pick<PrepareRestored, 'users' | 'presentHead' | 'presentBooks'>,
): Promise<Restored> {
  const { folder } = office.paths;
  const restored = await worker.run('prepare_restored', {
    file: stagedFile(folder, 'ba-yen.db'),
    backupKey: plan.backupKey,
    userUid: plan.userUid,
    backupName: plan.manifest.file,
    users: plan.sameKey ? present.users : null,
    presentHead: present.presentHead,
    presentBooks: present.presentBooks,
  });
  const keys = keysAfter(office, plan);
  if (keys) writeEnvelope(stagedFile(folder, 'keys.json'), keys);
  return restored;
}

/** The present database is saved, closed, replaced and opened again. */
async function replaceOpen(context: JobContext, plan: Plan): Promise<Restored> {
  const { office, signal } = context;
  const { paths, session, database } = office;
  const present = {
    users: userRows(database),
    presentHead: database.chainHead.hash.toString('hex'),
    presentBooks: bookEnds(database),
  };
  let restored: Restored | undefined;
  await office.replaceFiles(async (key) => {
    const worker = office.makeWorker(paths.database, key);
    try {
      const input = {
        folder: paths.backups,
        work: paths.backups,
        keys: paths.keys,
        cause: 'before_restore',
        role: session?.role ?? 'administrator',
        officeName: office.location.office_name ?? '',
      } as const;
      const saved = await worker.run('make_backup', input, { progress: partOf(context, 60, 95), signal });
      restored = await replace(office, worker, plan, present);
      swapIn(paths.folder);
      const undo = { name: saved.file, chain_length: restored.chain_length };
      changeState(paths.backupState, () => ({ undo }));
      return plan.sameKey && session ? key : null;
    } finally {
      await worker.stop();
    }
  });
  return restored ?? fail('internal', 'Không khôi phục được.');
}

/** There is no database, or none that can be opened. */
async function replaceClosed(office: Office, plan: Plan): Promise<Restored> {
  const { folder } = office.paths;
  mkdirSync(folder, { recursive: true });
  const lock = takeOfficeLock(folder);
  try {
    const restored = await replace(office, office.worker, plan, {
      users: null,
      presentHead: null,
      presentBooks: [],
    });
    putAside(office);
    swapIn(folder);
    return restored;
  } finally {
    lock.release();
  }
}

async function carryOut(context: JobContext, plan: Plan): Promise<Restored> {
  const { office, signal } = context;
  const { folder } = office.paths;
  dropStaged(folder);
  try {
    const target = stagedFile(folder, 'ba-yen.db');
    const { manifest, backupKey } = plan;
    const input = { folder: plan.folder, manifest, backupKey, target };
    await office.worker.run('stage_backup', input, { progress: partOf(context, 0, 50), signal });
    const { missing } = await office.worker.run(
      'bring_attachments',
      { folder: plan.folder, staged: target, backupKey },
      { progress: partOf(context, 50, 60), signal },
    );
    if (office.isOpen && !plan.proven) requireProof();
    if (!office.isOpen && plan.proven) await openToSave(office, plan.proven);
    const restored = office.isOpen ? await replaceOpen(context, plan) : await replaceClosed(office, plan);
    office.pointTo(folder, manifest.office_name);
    if (missing > 0)
      context.emit({ type: 'trouble', error: missingAttachments(missing, 'Đã khôi phục xong, nhưng') });
    return restored;
  } finally {
    dropStaged(folder);
    // It was opened for nobody but this restore.
    if (office.isOpen && !office.session) await office.close();
  }
}

/** Opens the present database so that it can be saved; one that turns out damaged is put aside instead. */
async function openToSave(office: Office, proven: Proven): Promise<void> {
  try {
    await office.open(Buffer.from(proven.key), proven.userUid ?? '');
  } catch (error) {
    if (!['damaged', 'vanished'].includes(toFailure(error).code)) throw error;
  }
}

/** What the page is told of a restore. */
type RestoreDone = CallOutput<'backup.restore'>;

/** The secrets of a restore. */
export interface RestoreSecrets {
  readonly login?: string | undefined;
  readonly secret?: string | undefined;
  readonly proof_login?: string | undefined;
  readonly proof?: string | undefined;
}

/**
 * Restores a backup: proof, the whole check, the present database saved, one swap. With the same key the present
 * users stay and whoever is logged in stays so; with another key the backup's users come and log in anew.
 */
export async function restoreBackup(
  context: JobContext,
  folder: string,
  name: string,
  secrets: RestoreSecrets,
): Promise<RestoreDone> {
  const { office } = context;
  if (office.sample) fail('forbidden', 'Đang ở dữ liệu mẫu. Hãy rời dữ liệu mẫu rồi khôi phục.');
  // From the proof on: whoever is proven here must not find another office in its place afterwards.
  return replacingAlone(office, async () => {
    // Whose keys the present ones are is only known once no other swap is half done.
    finishBrokenSwap(office.paths.folder);
    const proven = await provePresent(office, { login: secrets.proof_login, secret: secrets.proof });
    // One secret is enough where both have the same key but the present database cannot be read.
    const opens =
      proven === null && secrets.secret === undefined
        ? { login: secrets.proof_login, secret: secrets.proof }
        : secrets;
    const others = [{ login: secrets.proof_login, secret: secrets.proof }];
    return restoreProven(context, folder, name, opens, proven, others);
  });
}

/** A restore by somebody whose right to it is proven; wipes the proven key. */
export async function restoreProven(
  context: JobContext,
  folder: string,
  name: string,
  secrets: Secret,
  proven: Proven | null,
  others: readonly Secret[] = [],
): Promise<RestoreDone> {
  const { office, config } = context;
  try {
    const manifest = readManifest(folder, name, config.programVersion);
    const envelope = readBackupKeys(folder, manifest);
    const sameKey = presentEnvelope(office)?.key_id === manifest.key_id;
    const backupKey =
      sameKey && proven ? Buffer.from(proven.key) : await keyOfBackup(office, envelope, secrets);
    const answerKey = await answerKeyOfBackup(office, envelope, [...others, secrets]);
    const other = envelope.users.find(({ login }) => login === secrets.login)?.uid ?? null;
    const userUid = sameKey ? (proven?.userUid ?? null) : other;
    try {
      const plan: Plan = { folder, manifest, envelope, backupKey, sameKey, answerKey, proven, userUid };
      const { households, chain_head, lost_numbers } = await carryOut(context, plan);
      if (answerKey && office.session)
        office.holdAnswerKey({ ...answerKey, key: Buffer.from(answerKey.key) });
      return { households, records: recordsOf(manifest), chain_head, lost_numbers };
    } finally {
      backupKey.fill(0);
      answerKey?.key.fill(0);
    }
  } finally {
    proven?.key.fill(0);
  }
}

/**
 * Brings back what was there before the last restore, while nothing was saved since. The proof is a password of
 * the present administrator or, where the key was another one, of the database that comes back.
 */
export async function undoRestore(context: JobContext, proof: string): Promise<void> {
  const { office } = context;
  office.requireSession();
  const { backups, backupState } = office.paths;
  const { undo } = readState(backupState);
  if (!undo || !canUndo(office))
    return fail('not_found', 'Không còn hoàn tác được: sau khi khôi phục đã có bản ghi mới.');
  const { key_id } = readManifest(backups, undo.name, context.config.programVersion);
  await replacingAlone(office, async () => {
    const sameKey = presentEnvelope(office)?.key_id === key_id;
    const proven = sameKey
      ? await provePresent(office, { secret: proof })
      : { key: Buffer.from(office.key), userUid: office.userUid };
    await restoreProven(context, backups, undo.name, { secret: proof }, proven);
  });
}
