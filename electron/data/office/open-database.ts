import { existsSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { takeOfficeLock, type OfficeLock } from '../database/office-lock.ts';
import { applicationId, openWriter } from '../database/open.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
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

/**
 * Opens an office's database for writing: lock, key, checks, migrations. `backUp` makes the verified backup
 * before a migration. Fails with `in_use`, `vanished`, `damaged`, `newer_program`, `read_only`, `disk_full`.
 */
export async function openDatabase(
  paths: OfficePaths,
  key: Buffer,
  programVersion: string,
  backUp: (schemaVersion: number) => Promise<void>,
): Promise<OpenDatabase> {
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
    const open = openWriter(paths.database, key);
    connection = open;
    checkAtOpening(open, lock.afterCrash);
    const schema = Number(open.pragma('user_version', { simple: true }));
    await migrate(open, migrations, programVersion, () => backUp(schema));
    return { database: new Database(open, paths.database, 1), lock };
  } catch (error) {
    connection?.close();
    lock?.release(!lock.afterCrash);
    throw failureOfSqlite(error);
  }
}
