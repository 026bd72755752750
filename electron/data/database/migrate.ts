import type BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import type { Migration } from './migrations/migration.ts';
import { failureOfSqlite } from './sqlite-failure.ts';

type Connection = BetterSqlite3.Database;

/** The schema's number in a database. */
export function schemaOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** The schema that a list of migrations leads to. */
export function newestSchema(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

/** Refuses a database that a newer program wrote: `newer_program`, with both versions named. */
export function refuseNewer(found: number, known: number, programVersion: string): void {
  if (found <= known) return;
  fail(
    'newer_program',
    `Dữ liệu này do phiên bản mới hơn ghi (cấu trúc ${found}); chương trình đang chạy là ${programVersion} (cấu trúc ${known}). Hãy cài phiên bản mới của chương trình.`,
    { safe: 'Dữ liệu không bị thay đổi.' },
  );
}

function apply(connection: Connection, migration: Migration): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(migration.sql);
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`Foreign keys broken by migration ${migration.number}`);
    connection.pragma(`user_version = ${migration.number}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Brings a database to the newest schema, one transaction a step; gives the number of steps. `beforehand` makes
 * the verified backup and is called only when there is something to do and data to lose. A step that fails
 * leaves the schema of the step before.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  programVersion: string,
  beforehand: () => void,
): number {
  const found = schemaOf(connection);
  refuseNewer(found, newestSchema(migrations), programVersion);
  const steps = migrations.filter((migration) => migration.number > found);
  if (steps.length === 0) return 0;
  if (found > 0) beforehand();
  // Tables are rebuilt with foreign keys off, as SQLite's manual says; each step checks them at its end.
  connection.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) apply(connection, step);
  } catch (error) {
    const failure = failureOfSqlite(error);
    if (failure !== error) throw failure;
    fail(
      'internal',
      'Không nâng cấp được cơ sở dữ liệu lên phiên bản mới. Hãy giữ nguyên máy và báo người hỗ trợ.',
      {
        safe: 'Dữ liệu cũ còn nguyên, kèm bản sao lưu vừa tạo trước khi nâng cấp.',
      },
    );
  } finally {
    connection.pragma('foreign_keys = ON');
  }
  return steps.length;
}
