import type { Office } from '../office/office.ts';
import { uncheckable } from './pdf-check.ts';

/** The largest PDF takes a few seconds on an old machine, in ms. */
const longestCheck = 30_000;

let before: Promise<unknown> = Promise.resolve();

/**
 * Looks a PDF over, in a thread of its own: no save waits for it, it waits for no backup, and what a stranger wrote
 * is read where no key is. One at a time. Fails with `invalid` for one that may not be attached.
 */
export function checkPdfAside(office: Office, pdf: Buffer<SharedArrayBuffer>): Promise<void> {
  const check = before.then(() => checkInThread(office, pdf));
  before = check.catch(() => undefined);
  return check;
}

async function checkInThread(office: Office, pdf: Buffer<SharedArrayBuffer>): Promise<void> {
  const worker = office.makeWorker('', Buffer.alloc(0));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void worker.stop();
  }, longestCheck);
  try {
    await worker.run('check_pdf', { pdf: pdf.buffer });
  } catch (error) {
    if (late) uncheckable('quá phức tạp');
    throw error;
  } finally {
    clearTimeout(timer);
    await worker.stop();
  }
}
