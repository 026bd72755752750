import type BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery } from 'kysely';
import { failureOfSqlite } from './sqlite-failure.ts';
import type { SqlValue } from './unit-of-work.ts';

/** Reads on one connection; what Kysely compiled is prepared once. Failures of SQLite come as typed failures. */
export class Reader {
  readonly connection: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();

  constructor(connection: BetterSqlite3.Database) {
    this.connection = connection;
  }

  /** The prepared statement of this SQL. */
  prepare = (sql: string): BetterSqlite3.Statement<unknown[]> => {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  };

  /** All rows of a query. */
  all<R>(query: CompiledQuery<R> | string, ...parameters: readonly SqlValue[]): R[] {
    const { sql, parameters: values } =
      typeof query === 'string' ? CompiledQuery.raw(query, [...parameters]) : query;
    try {
      return this.prepare(sql).all(...values) as R[];
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** The first row of a query, or undefined. */
  first<R>(query: CompiledQuery<R> | string, ...parameters: readonly SqlValue[]): R | undefined {
    const { sql, parameters: values } =
      typeof query === 'string' ? CompiledQuery.raw(query, [...parameters]) : query;
    try {
      return this.prepare(sql).get(...values) as R | undefined;
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** The rows of a query one by one, for those too many to hold at once; meanwhile others may be read. */
  *each<R>({ sql, parameters }: CompiledQuery<R>): Generator<R> {
    try {
      for (const row of this.prepare(sql).iterate(...parameters)) yield row as R;
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** Forgets prepared statements; needed after the schema or the file changed. */
  forget(): void {
    this.#statements.clear();
  }
}
