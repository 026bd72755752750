import { toFailure, type FailureCode } from '../../../shared/failure.ts';
import { openReader } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';

/** What a call answers where the live database, a backup or the keys cannot be read. */
const broken: readonly FailureCode[] = ['damaged', 'vanished'];

/** Whether a failure may mean that the live database cannot be used any more. */
export const meansDamage = (code: FailureCode): boolean => broken.includes(code);

/**
 * Whether a database cannot be read as a whole. Asked anew of the disk, because what a connection holds in memory
 * still looks sound. It takes seconds for a large database: only for one that has already failed.
 */
export function brokenOnDisk(file: string, key: Buffer): boolean {
  try {
    const connection = openReader(file, key);
    try {
      return connection.pragma('quick_check(1)', { simple: true }) !== 'ok';
    } finally {
      connection.close();
    }
  } catch (error) {
    return meansDamage(toFailure(failureOfSqlite(error)).code);
  }
}
