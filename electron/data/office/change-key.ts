import BetterSqlite3 from 'better-sqlite3';
import { renewSecret } from '../attachments/secrets.ts';
import {
  newAnswerKey,
  newDatabaseKey,
  withNewKey,
  writeEnvelope,
  type AnswerKey,
} from '../database/key-envelope.ts';
import { applyKey, changeKey, openReader } from '../database/open.ts';
import { newRecoveryKey, readRecoveryKey } from '../database/recovery-key.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { dropStaged, stagedFile, swapIn } from '../database/swap.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { checkFile } from '../backup/make.ts';
import { syncFile } from '../backup/restore.ts';
import { resealSpeakers } from '../records/opinions/reseal.ts';
import { answersAligned } from './answer-key.ts';
import type { Office } from './office.ts';
import { inTurn, replacingAlone } from './one-at-a-time.ts';
import { officeNameOf } from './settings.ts';
import { localDay } from './wording.ts';

/** The second key before and after. */
interface AnswerKeys {
  readonly old: AnswerKey;
  readonly fresh: AnswerKey;
}

function copyUnderNewKey(
  file: string,
  key: Buffer,
  copy: string,
  newKey: Buffer,
  answers: AnswerKeys | null,
): void {
  const reader = openReader(file, key);
  try {
    reader.prepare('VACUUM INTO ?').run(copy);
  } finally {
    reader.close();
  }
  const connection = new BetterSqlite3(copy);
  try {
    applyKey(connection, key);
    if (answers) resealSpeakers(connection, answers.old, answers.fresh);
    changeKey(connection, newKey);
  } finally {
    connection.close();
  }
  checkFile(copy, newKey, () => undefined);
  syncFile(copy);
}

/**
 * Gives the database a new key: verified backup, a copy under the new key, checked, then both the copy and the
 * new envelope in one swap. Everybody's password stays; gives the new recovery key. Older backups keep their key.
 * Saves wait meanwhile: it is rare and takes seconds.
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
  const kept = Buffer.from(newKey);
  const recoveryKey = newRecoveryKey();
  const old = office.answerKey;
  // Whoever was removed may have known the second key as well.
  const answers = old && { old, fresh: newAnswerKey() };
  try {
    const envelope = await withNewKey(office.requireEnvelope(), newKey, readRecoveryKey(recoveryKey));
    dropStaged(folder);
    copyUnderNewKey(paths.database, office.key, stagedFile(folder, 'ba-yen.db'), newKey, answers);
    const aligned = answersAligned(office.database, envelope, answers?.fresh ?? null);
    writeEnvelope(stagedFile(folder, 'keys.json'), aligned);
    await office.replaceFiles(() => {
      swapIn(folder);
      return kept;
    });
  } catch (error) {
    dropStaged(folder);
    throw failureOfSqlite(error);
  } finally {
    newKey.fill(0);
  }
  if (answers) office.holdAnswerKey(answers.fresh);
  const unit = new UnitOfWork().audit({
    action: 'change_key',
    userId: session.user_id,
    payload: { about: session.login },
  });
  // Attachments from before stay readable; those from now on open with nothing that was known before.
  renewSecret(office.database, unit);
  office.database.commit(unit);
  office.pendingRecoveryKey = recoveryKey;
  return recoveryKey;
}
