import { makeRecoveryKeySheet, writeDocument, type RecoveryKeySheetData } from '../documents/index.ts';
import type { Task } from '../jobs/task.ts';

/** The sheet with the recovery key, in the worker. */
export const recoveryKeyTask: Task<RecoveryKeySheetData & { path: string }, { pages: number }> = (
  { path, ...data },
  { config },
) => writeDocument(path, (sink) => makeRecoveryKeySheet(data, { fontFolder: config.fonts }, sink));
