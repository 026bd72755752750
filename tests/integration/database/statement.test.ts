import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { statement } from '../../../electron/data/database/statement.ts';
import { query } from '../../../electron/data/database/tables.ts';

let database: BetterSqlite3.Database;
beforeEach(() => {
  database = new BetterSqlite3(':memory:');
  database.exec('CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT)');
});
afterEach(() => database.close());

const run = ({ sql: text, parameters }: { sql: string; parameters: readonly unknown[] }) => {
  const prepared = database.prepare(text);
  return prepared.reader ? prepared.all(...parameters) : prepared.run(...parameters);
};

it('is built once, and each call puts in its own values, wherever they stand', () => {
  let built = 0;
  const put = statement((given: { name: string; value: string }) => {
    built += 1;
    return query
      .insertInto('setting')
      .values({ value: given.value, name: given.name })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: given.value }));
  });
  expect(built).toBe(0);
  const first = put({ name: 'level', value: 'district' });
  const second = put({ name: 'level', value: 'commune' });
  expect(built).toBe(1);
  expect(second.sql).toBe(first.sql);
  run(first);
  run(second);
  const find = statement((given: { name: string }) =>
    query.selectFrom('setting').select('value').where('name', '=', given.name).limit(1),
  );
  expect(run(find({ name: 'level' }))).toEqual([{ value: 'commune' }]);
  expect(run(find({ name: 'Level' }))).toEqual([]);
});

it("keeps the query's own values, and takes text, numbers, bytes and nothing as they are", () => {
  const echo = statement(
    (given: { value: string | number | Buffer | null }) =>
      sql`select ${'own'} as own, typeof(${given.value}) as type, ${given.value} as value`,
  );
  const bytes = Buffer.from('Kỳ Sơn');
  expect(run(echo({ value: bytes }))).toEqual([{ own: 'own', type: 'blob', value: bytes }]);
  expect(run(echo({ value: null }))).toEqual([{ own: 'own', type: 'null', value: null }]);
  expect(run(echo({ value: "'; drop table setting" }))).toEqual([
    { own: 'own', type: 'text', value: "'; drop table setting" },
  ]);
});

it('writes a limit out, because SQLite prepares anew whenever one is bound', () => {
  const { sql: text, parameters } = query.selectFrom('setting').select('name').limit(7).compile();
  expect(text).toMatch(/ limit 7$/);
  expect(parameters).toEqual([]);
});

it('needs no values where it has no places', () => {
  const all = statement(() => query.selectFrom('setting').selectAll());
  expect(run(all())).toEqual([]);
});
