import type BetterSqlite3 from 'better-sqlite3';
import { sql, type CompiledQuery } from 'kysely';
import { fail, FailureError } from '../../../shared/failure.ts';
import { appendAudit, emptyChain, type ChainHead } from '../people/audit.ts';
import { Reader } from './reader.ts';
import { failureOfSqlite } from './sqlite-failure.ts';
import { statement } from './statement.ts';
import { query, type Tables } from './tables.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Tables whose rows have an integer key of their own. */
type KeyedTable = { [N in keyof Tables]: Tables[N] extends { id: number } ? N : never }[keyof Tables];

/** How far the clock may run back (its own corrections) before saving is refused, in ms. */
const clockTolerance = 10 * 60_000;

const lastLink = statement((given: { origin: number }) =>
  query
    .selectFrom('audit')
    .select(['seq', 'hash', 'at'])
    .where('origin', '=', given.origin)
    .orderBy('seq', 'desc')
    .limit(1),
);
const highestId = (table: KeyedTable) =>
  sql<{ id: number | null }>`select max(id) as id from ${sql.table(table)}`.compile(query);

/** The open database of one office, on the one connection that writes; writes are units of work. */
export class Database extends Reader {
  /** This workstation: the `origin` of what is written here. */
  readonly origin: number;
  readonly file: string;
  #nextIds = new Map<string, number>();
  #head: ChainHead;
  #changed = 0;

  constructor(connection: BetterSqlite3.Database, file: string, origin: number) {
    super(connection);
    this.file = file;
    this.origin = origin;
    this.#head = this.first(lastLink({ origin })) ?? emptyChain;
  }

  /** The head of the audit chain. */
  get chainHead(): ChainHead {
    return this.#head;
  }

  /** How many units of work were committed since opening: a restore can be undone only before the first. */
  get commits(): number {
    return this.#changed;
  }

  /** The next integer key of a table: one writer hands them out, so a unit of work can name rows ahead. */
  nextId(table: KeyedTable): number {
    const next = this.#nextIds.get(table) ?? (this.first(highestId(table))?.id ?? 0) + 1;
    this.#nextIds.set(table, next + 1);
    return next;
  }

  /** The moment of a save, never before the last one's; refuses when the clock was set back. */
  now(): string {
    const now = new Date();
    if (this.#head.at === '') return now.toISOString();
    const last = Date.parse(this.#head.at);
    if (now.getTime() < last - clockTolerance)
      fail(
        'clock_set_back',
        'Đồng hồ của máy đang chạy lùi so với lần ghi cuối. Hãy chỉnh lại ngày giờ của máy.',
        {
          safe: 'Chưa có gì bị ghi sai; những gì đã lưu vẫn còn nguyên.',
        },
      );
    return now.getTime() < last ? this.#head.at : now.toISOString();
  }

  /** An administrator has seen that the clock was wrong before: from here on time counts anew. */
  acceptClock(): void {
    this.#head = { ...this.#head, at: new Date().toISOString() };
  }

  /**
   * Executes a unit of work in one transaction and gives the moment it was written. It returns only when the
   * write-ahead log is on the disk (synchronous = FULL); on any failure nothing of it is there.
   */
  commit(unit: UnitOfWork): string {
    const at = this.now();
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      for (const { query, must } of unit.changes) {
        const { changes } = this.prepared(query).run(...query.parameters);
        if (must && changes !== must.rows) throw new FailureError(must.otherwise);
      }
      const write = (query: CompiledQuery) => this.prepared(query).run(...query.parameters);
      const head = appendAudit(write, this.origin, this.#head, at, unit.audits);
      for (const searchText of unit.searchTexts) write(searchText);
      this.connection.exec('COMMIT');
      this.#head = head;
      this.#changed += 1;
      return at;
    } catch (error) {
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK');
      throw failureOfSqlite(error);
    }
  }

  /** Forgets prepared statements and keys handed out; needed after the schema or the file changed. */
  override forget(): void {
    super.forget();
    this.#nextIds.clear();
  }

  close(): void {
    this.connection.close();
  }
}
