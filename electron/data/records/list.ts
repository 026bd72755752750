import { sql, type RawBuilder } from 'kysely';
import type { ParsedInput } from '../../../shared/api.ts';
import type { Filter } from '../../../shared/api/records.ts';
import { fail } from '../../../shared/failure.ts';
import { isMany, type Field } from '../../../shared/records/field.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { Reader } from '../database/reader.ts';
import { matchingIds } from '../database/search-index.ts';
import { query } from '../database/tables.ts';
import type { SqlValue } from '../database/unit-of-work.ts';
import { beginningOf } from '../office/wording.ts';
import { namesOneOf, toSql, wholeRow } from './record-sql.ts';
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
function unitValues(database: Reader, field: Field, wanted: readonly SqlValue[]): readonly SqlValue[] {
  if ((field.type !== 'unit' && field.type !== 'units') || field.level !== 'village') return wanted;
  const units = unitsOf(database);
  return wanted.flatMap((id) =>
    typeof id === 'number' && units.level(id) === 'commune' ? units.villagesEver(id) : [id],
  );
}

function equalTo(database: Reader, kind: KindName, name: string, value: Filter['equal'][string]): Condition {
  const field = fieldOf(kind, name);
  const given = (Array.isArray(value) ? value : [value]).map(toSql);
  if (isMany(field)) return namesOneOf(kind, name, unitValues(database, field, given));
  if (given.length === 1 && given[0] === null) return sql`${sql.ref(name)} is null`;
  return sql`${sql.ref(name)} in (${sql.join(unitValues(database, field, given))})`;
}

/** The condition of a filter; every column name in it is a declared field's. */
function conditionOf(database: Reader, kind: KindName, filter: Filter): Condition {
  const parts: Condition[] = [];
  if (filter.voided === 'without') parts.push(sql`voided_at is null`);
  if (filter.voided === 'only') parts.push(sql`voided_at is not null`);
  for (const [name, value] of Object.entries(filter.equal)) parts.push(equalTo(database, kind, name, value));
  for (const [name, { from, to }] of Object.entries(filter.period)) {
    const column = sql.ref(name);
    // A moment lies within the days of the office's own clock.
    const isMoment = fieldOf(kind, name).type === 'moment';
    if (from) parts.push(sql`${column} >= ${isMoment ? beginningOf(from) : from}`);
    if (to) parts.push(isMoment ? sql`${column} < ${beginningOf(addDays(to, 1))}` : sql`${column} <= ${to}`);
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

/** A declared field that a list is ordered by. */
export type Sort = NonNullable<ParsedInput<'records.list'>['sort']>;

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

function orderOf(kind: KindName, sort: ParsedInput<'records.list'>['sort']): Order {
  const { order, nameField } = kindOf(kind);
  if (sort) {
    if (isMany(fieldOf(kind, sort.field))) fail('bad_input', 'Danh sách không sắp xếp được theo mục này.');
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
  database: Reader,
  { kind, filter, sort, after, limit }: ParsedInput<'records.list'>,
): { rows: Row[]; next: string | null } {
  const order = orderOf(kind, sort);
  const where = conditionOf(database, kind, filter);
  const from = after === undefined ? everything : behind(order, readCursor(after));
  const way = order.descending ? sql`desc` : sql`asc`;
  const list = sql<Row>`select ${wholeRow(kind)} from ${sql.table(kind)} where ${where} and ${from}
    order by ${sql.ref(order.column)} ${way}, id ${way} limit ${sql.lit(limit + 1)}`;
  const rows = database.all(list.compile(query));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? JSON.stringify([last[order.column] ?? null, last.id]) : null;
  return { rows: page, next };
}

/** Every record of a list in its order, one after the other: what a document or an export walks through. */
export function* allRows(
  database: Reader,
  { kind, filter, sorts }: Pick<ParsedInput<'records.list'>, 'kind' | 'filter'> & { sorts: readonly Sort[] },
): Generator<Row> {
  const orders = sorts.length > 0 ? sorts.map((sort) => orderOf(kind, sort)) : [orderOf(kind, undefined)];
  const wayOf = (order: Order | undefined) => (order?.descending ? sql`desc` : sql`asc`);
  const terms = orders.map((order) => sql`${sql.ref(order.column)} ${wayOf(order)}`);
  const list = sql<Row>`select ${wholeRow(kind)} from ${sql.table(kind)} where ${conditionOf(database, kind, filter)}
    order by ${sql.join(terms)}, id ${wayOf(orders.at(-1))}`;
  yield* database.each(list.compile(query));
}

/** The first and the last day in a date field of a list; null where no record has one. */
export function spanOf(
  database: Reader,
  { kind, filter }: Pick<ParsedInput<'records.list'>, 'kind' | 'filter'>,
  field: string,
): { from: string; to: string } | null {
  const day = sql.ref(field);
  const span = sql<{
    from: string | null;
    to: string | null;
  }>`select min(${day}) as "from", max(${day}) as "to"
    from ${sql.table(kind)} where ${conditionOf(database, kind, filter)}`;
  const { from, to } = database.first(span.compile(query)) ?? {};
  return from && to ? { from, to } : null;
}

/** How many records the filter leaves, and the sums of the counted fields over them. */
export function totalOf(
  database: Reader,
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
