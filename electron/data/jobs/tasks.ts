import { checkAttachmentsTask } from '../attachments/check.ts';
import { checkPdfTask } from '../attachments/pdf-check-task.ts';
import { bringBackTask } from '../backup/bring-back.ts';
import { makeBackupTask } from '../backup/make.ts';
import { prepareRestoredTask } from '../backup/restore.ts';
import { bringAttachmentsTask } from '../backup/restore-attachments.ts';
import { rereadBackupTask, stageBackupTask, verifyBackupTask } from '../backup/verify.ts';
import { bookTask } from '../exports/book-task.ts';
import { xlsxTask } from '../exports/xlsx-task.ts';
import { verifyAuditTask } from '../people/verify-audit.ts';
import { disclosureTask, fundReportTask, vouchersTask } from '../records/funds/papers-tasks.ts';
import { acceptanceTask, handoverTask, houseListsTask, labourTask } from '../records/houses/papers-tasks.ts';
import { minutesTask, opinionSummaryTask } from '../records/opinions/papers.ts';
import { registerTask } from '../register/register-task.ts';
import { missingVillagesTask } from '../records/launches/missing-list-task.ts';
import { meetingSheetTask, testPageTask } from '../register/sheet-tasks.ts';
import { checkpointTask } from './checkpoints.ts';
import type { Task } from './task.ts';

/** Every task that the worker thread knows. */
const tasks: readonly Task<never, unknown>[] = [
  checkpointTask,
  verifyAuditTask,
  registerTask,
  meetingSheetTask,
  testPageTask,
  minutesTask,
  opinionSummaryTask,
  vouchersTask,
  disclosureTask,
  fundReportTask,
  houseListsTask,
  acceptanceTask,
  handoverTask,
  labourTask,
  xlsxTask,
  bookTask,
  missingVillagesTask,
  checkAttachmentsTask,
  checkPdfTask,
  makeBackupTask,
  stageBackupTask,
  verifyBackupTask,
  rereadBackupTask,
  bringAttachmentsTask,
  bringBackTask,
  prepareRestoredTask,
];

const byName = new Map(tasks.map((task) => [task.name, task]));

/** The task of that name; the names come from our own code, so an unknown one is a defect. */
export function taskOf(name: string): Task<never, unknown> {
  const task = byName.get(name);
  if (!task) throw new Error(`No such task: ${name}`);
  return task;
}
