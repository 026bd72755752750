import { fail } from '../../../shared/failure.ts';
import type { DataConfig } from '../messages.ts';

/** What a task in the worker thread is given besides its input. */
export interface TaskContext {
  readonly config: DataConfig;
  /** The database file and its raw key; empty while no database is open. */
  readonly file: string;
  readonly key: Buffer;
  /** Vietnamese step, done of total. */
  readonly progress: (step: string, done: number, total: number) => void;
  /** Whether the person has cancelled; a task looks at it between its steps. */
  readonly cancelled: () => boolean;
}

/**
 * Long work away from the writer: registers, exports, backups, verification, checkpoints. It is asked for by its name
 * in tasks.ts, so that what it needs (drawing, reading PDFs) is loaded by the worker thread alone.
 */
export type Task<I, O> = (input: I, context: TaskContext) => Promise<O> | O;

/** Ends a task that the person has cancelled with the failure `cancelled`. */
export function stopIfCancelled(context: Pick<TaskContext, 'cancelled'>): void {
  if (context.cancelled()) fail('cancelled', 'Đã hủy theo yêu cầu.', { safe: 'Không có gì bị thay đổi.' });
}
