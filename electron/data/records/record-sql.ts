import { CompiledQuery, sql } from 'kysely';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { personSortKey, vietnameseSortKey } from '../../../shared/vietnamese/sort-key.ts';
import { identityKey } from '../../../shared/vietnamese/text.ts';
import { statement } from '../database/statement.ts';
import type { SqlValue } from '../database/unit-of-work.ts';
import type { Row } from './record-writer.ts';
import { searchText } from './search-text.ts';

export type Values = Readonly<Record<string, StoredValue>>;

const frame = [
  'id',
  'uid',
  'origin',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
] as const;
/** Kinds whose heads are compared to tell a form that was typed twice. */
const identified: ReadonlySet<string> = new Set(['household', 'pledge']);

/** What the program computes from a record's values; its columns follow the declared ones. */
function derivedColumns(kind: KindName): string[] {
  const columns = kindOf(kind).order === 'name' ? ['sort_key'] : [];
  return identified.has(kind) ? [...columns, 'identity_key'] : columns;
}

/** A household and its pledge bear one name: what was computed last is often asked for again at once. */
function remembering(compute: (text: string) => string): (text: string) => string {
  let last = '';
  let result = compute(last);
  return (text) => {
    if (text !== last) {
      result = compute(text);
      last = text;
    }
    return result;
  };
}
const personKey = remembering(personSortKey);
const headKey = remembering(identityKey);

/** The derived columns' values: the stored sort key, and the key by which two heads are the same. */
export function derive(kind: KindName, values: Values): Record<string, string> {
  const { nameField, fields, order } = kindOf(kind);
  const name = String(values[nameField] ?? '');
  const field = fields[nameField];
  const derived: Record<string, string> = {};
  if (order === 'name')
    derived['sort_key'] = field?.type === 'text' && field.person ? personKey(name) : vietnameseSortKey(name);
  if (identified.has(kind)) derived['identity_key'] = headKey(name);
  return derived;
}

// A kind's columns come from its declaration, where Kysely's types know nothing of them: its SQL is put together
// from their names, once, and an update's from those of what changes.
interface KindSql {
  /** Every column that an insert gives, in order. */
  readonly columns: readonly string[];
  readonly insert: string;
  readonly byId: (given: { id: number }) => CompiledQuery<Row>;
  readonly searchable: readonly string[];
}

const cache = new Map<KindName, KindSql>();

/** The statements of a kind, built once from its declaration. */
export function sqlOf(kind: KindName): KindSql {
  let known = cache.get(kind);
  if (!known) {
    const fields = kindOf(kind).fields;
    const columns = [...frame, ...Object.keys(fields), ...derivedColumns(kind)];
    known = {
      columns,
      insert: `insert into ${kind} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      byId: statement(
        (given: { id: number }) => sql<Row>`select * from ${sql.table(kind)} where id = ${given.id}`,
      ),
      searchable: Object.keys(fields).filter((name) => fields[name]?.searchable),
    };
    cache.set(kind, known);
  }
  return known;
}

/** The query for the row of that key. */
export function rowById(kind: KindName, id: number): CompiledQuery<Row> {
  return sqlOf(kind).byId({ id });
}

/** The statement that adds a row. */
export function insertOf(kind: KindName, row: Values): CompiledQuery {
  const { insert, columns } = sqlOf(kind);
  return CompiledQuery.raw(
    insert,
    columns.map((name) => toSql(row[name])),
  );
}

/** The statement that changes these columns of a row, where its version is still the same. */
export function updateOf(kind: KindName, { id, version }: Row, set: Values): CompiledQuery {
  const places = Object.keys(set).map((name) => `${name} = ?`);
  return CompiledQuery.raw(`update ${kind} set ${places.join(', ')} where id = ? and version = ?`, [
    ...Object.values(set).map(toSql),
    id,
    version,
  ]);
}

/** A value as SQLite stores it: flags are 0 and 1. */
export function toSql(value: StoredValue | undefined): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}

/** The search row of a record; the low six bits say its kind. Null for a kind without searchable fields. */
export function searchRow(kind: KindName, id: number, values: Values) {
  const { searchable } = sqlOf(kind);
  if (searchable.length === 0) return null;
  const text = searchable.map((name) => values[name] ?? '').join(' ');
  return { rowid: searchRowid(kind, id), ...searchText(text) };
}

/** The rowid in the search index of a record. */
export function searchRowid(kind: KindName, id: number): number {
  return id * 64 + kindOf(kind).number;
}
