import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, FailureError } from '../../../../shared/failure.ts';
import type { CallContext } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { rowById } from '../record-sql.ts';

/** A chunk is planned for so long, in ms: a save that comes meanwhile waits for it and its transaction. */
const chunkMs = 4;
/** What is the fault of one record; anything else (a full disk, a vanished file …) ends the whole. */
const ownFaults: ReadonlySet<string> = new Set(['invalid', 'duplicate', 'not_found', 'conflict']);

export interface ChunksDone {
  readonly done: number;
  /** Each with the reason in Vietnamese; nothing of it was written. */
  readonly refused: readonly { readonly id: number; readonly text: string }[];
}

/** The work before; two at once would double the wait of a clerk's own save. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Writes something for each of many records in short transactions, so that a clerk's own save never waits for long.
 * A record is written whole or refused whole. Those of a chunk are planned on the same state, so no two records may
 * touch the same rows; twice the same key counts once. One such work after the other.
 */
export function inChunks(
  context: CallContext,
  ids: readonly number[],
  plan: (id: number, unit: UnitOfWork) => void,
): Promise<ChunksDone> {
  const own = before.then(() => writeChunks(context, [...new Set(ids)], plan));
  before = own.catch(() => undefined);
  return own;
}

async function writeChunks(
  { office }: CallContext,
  ids: readonly number[],
  plan: (id: number, unit: UnitOfWork) => void,
): Promise<ChunksDone> {
  const { database } = office;
  const { user_id } = office.requireSession();
  const refused: { id: number; text: string }[] = [];
  for (let next = 0; next < ids.length;) {
    const chunk = new UnitOfWork();
    const until = performance.now() + chunkMs;
    for (; next < ids.length && performance.now() < until; next += 1) {
      const text = planned(chunk, (unit) => plan(ids[next] ?? 0, unit));
      if (text !== null) refused.push({ id: ids[next] ?? 0, text });
    }
    if (chunk.changes.length > 0) database.commit(chunk);
    await nextTurn();
    if (!office.isOpen || office.database !== database || office.session?.user_id !== user_id)
      fail(
        'conflict',
        'Cơ sở dữ liệu đã đóng hoặc đã đổi người dùng trong lúc ghi. Hãy xem lại rồi ghi tiếp.',
      );
  }
  return { done: ids.length - refused.length, refused };
}

/** Adds what is planned for one record to the chunk; gives why not where it is refused. */
function planned(chunk: UnitOfWork, plan: (unit: UnitOfWork) => void): string | null {
  const own = new UnitOfWork();
  try {
    plan(own);
  } catch (error) {
    if (error instanceof FailureError && ownFaults.has(error.failure.code)) return error.failure.text;
    throw error;
  }
  chunk.changes.push(...own.changes);
  chunk.searchTexts.push(...own.searchTexts);
  chunk.audits.push(...own.audits);
  return null;
}

/** Who was left out, by the name of the house. */
export function houseNames(database: Database, refused: ChunksDone['refused']) {
  const nameOf = (id: number) => String(database.first(rowById('house', id))?.['beneficiary_name'] ?? '');
  return refused.map(({ id, text }) => ({ id, name: nameOf(id), text }));
}
