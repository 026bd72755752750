import { statSync } from 'node:fs';
import { openMaintenance } from '../database/open.ts';
import type { Task } from './task.ts';
import type { WorkerClient } from './worker-client.ts';

/** A write-ahead log of this size, in bytes, is carried into the database file. */
const walLimit = 4_000_000;
const everyMs = 2_000;

/** A PASSIVE checkpoint on a connection of its own: one on the writer would stall a save for 80–110 ms. */
export const checkpointTask: Task<null, { moved: number }> = (_input, { file, key }) => {
  const connection = openMaintenance(file, key);
  try {
    const [result] = connection.pragma('wal_checkpoint(PASSIVE)') as { checkpointed: number }[];
    return { moved: result?.checkpointed ?? 0 };
  } finally {
    connection.close();
  }
};

/** Looks after the write-ahead log of an open database; gives the function that stops it. */
export function keepCheckpoints(
  file: string,
  worker: Pick<WorkerClient, 'busy' | 'run'>,
  onError: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => {
    if (worker.busy || walSize(file) < walLimit) return;
    worker.run('checkpoint', null).catch(onError);
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function walSize(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
