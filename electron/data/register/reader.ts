import type BetterSqlite3 from 'better-sqlite3';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import type { SqlValue } from '../database/unit-of-work.ts';

/** What a rule that only reads needs: the writer's database and the worker's snapshot both are one. */
export interface Reader {
  all<R>(sql: string, ...parameters: readonly SqlValue[]): R[];
}

/** Reads through a connection of the worker; failures of SQLite come as typed failures. */
export function readerOf(connection: BetterSqlite3.Database): Reader {
  const statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  return {
    all: <R>(sql: string, ...parameters: readonly SqlValue[]): R[] => {
      try {
        let statement = statements.get(sql);
        if (!statement) {
          statement = connection.prepare(sql);
          statements.set(sql, statement);
        }
        return statement.all(...parameters) as R[];
      } catch (error) {
        throw failureOfSqlite(error);
      }
    },
  };
}
