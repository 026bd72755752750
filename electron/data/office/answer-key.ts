import { may, type Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
import {
  newAnswerKey,
  withAnswerKeys,
  withoutUser,
  writeEnvelope,
  type AnswerKey,
  type Envelope,
} from '../database/key-envelope.ts';
import { logError } from '../log.ts';
import { allUsers } from '../people/users.ts';
import type { Office } from './office.ts';

/** Who holds the second key by her role, by life-long name. */
function answerersOf(database: Database): Set<string> {
  const users = allUsers(database).filter((user) => user.removed_at === null);
  return new Set(users.filter(({ role }) => may(role, 'opinions.answer')).map(({ uid }) => uid));
}

/**
 * The envelope that follows the users in the database: the second key their roles, and who was removed has no lock.
 * The same one where it does already.
 */
export function alignedWithUsers(
  database: Database,
  envelope: Envelope,
  answerKey: AnswerKey | null,
): Envelope {
  const removed = allUsers(database).filter(({ removed_at }) => removed_at !== null);
  const present = removed.reduce((rest, { uid }) => withoutUser(rest, uid), envelope);
  return withAnswerKeys(present, answerKey, answerersOf(database));
}

/**
 * At log-in of an answering role: the second key is held until log-out. An office of before gets its key here, and
 * what a power cut left between a user's row and her lock is mended. Where that cannot be written, nothing is held: a
 * key that nobody could open again must not be used.
 */
export function readyAnswerKey(office: Office, role: Role, opened: Buffer | null): void {
  if (!may(role, 'opinions.answer')) {
    opened?.fill(0);
    return;
  }
  const envelope = office.requireEnvelope();
  const { answer_key_id } = envelope;
  const known = opened && answer_key_id !== undefined ? { id: answer_key_id, key: opened } : null;
  const answerKey = known ?? (answer_key_id === undefined ? newAnswerKey() : null);
  if (answerKey === null) return;
  try {
    const aligned = alignedWithUsers(office.database, envelope, answerKey);
    if (aligned !== envelope) writeEnvelope(office.paths.keys, aligned);
    office.holdAnswerKey(answerKey);
  } catch (error) {
    logError('second key', error);
    if (known) office.holdAnswerKey(known);
  }
}
