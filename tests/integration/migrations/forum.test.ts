import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../electron/data/database/database.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { forums } from '../../../electron/data/database/migrations/0004-forum.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { uuidv7 } from '../../../electron/data/database/uuid.ts';
import { addUser } from '../../../electron/data/people/users.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { scratch } from '../office/new-office.ts';

let place: ReturnType<typeof scratch>;
beforeEach(() => (place = scratch()));
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

test('forums come to a database of the version before without touching what is there', () => {
  const file = join(place.folder, 'x.db');
  const connection = createDatabaseFile(file, Buffer.alloc(32, 5));
  const before = migrations.slice(0, migrations.indexOf(forums));
  expect(before.length).toBe(forums.number - 1);
  migrate(connection, before, '0.1.0', () => undefined);
  const database = new Database(connection, file, 1);
  const unit = new UnitOfWork();
  const workstation = { id: 1, uid: uuidv7(), name: 'may-thu' };
  unit.add(query.insertInto('workstation').values(workstation).compile());
  const user = { id: 1, uid: uuidv7(), login: 'thu', full_name: 'Người thử', role: 'clerk' } as const;
  addUser(unit, user, new Date().toISOString());
  const by = { userId: 1, at: database.now() };
  insertRecord(database, unit, 'team', { name: 'Đội An ninh' }, by);
  database.commit(unit);
  let backups = 0;
  migrate(connection, migrations.slice(0, forums.number), '0.1.0', () => (backups += 1));
  expect([schemaOf(connection), backups]).toEqual([forums.number, 1]);
  expect(database.first(query.selectFrom('team').select('name').compile())).toEqual({ name: 'Đội An ninh' });
  const later = new UnitOfWork();
  insertRecord(database, later, 'opinion_topic', { name: 'Ma túy' }, { userId: 1, at: database.now() });
  database.commit(later);
  expect(database.all(query.selectFrom('opinion_topic').select('name').compile())).toEqual([
    { name: 'Ma túy' },
  ]);
  // The check walks every kind of this program, so the tables of later ones have to be there.
  migrate(connection, migrations, '0.1.0', () => undefined);
  const quiet = { progress: () => undefined, cancelled: () => false };
  expect(verifyAudit(connection, quiet).broken).toEqual([]);
  connection.close();
});

test('the table itself refuses what the flow never writes', () => {
  const connection = createDatabaseFile(join(place.folder, 'y.db'), Buffer.alloc(32, 5));
  migrate(connection, migrations, '0.1.0', () => undefined);
  connection.pragma('foreign_keys = OFF');
  const usual = {
    ...{ uid: 'u', origin: 1, created_at: 'x', created_by: 1, updated_at: 'x', updated_by: 1, forum_id: 1 },
    ...{
      position: 1,
      raised_on: '2024-05-05',
      topic_id: 1,
      opinion_kind: 'proposal',
      about: 'commune_police',
    },
    ...{ content: 'x', handling: 'assigned', due_date: '2024-05-20', status: 'new', awaiting: 1 },
  };
  const insert = (more: object) => {
    const row = { ...usual, ...more };
    const names = Object.keys(row);
    connection
      .prepare(
        `INSERT INTO opinion (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  for (const wrong of [
    { awaiting: 0 },
    { due_date: null },
    { status: 'answered', awaiting: 0 },
    { content: null },
    { status: 'transferred', awaiting: 0 },
    { about: 'other_agency' },
    { status: 'overdue' },
  ])
    expect(() => insert(wrong), JSON.stringify(wrong)).toThrow(/CHECK/);
  insert({});
  connection.close();
});
