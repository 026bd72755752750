import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { viewOf } from '../database/key-envelope.ts';
import type { DataConfig } from '../messages.ts';
import { logError } from '../log.ts';
import { taskOf, type TaskName } from './tasks.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly config: DataConfig;
  readonly file: string;
  /** Shared with the thread that started this one and wiped by it: never copied here. */
  readonly key: Uint8Array;
  /** One flag: 1 when the running task is cancelled. */
  readonly cancelFlag: SharedArrayBuffer;
}

export type ToWorker = { readonly id: number; readonly task: TaskName; readonly input: unknown };
export type FromWorker =
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly step: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: Failure };

/** Keys that came with a task's input are this thread's own copies. */
function wipeKeys(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0);
}

/** The thread's loop: one task at a time, in the order asked. */
function runTasks(port: MessagePort): void {
  const start = workerData as WorkerStart;
  const key = viewOf(start.key);
  const flag = new Int32Array(start.cancelFlag);
  const send = (message: FromWorker) => port.postMessage(message);
  let queue = Promise.resolve();
  const run = async ({ id, task, input }: ToWorker) => {
    try {
      const value: unknown = await taskOf(task)(input as never, {
        config: start.config,
        file: start.file,
        key,
        progress: (step, done, total) => send({ type: 'progress', id, step, done, total }),
        cancelled: () => Atomics.load(flag, 0) === 1,
      });
      send({ type: 'done', id, value });
    } catch (error) {
      logError(`task ${task}`, error);
      send({ type: 'failed', id, error: toFailure(error) });
    } finally {
      wipeKeys(input);
    }
  };
  port.on('message', (message: ToWorker) => {
    queue = queue.then(() => run(message));
  });
}

if (parentPort) runTasks(parentPort);
