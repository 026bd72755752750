import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../electron/data/database/database.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { housing } from '../../../electron/data/database/migrations/0006-housing.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { uuidv7 } from '../../../electron/data/database/uuid.ts';
import { addUser } from '../../../electron/data/people/users.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { insertRecord, rowOf, updateRecord } from '../../../electron/data/records/record-writer.ts';
import { scratch } from '../office/new-office.ts';
import { addOldPhoto, oldPhoto } from './old-photo.ts';

let place: ReturnType<typeof scratch>;
beforeEach(() => (place = scratch()));
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const broken = (connection: BetterSqlite3.Database) =>
  verifyAudit(connection, { progress: () => undefined, cancelled: () => false }).broken;

function databaseOfBefore(): Database {
  const file = join(place.folder, 'x.db');
  const connection = createDatabaseFile(file, Buffer.alloc(32, 5));
  const before = migrations.slice(0, migrations.indexOf(housing));
  expect(before.length).toBe(housing.number - 1);
  migrate(connection, before, '0.1.0', () => undefined);
  const database = new Database(connection, file, 1);
  const unit = new UnitOfWork();
  const workstation = { id: 1, uid: uuidv7(), name: 'may-thu' };
  unit.add(query.insertInto('workstation').values(workstation).compile());
  const user = { id: 1, uid: uuidv7(), login: 'thu', full_name: 'Người thử', role: 'clerk' } as const;
  addUser(unit, user, new Date().toISOString());
  insertRecord(database, unit, 'team', { name: 'Đội An ninh' }, { userId: 1, at: database.now() });
  database.commit(unit);
  return database;
}

test('houses come to a database of the version before; the hashes of its photos still hold', () => {
  const database = databaseOfBefore();
  const { connection } = database;
  addOldPhoto(database, 1);
  let backups = 0;
  migrate(connection, migrations, '0.1.0', () => (backups += 1));
  database.forget();
  expect([schemaOf(connection), backups]).toEqual([migrations.length, 1]);
  expect(rowOf(database, 'attachment', 1)).toMatchObject({ ...oldPhoto, photo_stage: null });
  expect(broken(connection)).toEqual([]);
  const unit = new UnitOfWork();
  const by = { userId: 1, at: database.now() };
  updateRecord(unit, 'attachment', rowOf(database, 'attachment', 1), 1, { note: 'ra mắt' }, by);
  const program = { title: 'Làm nhà cho hộ nghèo', from_date: '2023-02-04' };
  insertRecord(database, unit, 'housing_program', program, by);
  database.commit(unit);
  expect(broken(connection)).toEqual([]);
  connection.exec("UPDATE attachment SET note = 'sửa lén' WHERE id = 1");
  expect(broken(connection)).toHaveLength(1);
  connection.close();
});

test('a photo says before or after for a house alone, and its hash covers that', () => {
  const database = databaseOfBefore();
  const { connection } = database;
  migrate(connection, migrations, '0.1.0', () => undefined);
  database.forget();
  const unit = new UnitOfWork();
  const by = { userId: 1, at: database.now() };
  const kept = { ...oldPhoto, owner_kind: 'house', original_kept: true };
  insertRecord(database, unit, 'attachment', { ...kept, photo_stage: 'before' }, by);
  database.commit(unit);
  expect(broken(connection)).toEqual([]);
  const set = (assignment: string) => () => connection.exec(`UPDATE attachment SET ${assignment}`);
  for (const wrong of ["photo_stage = 'during'", "owner_kind = 'team'"]) expect(set(wrong)).toThrow(/CHECK/);
  set("photo_stage = 'after'")();
  expect(broken(connection)).toHaveLength(1);
  set('photo_stage = NULL')();
  expect(broken(connection)).toHaveLength(1);
  connection.close();
});

test('the tables themselves refuse what the program never writes', () => {
  const { connection } = databaseOfBefore();
  migrate(connection, migrations, '0.1.0', () => undefined);
  connection.pragma('foreign_keys = OFF');
  let last = 0;
  const insert = (table: string, values: object) => {
    last += 1;
    const row = {
      ...{ uid: `u${last}`, origin: 1, created_at: 'x', created_by: 1, updated_at: 'x', updated_by: 1 },
      ...values,
    };
    const names = Object.keys(row);
    connection
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  const house = {
    ...{ phase_id: 1, household_id: 1, beneficiary_name: 'x', commune_id: 1, village_id: 1 },
    ...{
      poverty_class: 'poor',
      build_kind: 'new',
      approved_on: '2024-01-01',
      due_on: '2024-12-31',
      consent: 0,
    },
    ...{ step: 'approved', step_on: '2024-01-01' },
  };
  insert('house', house);
  expect(() => insert('house', house)).toThrow(/UNIQUE/);
  insert('house', { ...house, phase_id: 2 });
  const accepted = { ...house, household_id: 2, step: 'accepted', hard_foundation: 1, hard_frame: 1 };
  expect(() => insert('house', { ...accepted, hard_roof: 0 })).toThrow(/CHECK/);
  expect(() => insert('house', accepted)).toThrow(/CHECK/);
  insert('house', { ...accepted, hard_roof: 1 });
  const step = { house_id: 1, step: 'roof', step_on: '2024-05-05' };
  insert('house_step', step);
  expect(() => insert('house_step', step)).toThrow(/UNIQUE/);
  const funding = { house_id: 1, source: 'ministry', planned_amount: 0, paid_outside: 0 };
  insert('house_funding', funding);
  expect(() => insert('house_funding', funding)).toThrow(/UNIQUE/);
  const labour = {
    ...{ worked_on: '2024-05-05', village_id: 1, team_id: 1, work: 'building', people: 5, days: 2500 },
    ...{ turns: 15, person_days: 12_500 },
  };
  insert('labour_turn', labour);
  for (const wrong of [{ turns: 10 }, { person_days: 15_000 }, { team_id: null }, { village_id: null }])
    expect(() => insert('labour_turn', { ...labour, ...wrong }), JSON.stringify(wrong)).toThrow(
      /CHECK|NOT NULL/,
    );
  connection.close();
});
