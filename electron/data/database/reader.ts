import type BetterSqlite3 from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { failureOfSqlite } from './sqlite-failure.ts';

/** Reads on one connection; each compiled query is prepared once. Failures of SQLite come as typed failures. */
export class Reader {
  readonly connection: BetterSqlite3.Database;
  readonly #statements = new Map<string, BetterSqlite3.Statement<unknown[]>>();

  constructor(connection: BetterSqlite3.Database) {
    this.connection = connection;
  }

  /** All rows of a query. */
  all<R>(query: CompiledQuery<R>): R[] {
    try {
      return this.prepared(query).all(...query.parameters) as R[];
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** The first row of a query, or undefined. */
  first<R>(query: CompiledQuery<R>): R | undefined {
    try {
      return this.prepared(query).get(...query.parameters) as R | undefined;
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** The rows of a query one by one, for more than memory should hold. */
  *each<R>(query: CompiledQuery<R>): Generator<R> {
    try {
      for (const row of this.prepared(query).iterate(...query.parameters)) yield row as R;
    } catch (error) {
      throw failureOfSqlite(error);
    }
  }

  /** The prepared statement of a query. */
  protected prepared({ sql }: CompiledQuery): BetterSqlite3.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Forgets prepared statements; needed after the schema or the file changed. */
  forget(): void {
    this.#statements.clear();
  }
}
