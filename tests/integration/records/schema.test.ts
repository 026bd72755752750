import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMany, type Field } from '../../../shared/records/field.ts';
import { kindNames, kindOf } from '../../../shared/records/index.ts';
import { bench, type Bench } from './fixture.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

const frame = [
  'id',
  'uid',
  'origin',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'voided_at',
  'void_reason',
];
const derived: Partial<Record<string, readonly string[]>> = {
  household: ['sort_key', 'identity_key'],
  pledge: ['sort_key', 'identity_key'],
  team: ['sort_key'],
  officer: ['sort_key'],
  opinion_topic: ['sort_key'],
  working_group: ['sort_key'],
  in_kind_item: ['sort_key'],
};
const integers: ReadonlySet<Field['type']> = new Set([
  'integer',
  'money',
  'quantity',
  'flag',
  'unit',
  'reference',
]);

let made: Bench;
beforeAll(() => {
  made = bench();
});
afterAll(() => made.close());

const tableSql = (kind: string) =>
  made.database.connection
    .prepare('SELECT sql FROM sqlite_master WHERE name = ?')
    .pluck()
    .get(kind) as string;

describe.each(kindNames)('the table of %s', (kind) => {
  const { fields: all } = kindOf(kind);
  const fields = Object.fromEntries(Object.entries(all).filter(([, field]) => !isMany(field)));
  const columns = () =>
    new Map(
      (made.database.connection.pragma(`table_info(${kind})`) as Column[]).map((column) => [
        column.name,
        column,
      ]),
    );

  it('has exactly the declared columns, the frame and what is derived', () => {
    const expected = [...frame, ...Object.keys(fields), ...(derived[kind] ?? [])];
    expect([...columns().keys()].sort()).toEqual(expected.sort());
  });

  it.each(Object.entries(fields))('keeps %s in a column that fits', (name, field) => {
    const column = columns().get(name);
    expect(column?.type).toBe(integers.has(field.type) ? 'INTEGER' : 'TEXT');
    expect(column?.notnull === 1).toBe(field.required === true);
    if (field.type === 'choice' && !name.endsWith('_before')) {
      const given = new RegExp(`\\b${name} IN \\(([^)]*)\\)`).exec(tableSql(kind))?.[1] ?? '';
      const values = [...given.matchAll(/'([^']*)'/g)].map((match) => match[1]);
      expect(values.sort()).toEqual(Object.keys(field.options).sort());
    }
  });

  it('has a foreign key for every unit and reference', () => {
    const keys = made.database.connection.pragma(`foreign_key_list(${kind})`) as {
      from: string;
      table: string;
    }[];
    for (const [name, field] of Object.entries(fields)) {
      const table = keys.find((key) => key.from === name)?.table;
      if (field.type === 'unit') expect([name, table]).toEqual([name, 'unit']);
      if (field.type === 'reference') expect([name, table]).toEqual([name, field.kind]);
    }
  });
});

const linesTables = kindNames.flatMap((kind) =>
  Object.entries(kindOf(kind).fields).flatMap(([name, field]) =>
    isMany(field) ? [[kind, name, field] as const] : [],
  ),
);

it.each(linesTables)('keeps the lines of %s.%s in a table of their own', (kind, name, field) => {
  const keys = made.database.connection.pragma(`foreign_key_list(${kind}_${name})`) as {
    from: string;
    table: string;
  }[];
  const targets = Object.fromEntries(keys.map(({ from, table }) => [from, table]));
  expect(targets).toEqual({ record_id: kind, target_id: field.type === 'units' ? 'unit' : field.kind });
  const counted = field.type === 'units' && field.counts !== undefined;
  expect(tableSql(`${kind}_${name}`)).toContain(
    counted ? `CHECK (count BETWEEN 0 AND ${field.counts.max})` : 'CHECK (count IS NULL)',
  );
});

it('gives every kind a number of its own in the search index', () => {
  const numbers = kindNames.map((kind) => kindOf(kind).number);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number > 0 && number < 64).toBe(true);
});
