import type BetterSqlite3 from 'better-sqlite3';
import { openWriter } from '../../electron/data/database/open.ts';
import { uuidv7 } from '../../electron/data/database/uuid.ts';
import {
  emptyChain,
  linkHash,
  payloadHashOf,
  recordHashOf,
  type ChainHead,
  type ChainLink,
} from '../../electron/data/people/audit.ts';
import { canonicalRecord } from '../../electron/data/records/canonical.ts';
import { derive, searchRow, sqlOf, toSql, type Values } from '../../electron/data/records/record-sql.ts';
import type { KindName } from '../../shared/records/index.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { BenchOffice } from './office.ts';

const at = '2024-01-02T03:04:05.006Z';
const rowsPerTransaction = 20_000;

/** What of a record is written beside its row. */
interface Beside {
  readonly search: boolean;
  readonly audit: boolean;
}

/**
 * Fills the database of an office with many records by bare prepared inserts, with the columns, search texts and
 * audit hashes that the program itself would give them. The office must be closed.
 */
export class Filler {
  readonly #database: BetterSqlite3.Database;
  readonly #inserts = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  #head: ChainHead;
  #rows = 0;

  constructor({ file, key }: BenchOffice) {
    this.#database = openWriter(file, key, { cacheMiB: 512 });
    // Nothing is lost if the machine stops while a bench makes its data.
    this.#database.pragma('synchronous = OFF');
    this.#database.pragma('wal_autocheckpoint = 20000');
    const head = this.#database.prepare('SELECT seq, hash, at FROM audit ORDER BY seq DESC LIMIT 1').get();
    this.#head = (head as ChainHead | undefined) ?? emptyChain;
    this.#database.exec('BEGIN');
  }

  #prepare(sql: string): BetterSqlite3.Statement<unknown[]> {
    const known = this.#inserts.get(sql) ?? this.#database.prepare(sql);
    this.#inserts.set(sql, known);
    return known;
  }

  /** The villages, in their order. */
  villages(): number[] {
    return this.#prepare("SELECT id FROM unit WHERE level = 'village' ORDER BY id").pluck().all() as number[];
  }

  /** village → its commune */
  communes(): Map<number, number> {
    const rows = this.#prepare(
      "SELECT unit_id, parent_id FROM unit_version WHERE type IN ('bản', 'khối') AND parent_id IS NOT NULL ORDER BY valid_from DESC",
    )
      .raw()
      .all() as [number, number][];
    return new Map(rows);
  }

  /** Runs one statement beside the records: what the tables' own triggers make of a step of their life. */
  run(sql: string, ...values: unknown[]): void {
    this.#prepare(sql).run(...values);
  }

  /** Adds a record under this key. */
  add(kind: KindName, id: number, values: Values, beside: Beside): void {
    const row: Values = {
      ...Object.fromEntries(Object.keys(kindOf(kind).fields).map((name) => [name, null])),
      ...values,
      ...derive(kind, values),
      id,
      uid: uuidv7(),
      origin: 1,
      version: 1,
      created_at: at,
      created_by: 1,
      updated_at: at,
      updated_by: 1,
      voided_at: null,
    };
    const { columns, insert } = sqlOf(kind);
    this.#prepare(insert).run(...columns.map((name) => toSql(row[name])));
    const search = beside.search ? searchRow(kind, id, row) : null;
    if (search)
      this.#prepare('INSERT INTO search (rowid, exact, folded) VALUES (?, ?, ?)').run(
        search.rowid,
        search.exact,
        search.folded,
      );
    if (beside.audit) this.#audit(kind, id, recordHashOf(canonicalRecord(kind, row)));
    this.#rows += 1;
    if (this.#rows % rowsPerTransaction === 0) this.#database.exec('COMMIT; BEGIN');
  }

  /** An audit row whose payload has been purged, as after the years that it is kept. */
  #audit(kind: KindName, recordId: number, recordHash: Buffer): void {
    const payloadHash = payloadHashOf(Buffer.alloc(16), '{}');
    const link: ChainLink = { at, userId: 1, action: 'create', kind, recordId, recordHash, payloadHash };
    const seq = this.#head.seq + 1;
    const hash = linkHash(this.#head.hash, link);
    this.#prepare(
      `INSERT INTO audit (seq, origin, at, user_id, action, kind, record_id, record_hash, payload_hash, hash)
        VALUES (?, 1, ?, 1, 'create', ?, ?, ?, ?, ?)`,
    ).run(seq, at, kind, recordId, recordHash, payloadHash, hash);
    this.#head = { seq, hash, at };
  }

  /** Ends the filling; the file is whole and has no write-ahead log. */
  close(): void {
    this.#database.exec('COMMIT');
    this.#database.pragma('wal_checkpoint(TRUNCATE)');
    this.#database.close();
  }
}
