import type { ParsedInput } from '../../../shared/api.ts';
import type { Filter } from '../../../shared/api/records.ts';
import { fail } from '../../../shared/failure.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import type { SqlValue } from '../database/unit-of-work.ts';
import { toSql } from './record-sql.ts';
import type { Row } from './record-writer.ts';
import { folded, matchOf } from './search-text.ts';
import { unitsOf } from './units/directory.ts';

interface Where {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

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

function equalTo(database: Database, kind: KindName, name: string, value: Filter['equal'][string]): Where {
  const field = fieldOf(kind, name);
  const given = (Array.isArray(value) ? value : [value]).map(toSql);
  if (given.length === 1 && given[0] === null) return { sql: `${name} IS NULL`, parameters: [] };
  const wanted = unitValues(database, field, given);
  return { sql: `${name} IN (${wanted.map(() => '?').join(', ')})`, parameters: wanted };
}

/** The condition of a filter; every column name in it is a declared field's. */
export function whereOf(database: Database, kind: KindName, filter: Filter): Where {
  const parts: Where[] = [];
  if (filter.voided !== 'with')
    parts.push({ sql: `voided_at IS ${filter.voided === 'only' ? 'NOT NULL' : 'NULL'}`, parameters: [] });
  for (const [name, value] of Object.entries(filter.equal)) parts.push(equalTo(database, kind, name, value));
  for (const [name, { from, to }] of Object.entries(filter.period)) {
    fieldOf(kind, name);
    if (from) parts.push({ sql: `${name} >= ?`, parameters: [from] });
    // A moment of the last day still lies within it.
    if (to) parts.push({ sql: `${name} < ?`, parameters: [`${to}~`] });
  }
  const text = textCondition(kind, filter.text);
  if (text) parts.push(text);
  return {
    sql: parts.length === 0 ? '1' : parts.map((part) => part.sql).join(' AND '),
    parameters: parts.flatMap((part) => part.parameters),
  };
}

function textCondition(kind: KindName, typed: string): Where | null {
  const match = matchOf(folded(typed));
  if (match === null) return null;
  const found = (of: KindName) =>
    `SELECT rowid >> 6 FROM search WHERE search MATCH ? AND rowid & 63 = ${kindOf(of).number}`;
  // A pledge is found by its household: the search index holds a name once.
  if (kind === 'pledge') return { sql: `household_id IN (${found('household')})`, parameters: [match] };
  return { sql: `id IN (${found(kind)})`, parameters: [match] };
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
function behind({ column, descending }: Order, [value, id]: Cursor): Where {
  const than = descending ? '<' : '>';
  if (value === null)
    return descending
      ? { sql: `(${column} IS NULL AND id < ?)`, parameters: [id] }
      : { sql: `(${column} IS NOT NULL OR id > ?)`, parameters: [id] };
  const orNull = descending ? ` OR ${column} IS NULL` : '';
  if (orNull === '') return { sql: `(${column}, id) ${than} (?, ?)`, parameters: [value, id] };
  return { sql: `((${column}, id) ${than} (?, ?)${orNull})`, parameters: [value, id] };
}

/** One page of a list in its order; `next` is the cursor of the page behind it, null at the end. */
export function listRows(
  database: Database,
  { kind, filter, sort, after, limit }: ParsedInput<'records.list'>,
): { rows: Row[]; next: string | null } {
  const order = orderOf(kind, sort);
  const where = whereOf(database, kind, filter);
  const from = after === undefined ? { sql: '1', parameters: [] } : behind(order, readCursor(after));
  const way = order.descending ? 'DESC' : 'ASC';
  const rows = database.all<Row>(
    `SELECT * FROM ${kind} WHERE ${where.sql} AND ${from.sql} ORDER BY ${order.column} ${way}, id ${way} LIMIT ?`,
    ...where.parameters,
    ...from.parameters,
    limit + 1,
  );
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
  const where = whereOf(database, kind, filter);
  const sums = counted.map((name) => `, coalesce(sum(${name}), 0) AS ${name}`).join('');
  const row = database.first<Record<string, number>>(
    `SELECT count(*) AS total${sums} FROM ${kind} WHERE ${where.sql}`,
    ...where.parameters,
  );
  return {
    total: row?.['total'] ?? 0,
    sums: Object.fromEntries(counted.map((name) => [name, row?.[name] ?? 0])),
  };
}
