import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/failure.ts';
import { renamePatiently, syncFolder, writeWhole } from './atomic-file.ts';
import { takeOfficeLock } from './office-lock.ts';

/** The two files that make an office and must change together. */
const swapped = ['ba-yen.db', 'keys.json'] as const;
type Swapped = (typeof swapped)[number];
const journalOf = (folder: string) => join(folder, 'thay-doi.json');

/** Where the file that will take the place of `name` is prepared. */
export function stagedFile(folder: string, name: Swapped): string {
  return join(folder, `${name}.thay`);
}

/**
 * Removes prepared files that will not be used. Once a swap is decided they are the office itself (a new database
 * may already lie beside the old keys), and stay until it is finished.
 */
export function dropStaged(folder: string): void {
  if (existsSync(journalOf(folder))) return;
  for (const name of swapped)
    for (const end of ['', '-wal', '-shm', '-journal', '.part'])
      rmSync(stagedFile(folder, name) + end, { force: true });
}

function finish(folder: string): void {
  // The log belongs to the database that goes; it must never be applied to the one that comes.
  if (existsSync(stagedFile(folder, 'ba-yen.db')))
    for (const end of ['-wal', '-shm']) rmSync(join(folder, `ba-yen.db${end}`), { force: true });
  syncFolder(folder);
  for (const name of swapped) {
    const staged = stagedFile(folder, name);
    if (existsSync(staged)) renamePatiently(staged, join(folder, name));
  }
  syncFolder(folder);
  rmSync(journalOf(folder), { force: true });
  syncFolder(folder);
}

/**
 * Puts the prepared files in place, all or none: the decision is one small file, and a swap that a power cut
 * broke off is finished at the next start. The database is closed, its lock held by the caller.
 */
export function swapIn(folder: string): void {
  if (!existsSync(stagedFile(folder, 'ba-yen.db')))
    fail('conflict', 'Việc thay dữ liệu bị một việc khác chen ngang. Hãy làm lại.', {
      safe: 'Dữ liệu đang dùng không bị thay đổi.',
    });
  writeWhole(journalOf(folder), JSON.stringify({ format: 1, begun: new Date().toISOString() }));
  try {
    finish(folder);
  } catch (error) {
    // While nothing is in its place yet, the office stays what it was.
    if (existsSync(stagedFile(folder, 'ba-yen.db'))) rmSync(journalOf(folder), { force: true });
    throw error;
  }
}

/** Finishes a swap that was broken off. Another program that is just at it is left alone. */
export function finishBrokenSwap(folder: string): void {
  if (!existsSync(journalOf(folder))) return;
  const lock = takeOfficeLock(folder);
  try {
    if (existsSync(journalOf(folder))) finish(folder);
  } finally {
    lock.release(!lock.afterCrash);
  }
}
