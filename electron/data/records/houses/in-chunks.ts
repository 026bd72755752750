import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, FailureError, toFailure } from '../../../../shared/failure.ts';
import type { CallContext } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { logError } from '../../log.ts';
import { meansDamage } from '../../office/damage.ts';
import { rowById } from '../record-sql.ts';

/** A chunk is planned for so long, in ms: a save that comes meanwhile waits for it and its transaction. */
const chunkMs = 4;
/** What is the fault of one record; anything else (a full disk, a locked screen …) breaks the whole off. */
const ownFaults: ReadonlySet<string> = new Set(['invalid', 'duplicate', 'not_found', 'conflict']);

export interface ChunksDone<T> {
  /** What was planned for each record that is written. */
  readonly done: readonly T[];
  /** Each with the reason in Vietnamese; nothing of it was written. */
  readonly refused: readonly { readonly id: number; readonly text: string }[];
}

/** The work before; two at once would double the wait of a clerk's own save. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Writes something for each of many records in short transactions, so that a clerk's own save never waits for long.
 * A record is written whole or refused whole. Those of a chunk are planned on the same state, so no two records may
 * touch the same rows; twice the same key counts once. Where it breaks off after something was written, that is
 * told and the rest is refused with the reason. One such work after the other.
 */
export function inChunks<T>(
  context: CallContext,
  ids: readonly number[],
  plan: (id: number, unit: UnitOfWork) => T,
): Promise<ChunksDone<T>> {
  const own = before.then(() => writeChunks(context, [...new Set(ids)], plan));
  before = own.catch(() => undefined);
  return own;
}

async function writeChunks<T>(
  { office }: CallContext,
  ids: readonly number[],
  plan: (id: number, unit: UnitOfWork) => T,
): Promise<ChunksDone<T>> {
  const { database } = office;
  const { user_id } = office.requireSession();
  const done: T[] = [];
  const refused: { id: number; text: string }[] = [];
  for (let rest = ids; rest.length > 0;) {
    try {
      const chunk = writeChunk(database, rest, plan);
      done.push(...chunk.done);
      refused.push(...chunk.refused);
      rest = rest.slice(chunk.done.length + chunk.refused.length);
    } catch (error) {
      const { code, text } = toFailure(error);
      if (done.length === 0 || meansDamage(code)) throw error;
      logError('houses in chunks', error);
      refused.push(...rest.map((id) => ({ id, text })));
      break;
    }
    await nextTurn();
    if (!office.isOpen || office.database !== database || office.session?.user_id !== user_id)
      fail(
        'conflict',
        'Cơ sở dữ liệu đã đóng hoặc đã đổi người dùng trong lúc ghi. Hãy xem lại rồi ghi tiếp.',
      );
  }
  return { done, refused };
}

/** Writes the first of the records, as many as are planned within a chunk's time, in one transaction. */
function writeChunk<T>(
  database: Database,
  ids: readonly number[],
  plan: (id: number, unit: UnitOfWork) => T,
): ChunksDone<T> {
  const chunk = new UnitOfWork();
  const done: T[] = [];
  const refused: { id: number; text: string }[] = [];
  const until = performance.now() + chunkMs;
  for (const id of ids) {
    const own = new UnitOfWork();
    try {
      done.push(plan(id, own));
      chunk.changes.push(...own.changes);
      chunk.searchTexts.push(...own.searchTexts);
      chunk.audits.push(...own.audits);
    } catch (error) {
      if (!(error instanceof FailureError) || !ownFaults.has(error.failure.code)) throw error;
      refused.push({ id, text: error.failure.text });
    }
    if (performance.now() >= until) break;
  }
  if (chunk.changes.length > 0) database.commit(chunk);
  return { done, refused };
}

/** Who was left out, by the name of the house. */
export function houseNames(database: Database, refused: ChunksDone<unknown>['refused']) {
  const nameOf = (id: number) => String(database.first(rowById('house', id))?.['beneficiary_name'] ?? '');
  return refused.map(({ id, text }) => ({ id, name: nameOf(id), text }));
}
