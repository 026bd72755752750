import { copyFileSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import {
  checkpointQuietly,
  openMaintenance,
  openReader,
  openWriter,
} from '../../electron/data/database/open.ts';
import { searchRowid } from '../../electron/data/records/record-sql.ts';
import type { BenchOffice } from './office.ts';

/** Tables that saving a form writes, and how many rows each form has in them. */
const households = searchRowid('household', 0);
const tables = [
  { name: 'household', key: 'id', each: 1 },
  { name: 'pledge', key: 'id', each: 1 },
  // Its rowid is made of a record's key and its kind.
  { name: 'search', key: `CASE WHEN rowid & 63 = ${households} THEN rowid ELSE 0 END`, each: 1 },
  { name: 'audit', key: 'seq', each: 2 },
  { name: 'audit_payload', key: 'seq', each: 2 },
] as const;

type Row = readonly unknown[];
interface Written {
  readonly rows: readonly Row[];
  readonly each: number;
  readonly insert: BetterSqlite3.Statement<unknown[]>;
}

/** How long a transaction of the bare bulk inserts lasts before its COMMIT, in ms; with it, well below 30 ms. */
const statementsMs = 20;

/**
 * The floor of saving: a copy of the office's database into which the very rows that the program has just written
 * are inserted again, by bare prepared statements on a connection with the same pragmas and cache.
 */
export class Replay {
  readonly #office: BenchOffice;
  readonly #floor: BetterSqlite3.Database;
  readonly #marks = new Map<string, number>();
  readonly #copy: string;
  #written: readonly Written[] = [];
  longestTransaction = 0;

  /** The office's database must be closed, so that its file is whole. */
  constructor(office: BenchOffice) {
    this.#office = office;
    this.#copy = `${office.file}.floor`;
    copyFileSync(office.file, this.#copy);
    this.#floor = openWriter(this.#copy, office.key);
    this.mark();
  }

  /** Begins anew: what lies in the office's database by now is not inserted again. */
  mark(): void {
    const reader = openReader(this.#office.file, this.#office.key);
    for (const { name, key } of tables) {
      const last = reader.prepare(`SELECT coalesce(max(${key}), 0) FROM ${name}`).pluck().get();
      this.#marks.set(name, Number(last));
    }
    reader.close();
  }

  /** Reads what the program wrote since; gives how many forms it was. */
  take(): number {
    const reader = openReader(this.#office.file, this.#office.key);
    this.#written = tables.map(({ name, key, each }) => {
      const columns = (reader.pragma(`table_info(${name})`) as { name: string }[]).map(
        (column) => column.name,
      );
      const all = name === 'search' ? ['rowid', ...columns] : columns;
      const rows = reader
        .prepare(`SELECT ${all.join(', ')} FROM ${name} WHERE ${key} > ? ORDER BY ${key}`)
        .raw()
        .all(this.#marks.get(name)) as Row[];
      const marks = all.map(() => '?').join(', ');
      const insert = this.#floor.prepare(`INSERT INTO ${name} (${all.join(', ')}) VALUES (${marks})`);
      return { rows, each, insert };
    });
    reader.close();
    const forms = this.#written[0]?.rows.length ?? 0;
    const counts = this.#written.map(({ rows }) => rows.length);
    if (forms === 0 || this.#written.some(({ rows, each }) => rows.length !== forms * each))
      throw new Error(`The program wrote other rows than the floor expects: ${counts.join(', ')}`);
    return forms;
  }

  #insert(form: number): void {
    for (const { rows, each, insert } of this.#written)
      for (let index = form * each; index < (form + 1) * each; index += 1) insert.run(...(rows[index] ?? []));
  }

  /** Inserts the forms taken, each in a transaction of its own; gives the ms of each. */
  one(forms: number): number[] {
    return Array.from({ length: forms }, (_, form) => {
      const start = performance.now();
      this.#floor.exec('BEGIN IMMEDIATE');
      this.#insert(form);
      this.#floor.exec('COMMIT');
      return performance.now() - start;
    });
  }

  /** Inserts the forms taken in short transactions; gives the ms of all. */
  many(forms: number): number {
    const start = performance.now();
    for (let form = 0; form < forms;) {
      const begun = performance.now();
      this.#floor.exec('BEGIN IMMEDIATE');
      while (form < forms && performance.now() - begun < statementsMs) this.#insert(form++);
      this.#floor.exec('COMMIT');
      this.longestTransaction = Math.max(this.longestTransaction, performance.now() - begun);
    }
    return performance.now() - start;
  }

  /** Carries the floor's write-ahead log into its file, outside of what is measured, as the program's worker does. */
  tidy(): void {
    const maintenance = openMaintenance(this.#copy, this.#office.key);
    checkpointQuietly(maintenance);
    maintenance.close();
  }

  close(): void {
    this.#floor.close();
  }
}
