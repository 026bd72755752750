import { sql } from 'kysely';
import type { KindName } from '../../../shared/records/index.ts';
import { linesText } from '../../../shared/records/lines.ts';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { parseValues } from '../records/parse-values.ts';
import type { Values } from '../records/record-sql.ts';
import { insertRecord, type ChangeBy } from '../records/record-writer.ts';
import { ruled } from '../records/rules/index.ts';
import { SeededRandom } from './random.ts';
import type { SampleVillage } from './forms.ts';

/** What every part of the sample year is made from. */
export interface Sample {
  readonly database: Database;
  readonly villages: readonly SampleVillage[];
  /** Who is said to have entered it, now. */
  readonly by: () => ChangeBy;
}

/** The keys of a kind's records, oldest first. */
export function idsOf(database: Database, kind: KindName): number[] {
  const ids = sql<{ id: number }>`select id from ${sql.table(kind)} order by id`.compile(query);
  return database.all(ids).map(({ id }) => id);
}

/** The records of a list that are not there yet: a filling that broke off goes on where it stood. */
export function missing<T>(database: Database, kind: KindName, list: readonly T[]): readonly T[] {
  return list.slice(idsOf(database, kind).length);
}

/**
 * Writes the records of a list that are not there yet, checked and completed as those of the page are; gives the keys
 * of all. With `each` one after the other, where a record's number follows from the one before.
 */
export function plant(
  { database, by }: Sample,
  kind: KindName,
  list: readonly Values[],
  { each = false } = {},
): number[] {
  let unit = new UnitOfWork();
  const write = () => {
    if (unit.changes.length > 0) database.commit(unit);
    unit = new UnitOfWork();
  };
  for (const values of missing(database, kind, list)) {
    const ready = ruled(database, kind, parseValues(kind, { ...values }), null, undefined);
    insertRecord(database, unit, kind, ready, by());
    if (each) write();
  }
  write();
  return idsOf(database, kind);
}

/** The text of a field of many: keys without counts. */
export const linesOf = (ids: readonly number[]): string | null =>
  linesText(ids.map((id) => ({ id, count: null })));

/** A sum as so many whole parts of about the same size, the same every time. */
export function partsOfSum(sum: number, count: number, seed: number): number[] {
  const random = new SeededRandom(seed);
  const weights = Array.from({ length: count }, () => random.between(60, 140));
  const whole = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => Math.floor((sum * weight) / whole));
  const rest = sum - parts.reduce((all, part) => all + part, 0);
  return parts.map((part, index) => part + (index < rest ? 1 : 0));
}
