import type { Task } from '../jobs/task.ts';
import { requireHarmlessPdf } from './pdf-check.ts';

/** `requireHarmlessPdf` in a worker thread, over memory that both threads see. */
export const checkPdfTask: Task<{ pdf: SharedArrayBuffer }, null> = ({ pdf }) => {
  requireHarmlessPdf(Buffer.from(pdf));
  return null;
};
