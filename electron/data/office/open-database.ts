import { existsSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { makeBackup } from '../backup/make.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Migration } from '../database/migrations/migration.ts';
import { takeOfficeLock, type OfficeLock } from '../database/office-lock.ts';
import { applicationId, openWriter } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { isSwapUnfinished, unfinishedSwap } from '../database/swap.ts';
import type { OfficePaths } from './paths.ts';

/** An office's database, open on the connection that writes, and the lock on its folder. */
export interface OpenDatabase {
  readonly database: Database;
  readonly lock: OfficeLock;
}

/** Cheap at every start; the whole quick check only after a crash. Fails with `damaged`. */
function checkAtOpening(connection: BetterSqlite3.Database, afterCrash: boolean): void {
  const damaged = (what: string) =>
    fail('damaged', `Cơ sở dữ liệu bị hỏng (${what}). Hãy khôi phục từ bản sao lưu đã kiểm tra gần nhất.`, {
      safe: 'Các bản sao lưu không bị ảnh hưởng.',
    });
  if (connection.pragma('application_id', { simple: true }) !== applicationId)
    damaged('không phải dữ liệu của Ba Yên');
  if (!afterCrash) return;
  const answer = connection.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') damaged('có trang không đọc được');
}

/** The verified backup that a migration wants beforehand. */
function backUp(
  paths: OfficePaths,
  key: Buffer,
  programVersion: string,
  connection: BetterSqlite3.Database,
): void {
  // Written out: Kysely's types know the newest schema, and this one is older.
  const name = connection
    .prepare('SELECT own_agency FROM agency WHERE voided_at IS NULL ORDER BY valid_from DESC')
    .pluck()
    .get();
  makeBackup(
    {
      folder: paths.backups,
      work: paths.backups,
      keys: paths.keys,
      cause: 'before_migration',
      role: 'administrator',
      officeName: typeof name === 'string' ? name : '',
    },
    {
      file: paths.database,
      key,
      config: { programVersion },
      progress: () => undefined,
      cancelled: () => false,
    },
  );
}

/**
 * Opens an office's database for writing: lock, key, checks, migrations with a verified backup before them.
 * Fails with `in_use`, `vanished`, `damaged`, `newer_program`, `read_only`, `disk_full`.
 */
export function openDatabase(
  paths: OfficePaths,
  key: Buffer,
  programVersion: string,
  steps: readonly Migration[] = migrations,
): OpenDatabase {
  if (!existsSync(paths.database))
    fail(
      'vanished',
      'Không thấy tệp cơ sở dữ liệu trong thư mục dữ liệu. Hãy khôi phục từ bản sao lưu gần nhất.',
      {
        safe: 'Các bản sao lưu không bị ảnh hưởng.',
      },
    );
  let lock: OfficeLock | undefined;
  let connection: BetterSqlite3.Database | undefined;
  try {
    lock = takeOfficeLock(paths.folder);
    // Looked at under the lock: what was saved now would be gone when the swap is finished.
    if (isSwapUnfinished(paths.folder)) unfinishedSwap();
    const open = openWriter(paths.database, key);
    connection = open;
    checkAtOpening(open, lock.afterCrash);
    migrate(open, steps, programVersion, () => backUp(paths, key, programVersion, open));
    return { database: new Database(open, paths.database, 1), lock };
  } catch (error) {
    connection?.close();
    lock?.release(!lock.afterCrash);
    throw failureOfSqlite(error);
  }
}
