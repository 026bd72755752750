import { sql, type RawBuilder } from 'kysely';
import type { ParsedInput } from '../../../shared/api.ts';
import type { Filter } from '../../../shared/api/records.ts';
import { fail } from '../../../shared/failure.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import { matchingIds } from '../database/search-index.ts';
import { query } from '../database/tables.ts';
import type { SqlValue } from '../database/unit-of-work.ts';
import { toSql } from './record-sql.ts';
import type { Row } from './record-writer.ts';
import { folded, matchOf } from './search-text.ts';
import { unitsOf } from './units/directory.ts';

// Kinds and columns come from declarations and from what is asked, so Kysely's template puts these queries together.
type Condition = RawBuilder<unknown>;
const everything = sql`1`;

/** The declared field of that name; names from the page are looked up here before they reach any SQL. */
function fieldOf(kind: KindName, name: string): Field {
  const { fields } = kindOf(kind);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field ?? fail('bad_input', 'Điều kiện lọc không hợp lệ.');
}

/** A commune as the value of a village field means all of its villages. */
function unitValues(database: Database, field: Field, wanted: readonly SqlValue[]): readonly SqlValue[] {
  if (field.type !== 'unit' || field.level !== 'village') return wanted;
  const units = unitsOf(database);
  return wanted.flatMap((id) =>
    typeof id === 'number' && units.level(id) === 'commune' ? units.villagesEver(id) : [id],
  );
}

function equalTo(
  database: Database,
  kind: KindName,
  name: string,
  value: Filter['equal'][string],
): Condition {
  const field = fieldOf(kind, name);
  const given = (Array.isArray(value) ? value : [value]).map(toSql);
  if (given.length === 1 && given[0] === null) return sql`${sql.ref(name)} is null`;
  return sql`${sql.ref(name)} in (${sql.join(unitValues(database, field, given))})`;
}

/** The condition of a filter; every column name in it is a declared field's. */
function conditionOf(database: Database, kind: KindName, filter: Filter): Condition {
  const parts: Condition[] = [];
  if (filter.voided === 'without') parts.push(sql`voided_at is null`);
  if (filter.voided === 'only') parts.push(sql`voided_at is not null`);
  for (const [name, value] of Object.entries(filter.equal)) parts.push(equalTo(database, kind, name, value));
  for (const [name, { from, to }] of Object.entries(filter.period)) {
    fieldOf(kind, name);
    if (from) parts.push(sql`${sql.ref(name)} >= ${from}`);
    // A moment of the last day still lies within it.
    if (to) parts.push(sql`${sql.ref(name)} < ${`${to}~`}`);
  }
  const text = textCondition(kind, filter.text);
  if (text) parts.push(text);
  return parts.length === 0 ? everything : sql.join(parts, sql` and `);
}

function textCondition(kind: KindName, typed: string): Condition | null {
  const match = matchOf(folded(typed));
  if (match === null) return null;
  // A pledge is found by its household: the search index holds a name once.
  if (kind === 'pledge') return sql`household_id in (${matchingIds(kindOf('household').number, match)})`;
  return sql`id in (${matchingIds(kindOf(kind).number, match)})`;
}

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

function orderOf(kind: KindName, sort: ParsedInput<'records.list'>['sort']): Order {
  const { order, nameField } = kindOf(kind);
  if (sort) {
    fieldOf(kind, sort.field);
    const column = order === 'name' && sort.field === nameField ? 'sort_key' : sort.field;
    return { column, descending: sort.descending };
  }
  return order === 'name'
    ? { column: 'sort_key', descending: false }
    : { column: order.newest, descending: true };
}

type Cursor = readonly [SqlValue, number];

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCursor(after: string): Cursor {
  const parsed = plainJson(after);
  if (!Array.isArray(parsed) || parsed.length !== 2) fail('bad_input', 'Trang danh sách không hợp lệ.');
  const [value, id] = parsed as unknown[];
  const plain = value === null || typeof value === 'string' || typeof value === 'number';
  if (!plain || typeof id !== 'number') fail('bad_input', 'Trang danh sách không hợp lệ.');
  return [value, id];
}

/** Keyset: what comes behind the last row of the page before; empty values sort first, as in SQLite. */
function behind(order: Order, [value, id]: Cursor): Condition {
  const column = sql.ref(order.column);
  if (value === null)
    return order.descending
      ? sql`(${column} is null and id < ${id})`
      : sql`(${column} is not null or id > ${id})`;
  return order.descending
    ? sql`((${column}, id) < (${value}, ${id}) or ${column} is null)`
    : sql`(${column}, id) > (${value}, ${id})`;
}

/** One page of a list in its order; `next` is the cursor of the page behind it, null at the end. */
export function listRows(
  database: Database,
  { kind, filter, sort, after, limit }: ParsedInput<'records.list'>,
): { rows: Row[]; next: string | null } {
  const order = orderOf(kind, sort);
  const where = conditionOf(database, kind, filter);
  const from = after === undefined ? everything : behind(order, readCursor(after));
  const way = order.descending ? sql`desc` : sql`asc`;
  const list = sql<Row>`select * from ${sql.table(kind)} where ${where} and ${from}
    order by ${sql.ref(order.column)} ${way}, id ${way} limit ${sql.lit(limit + 1)}`;
  const rows = database.all(list.compile(query));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? JSON.stringify([last[order.column] ?? null, last.id]) : null;
  return { rows: page, next };
}

/** How many records the filter leaves, and the sums of the counted fields over them. */
export function totalOf(
  database: Database,
  { kind, filter }: ParsedInput<'records.total'>,
): { total: number; sums: Record<string, number> } {
  const counted = Object.entries(kindOf(kind).fields).flatMap(([name, field]) =>
    field.counted ? [name] : [],
  );
  const figures = [
    sql`count(*) as total`,
    ...counted.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0) as ${sql.ref(name)}`),
  ];
  const totals = sql<Record<string, number>>`select ${sql.join(figures)} from ${sql.table(kind)}
    where ${conditionOf(database, kind, filter)}`;
  const row = database.first(totals.compile(query));
  return {
    total: row?.['total'] ?? 0,
    sums: Object.fromEntries(counted.map((name) => [name, row?.[name] ?? 0])),
  };
}
