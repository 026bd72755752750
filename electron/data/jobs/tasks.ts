import { checkAttachmentsTask } from '../attachments/check.ts';
import { checkPdfTask } from '../attachments/pdf-check-task.ts';
import { bringBackTask } from '../backup/bring-back.ts';
import { makeBackupTask } from '../backup/make.ts';
import { prepareRestoredTask } from '../backup/restore.ts';
import { bringAttachmentsTask } from '../backup/restore-attachments.ts';
import { rereadBackupTask, stageBackupTask, verifyBackupTask } from '../backup/verify.ts';
import { bookTask } from '../exports/book-task.ts';
import { xlsxTask } from '../exports/xlsx-task.ts';
import { recoveryKeyTask } from '../office/recovery-key-task.ts';
import { verifyAuditTask } from '../people/verify-audit.ts';
import { disclosureTask, fundReportTask, vouchersTask } from '../records/funds/papers-tasks.ts';
import { acceptanceTask, handoverTask, houseListsTask, labourTask } from '../records/houses/papers-tasks.ts';
import { minutesTask, opinionSummaryTask } from '../records/opinions/papers.ts';
import { registerTask } from '../register/register-task.ts';
import { missingVillagesTask } from '../records/launches/missing-list-task.ts';
import { meetingSheetTask, testPageTask } from '../register/sheet-tasks.ts';
import { checkpointTask } from './checkpoints.ts';
import type { Task } from './task.ts';

/** Every task that the worker thread knows, by the name that it is asked for. Others import its types alone. */
const tasks = {
  checkpoint: checkpointTask,
  verify_audit: verifyAuditTask,
  register: registerTask,
  meeting_sheet: meetingSheetTask,
  test_page: testPageTask,
  recovery_key_sheet: recoveryKeyTask,
  minutes: minutesTask,
  opinion_summary: opinionSummaryTask,
  vouchers: vouchersTask,
  disclosure: disclosureTask,
  fund_report: fundReportTask,
  house_lists: houseListsTask,
  acceptance: acceptanceTask,
  handover: handoverTask,
  labour_table: labourTask,
  xlsx: xlsxTask,
  book: bookTask,
  missing_villages: missingVillagesTask,
  check_attachments: checkAttachmentsTask,
  check_pdf: checkPdfTask,
  make_backup: makeBackupTask,
  stage_backup: stageBackupTask,
  verify_backup: verifyBackupTask,
  reread_backup: rereadBackupTask,
  bring_attachments: bringAttachmentsTask,
  bring_back: bringBackTask,
  prepare_restored: prepareRestoredTask,
};

type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;

/** The task of that name; the names come from our own code, so an unknown one is a defect. */
export function taskOf(name: TaskName): Task<never, unknown> {
  return tasks[name];
}
