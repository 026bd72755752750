import { join } from 'node:path';
import { toFailure } from '../../../shared/failure.ts';
import { logError } from '../log.ts';
import type { Office } from '../office/office.ts';
import { officeNameOf } from '../office/settings.ts';
import { localDay } from '../office/wording.ts';
import { sweepFiles } from '../attachments/sweep.ts';
import { attachmentListName, attachmentStore, listedIn } from './attachment-list.ts';
import { removeQuietly } from './copy-file.ts';
import { backupsIn, keysName, manifestName, type FoundBackup } from './listing.ts';
import { attachmentsTrouble } from './restore-attachments.ts';
import { expired } from './retention.ts';

/** After log-in the page comes first. */
const firstAfter = 20_000;
const lookEvery = 60 * 60_000;

/** Whether a day's own backup is still to be made. */
export function isDue(backups: readonly Pick<FoundBackup, 'manifest'>[], today: string): boolean {
  return !backups.some(
    ({ manifest }) => manifest.cause === 'daily' && localDay(new Date(manifest.made_at)) === today,
  );
}

/** Removes a backup; its manifest first, so that what is half removed is no backup any more. */
export function removeBackup(folder: string, name: string): void {
  for (const file of [manifestName(name), keysName(name), attachmentListName(name), name])
    removeQuietly(join(folder, file));
}

/** Makes the day's backup where it is due and removes what retention no longer keeps. */
export async function backUpDaily(office: Office): Promise<boolean> {
  const { backups: folder, keys } = office.paths;
  const today = localDay(new Date());
  if (office.sample || !isDue(backupsIn(folder), today)) return false;
  const officeName = officeNameOf(office.database, today) ?? '';
  const role = office.session?.role ?? 'administrator';
  const made = await office.worker.run('make_backup', {
    folder,
    work: folder,
    keys,
    cause: 'daily',
    role,
    officeName,
  });
  const error = attachmentsTrouble(made);
  if (error) office.emit({ type: 'trouble', error });
  const stored = backupsIn(folder).map(({ name, manifest }) => ({
    name,
    made_at: manifest.made_at,
    cause: manifest.cause,
  }));
  for (const name of expired(stored)) removeBackup(folder, name);
  sweepStore(folder);
  return true;
}

/** Removes the attachments that no backup in the folder lists any more; none while a list cannot be read. */
function sweepStore(folder: string): void {
  const listed = listedIn(folder);
  if (listed) sweepFiles(attachmentStore(folder), (name) => listed.has(name));
}

/** Looks every hour whether the day's backup is due; gives the function that stops it. */
export function keepDailyBackups(office: Office): () => void {
  const look = () => {
    if (!office.isOpen || office.worker.busy) return;
    backUpDaily(office).then(
      (made) => {
        if (made) office.emit({ type: 'status_changed' });
      },
      (error: unknown) => {
        logError('daily backup', error);
        if (office.isOpen) office.emit({ type: 'trouble', error: toFailure(error) });
      },
    );
  };
  const first = setTimeout(look, firstAfter);
  const timer = setInterval(look, lookEvery);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
