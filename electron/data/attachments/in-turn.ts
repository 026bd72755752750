import type { Office } from '../office/office.ts';

const queues = new WeakMap<Office, Promise<unknown>>();

/**
 * Does work on an office's attachments when all such work before it is done: what sweeps files that no record names
 * must never meet one whose record is about to be saved.
 */
export function attachmentsInTurn<T>(office: Office, work: () => Promise<T> | T): Promise<T> {
  const turn = (queues.get(office) ?? Promise.resolve()).then(work);
  queues.set(
    office,
    turn.catch(() => undefined),
  );
  return turn;
}
