import type { Session } from '../../../shared/events.ts';
import { renewSecret } from '../attachments/secrets.ts';
import { Database } from '../database/database.ts';
import {
  newAnswerKey,
  newDatabaseKey,
  withNewKey,
  writeEnvelope,
  type AnswerKey,
} from '../database/key-envelope.ts';
import { changeKey, openReader, openWriter } from '../database/open.ts';
import { newRecoveryKey, readRecoveryKey } from '../database/recovery-key.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { dropStaged, stagedFile, swapIn } from '../database/swap.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { checkFile } from '../backup/make.ts';
import { syncFile } from '../backup/restore.ts';
import { resealSpeakers } from '../records/opinions/reseal.ts';
import { alignedWithUsers } from './answer-key.ts';
import type { Office } from './office.ts';
import { inTurn, replacingAlone } from './one-at-a-time.ts';
import { officeNameOf } from './settings.ts';
import { localDay } from './wording.ts';

/** The second key before and after. */
interface AnswerKeys {
  readonly old: AnswerKey;
  readonly fresh: AnswerKey;
}

/** What the copy is told before it takes the place of the present database. */
interface NewKeys {
  readonly key: Buffer;
  readonly answers: AnswerKeys | null;
  /** Who changes the key. */
  readonly session: Session;
}

/**
 * A checked copy of the open database under a new key. What goes with the change is in it already (the line of the
 * trail, a new secret for attachments): once it is in its place nothing remains that could fail.
 */
function copyUnderNewKey(office: Office, copy: string, { key, answers, session }: NewKeys): void {
  const reader = openReader(office.paths.database, office.key);
  try {
    reader.prepare('VACUUM INTO ?').run(copy);
  } finally {
    reader.close();
  }
  const connection = openWriter(copy, office.key);
  try {
    if (answers) resealSpeakers(connection, answers.old, answers.fresh);
    const database = new Database(connection, copy, office.database.origin);
    const { user_id: userId, login: about } = session;
    const unit = new UnitOfWork().audit({ action: 'change_key', userId, payload: { about } });
    // Attachments from before stay readable; those from now on open with nothing that was known before.
    renewSecret(database, unit);
    database.commit(unit);
    changeKey(connection, key);
  } finally {
    connection.close();
  }
  checkFile(copy, key, () => undefined);
  syncFile(copy);
}

/**
 * Gives the database a new key: verified backup, a copy under the new key, checked, then both the copy and the
 * new envelope in one swap. Everybody's password stays; gives the new recovery key, until whose confirmation the one
 * before opens the new database as well. Older backups keep their key. Saves wait meanwhile: it is rare and takes
 * seconds.
 */
export function changeDatabaseKey(office: Office): Promise<string> {
  return replacingAlone(office, () => inTurn(office, () => changeKeyAlone(office)));
}

async function changeKeyAlone(office: Office): Promise<string> {
  const session = office.requireSession();
  const { paths } = office;
  const { folder } = paths;
  await office.worker.run('make_backup', {
    folder: paths.backups,
    work: paths.backups,
    keys: paths.keys,
    cause: 'before_key_change',
    role: session.role,
    officeName: officeNameOf(office.database, localDay(new Date())) ?? '',
  });
  const newKey = newDatabaseKey();
  const recoveryKey = newRecoveryKey();
  const old = office.answerKey;
  // Whoever was removed may have known the second key as well.
  const answers = old && { old, fresh: newAnswerKey() };
  try {
    const envelope = await withNewKey(office.requireEnvelope(), newKey, readRecoveryKey(recoveryKey));
    dropStaged(folder);
    copyUnderNewKey(office, stagedFile(folder, 'ba-yen.db'), { key: newKey, answers, session });
    const aligned = alignedWithUsers(office.database, envelope, answers?.fresh ?? null);
    writeEnvelope(stagedFile(folder, 'keys.json'), aligned);
    await office.replaceFiles(() => {
      swapIn(folder);
      return Buffer.from(newKey);
    });
  } catch (error) {
    answers?.fresh.key.fill(0);
    dropStaged(folder);
    throw failureOfSqlite(error);
  } finally {
    newKey.fill(0);
  }
  if (answers) office.holdAnswerKey(answers.fresh);
  office.pendingRecoveryKey = recoveryKey;
  return recoveryKey;
}
