import { fail } from '../../../shared/failure.ts';
import { readEnvelope, writeEnvelope, type AnswerKey, type Envelope } from '../database/key-envelope.ts';
import { alignedWithUsers } from './answer-key.ts';
import type { Office } from './office.ts';

const queues = new WeakMap<Office, Promise<unknown>>();
const replacing = new WeakSet<Office>();

/** Does work on the office's envelope when all such work before it is done: nobody's new password gets lost. */
export function inTurn<T>(office: Office, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(office) ?? Promise.resolve()).then(work);
  queues.set(
    office,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Changes who may open the open office: `make` gives the new envelope, which takes its time; `commit` then writes
 * what goes with it into the database. Fails with `conflict`, and changes nothing, where the office was closed,
 * replaced or exchanged meanwhile: its keys must never fall upon another one's. What is written follows the users in
 * the database.
 */
export function changeEnvelope(
  office: Office,
  make: (envelope: Envelope) => Promise<Envelope> | Envelope,
  commit: () => void = () => undefined,
  answerKey: AnswerKey | null = null,
): Promise<void> {
  const { database } = office;
  const { keys } = office.paths;
  return inTurn(office, async () => {
    const envelope = await make(office.requireEnvelope());
    const same = office.isOpen && office.database === database;
    if (!same || readEnvelope(keys)?.key_id !== envelope.key_id)
      fail('conflict', 'Cơ sở dữ liệu đã đóng hoặc đã đổi trong lúc lưu. Hãy làm lại.', {
        safe: 'Chưa có gì bị thay đổi.',
      });
    commit();
    writeEnvelope(keys, alignedWithUsers(database, envelope, answerKey ?? office.answerKey));
  });
}

/** Refuses with `in_use` what must not meet a restore or a change of key on its way. */
export function refuseWhileReplacing(office: Office): void {
  if (replacing.has(office))
    fail('in_use', 'Đang khôi phục hoặc đổi khóa dữ liệu. Hãy đợi việc đó xong rồi làm lại.', {
      safe: 'Dữ liệu không bị ảnh hưởng.',
    });
}

/** Runs what replaces the office's files; a second such work meanwhile is refused with `in_use`. */
export async function replacingAlone<T>(office: Office, work: () => Promise<T>): Promise<T> {
  refuseWhileReplacing(office);
  replacing.add(office);
  try {
    return await work();
  } finally {
    replacing.delete(office);
  }
}
