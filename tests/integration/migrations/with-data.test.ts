import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsIn } from '../../../electron/data/backup/listing.ts';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import type { Migration } from '../../../electron/data/database/migrations/migration.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { keyByPassword, logIn } from '../../../electron/data/office/access.ts';
import { openDatabase } from '../../../electron/data/office/open-database.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { failureOf, password, readyOffice, saveTeam, scratch } from '../office/new-office.ts';

let place: ReturnType<typeof scratch>;
let office: Office;
let key: Buffer;

const step = (sql: string): Migration => ({ number: migrations.length + 1, name: 'next', sql });
const openWith = (steps: readonly Migration[]) => openDatabase(office.paths, key, '0.1.0', steps);

beforeEach(async () => {
  place = scratch();
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
  await office.close();
  key = await keyByPassword(office, 'quantri', password);
});

afterEach(() => place.clear());

/** The schema's number and the names of the teams, as the program that is running now sees them. */
function present(steps: readonly Migration[] = migrations) {
  const { database, lock } = openWith(steps);
  const teams = database.all(query.selectFrom('team').select('name').compile());
  const schema = schemaOf(database.connection);
  const keys: unknown = database.connection.pragma('foreign_keys', { simple: true });
  database.close();
  lock.release();
  return { schema, teams: teams.map(({ name }) => name), keys };
}

test('every migration runs from an empty file, one after the other', () => {
  const connection = createDatabaseFile(join(place.folder, 'empty.db'), key);
  const backups: number[] = [];
  expect(migrate(connection, migrations, '0.1.0', () => backups.push(1))).toBe(migrations.length);
  expect(migrate(connection, migrations, '0.1.0', () => backups.push(1))).toBe(0);
  expect(backups).toEqual([]);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  connection.close();
});

test('a step keeps the data and has a verified backup before it', () => {
  const steps = [...migrations, step('ALTER TABLE team ADD COLUMN motto TEXT')];
  expect(present(steps)).toEqual({ schema: steps.length, teams: ['Đội An ninh'], keys: 1 });
  expect(backupsIn(office.paths.backups)).toMatchObject([
    { complete: true, manifest: { cause: 'before_migration', schema_version: migrations.length } },
  ]);
});

test.each([
  ['an error in its middle', 'DELETE FROM audit_payload; CREATE TABLE team (id INTEGER)'],
  ['a foreign key that it breaks', 'UPDATE team SET created_by = 999'],
])('a step that fails with %s leaves the old file as it was', async (_what, sql) => {
  expect((await failureOf(() => openWith([...migrations, step(sql)]))).code).not.toBe('cancelled');
  expect(present()).toEqual({ schema: migrations.length, teams: ['Đội An ninh'], keys: 1 });
});

test('a database newer than the program is refused with both versions named, and not touched', async () => {
  present([...migrations, step('ALTER TABLE team ADD COLUMN motto TEXT')]);
  const failure = await failureOf(() => openWith(migrations));
  expect(failure.code).toBe('newer_program');
  expect(failure.text).toContain(`cấu trúc ${migrations.length + 1}`);
  expect(failure.text).toContain('0.1.0');
  expect(readdirSync(office.paths.folder)).not.toContain('office.lock.json');
});
