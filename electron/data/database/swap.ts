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
  syncFolder(folder);
  const put = (name: Swapped) => {
    const staged = stagedFile(folder, name);
    if (existsSync(staged)) renamePatiently(staged, join(folder, name));
  };
  put('ba-yen.db');
  // The log belongs to the database that went; it must never be applied to the one that came. Nobody opens that one
  // before the swap is finished, so no log can be its own yet.
  for (const end of ['-wal', '-shm']) rmSync(join(folder, `ba-yen.db${end}`), { force: true });
  put('keys.json');
  syncFolder(folder);
  rmSync(journalOf(folder), { force: true });
  syncFolder(folder);
}

/** Whether a swap was decided and is not finished: the database may be the new one and the keys still the old ones. */
export function isSwapUnfinished(folder: string): boolean {
  return existsSync(journalOf(folder));
}

/** What is told then (`in_use`): nothing is lost, and nothing can be opened until it is finished. */
export function unfinishedSwap(): never {
  return fail(
    'in_use',
    'Đang thay dữ liệu thì một tệp của sổ bị chương trình khác giữ nên chưa thay xong. Hãy đóng chương trình đó (thường là phần mềm diệt vi-rút), đợi một phút rồi đăng nhập lại; chương trình sẽ tự làm nốt.',
    { safe: 'Dữ liệu còn nguyên, không có gì bị mất.' },
  );
}

/**
 * Puts the prepared files in place, all or none: the decision is one small file, and a swap that a power cut
 * broke off is finished at the next start. The database is closed, its lock held by the caller. Fails with `in_use`
 * where it could not be finished now.
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
    if (!existsSync(stagedFile(folder, 'ba-yen.db'))) unfinishedSwap();
    // While nothing is in its place yet, the office stays what it was. That lasts before anybody saves again: a
    // decision that came back after a power cut would throw away the log of those saves.
    rmSync(journalOf(folder), { force: true });
    syncFolder(folder);
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
