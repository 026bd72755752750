import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import { attachmentsBeside } from '../attachments/files.ts';
import { attachmentsInTurn } from '../attachments/in-turn.ts';
import type { JobContext } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { type Task, stopIfCancelled } from '../jobs/task.ts';
import { attachmentStore } from './attachment-list.ts';
import { bringMissing, bytesToCopy } from './copy-attachments.ts';
import { demandSpace } from './copy-file.ts';
import { failureOfFile } from './file-failure.ts';
import { folderOf } from './listing.ts';
import { namedIn } from './restore-attachments.ts';

/** Files of the data folder that are at fault, and a folder with backups that may still have them. */
export interface BringBack {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Brings files of the data folder back from a folder of backups: only what opens with the office's own secrets. */
export const bringBackTask: Task<BringBack, { brought: number }> = ({ folder, names }, context) => {
  const { secrets, files } = namedIn(context.file, context.key);
  const faulty = new Set(names);
  const wanted = new Map([...files].filter(([name]) => faulty.has(name)));
  const named = { secrets, files: wanted };
  const to = attachmentsBeside(context.file);
  const total = [...wanted.values()].reduce((sum, bytes) => sum + bytes, 0);
  try {
    demandSpace(to, bytesToCopy({ named, to }), 'ổ đĩa của máy này');
    const input = { named, from: attachmentStore(folder), to, link: false };
    const { brought } = bringMissing(input, (done) => {
      context.progress('Đang lấy lại tệp đính kèm', done, total);
      stopIfCancelled(context);
    });
    return { brought: brought.length };
  } catch (error) {
    throw failureOfFile(error);
  }
};

/**
 * Has every attachment of the data folder that is missing, damaged or not to be read come back from the backups in
 * a folder, where they have it whole. Nothing else is touched; tells how many came and how many are still at fault.
 */
export async function bringBackFiles(
  { folder }: ParsedInput<'backup.bring_back_files'>,
  context: JobContext,
): Promise<CallOutput<'backup.bring_back_files'>> {
  const { office, progress, signal } = context;
  const { user_id } = office.requireSession();
  const { database } = office;
  const place = folderOf(folder, context);
  const hooks = { progress, signal };
  const { names } = await context.runTask('check_attachments', null, hooks);
  if (names.length === 0) return { brought: 0, left: 0 };
  // Never between the file of a new attachment and its record: what is brought is named, what is half made is not.
  const { brought } = await attachmentsInTurn(office, () =>
    context.runTask('bring_back', { folder: place, names }, hooks),
  );
  if (brought > 0) {
    const payload = { about: `${brought} tệp đính kèm` };
    database.commit(new UnitOfWork().audit({ action: 'bring_back_files', userId: user_id, payload }));
  }
  return { brought, left: names.length - brought };
}
