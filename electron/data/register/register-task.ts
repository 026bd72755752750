import { rmSync } from 'node:fs';
import { fail } from '../../../shared/failure.ts';
import { makeRegister, writeDocument, type DocumentResult } from '../documents/index.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../jobs/task.ts';
import { RegisterSource, type RegisterArea, type RegisterLook } from './register-data.ts';
import { campaignIn, onSnapshot } from './snapshot.ts';

/** A register to be made, and the file that it goes to. */
export interface RegisterTarget extends RegisterArea {
  readonly document_id: string;
  readonly path: string;
}

export interface RegisterJob extends RegisterLook {
  readonly campaign_id: number;
  readonly targets: readonly RegisterTarget[];
}

/** A register that was made; areas without households have none. */
export interface MadeRegister extends DocumentResult {
  readonly document_id: string;
}

const step = 'Đang lập danh sách';

/**
 * Makes registers from one state of the database, each of its own file. Fails with `invalid` when there is no
 * household at all, and with `cancelled`; what was made before a failure is removed.
 */
function makeRegisters(job: RegisterJob, context: TaskContext): MadeRegister[] {
  return onSnapshot(context, (snapshot) => {
    const source = new RegisterSource(snapshot, campaignIn(snapshot, job.campaign_id));
    const targets = job.targets.map((target) => ({ ...target, rows: source.rows(target) }));
    const filled = targets.filter(({ rows }) => rows > 0);
    const total = filled.reduce((sum, { rows }) => sum + rows, 0);
    if (total === 0) fail('invalid', 'Chưa có hộ nào để in. Hãy nhập tờ cam kết hoặc thêm hộ trước.');
    let before = 0;
    return filled.map((target) => {
      stopIfCancelled(context);
      const start = before;
      before += target.rows;
      const options = {
        fontFolder: context.config.fonts,
        isCancelled: context.cancelled,
        onProgress: ({ rows }: { rows: number }) => context.progress(step, start + rows, total),
      };
      const made = writeDocument(target.path, (sink) =>
        makeRegister(source.data(target, job), options, sink),
      );
      context.progress(step, before, total);
      return { document_id: target.document_id, ...made };
    });
  });
}

/** Registers of one or more areas, in the worker. */
export const registerTask: Task<RegisterJob, MadeRegister[]> = (job, context) => {
  try {
    return makeRegisters(job, context);
  } catch (error) {
    for (const { path } of job.targets) rmSync(path, { force: true });
    throw error;
  }
};
