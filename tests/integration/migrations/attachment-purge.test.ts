import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../electron/data/database/database.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { attachmentPurge } from '../../../electron/data/database/migrations/0005-attachment-purge.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { uuidv7 } from '../../../electron/data/database/uuid.ts';
import { addUser } from '../../../electron/data/people/users.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { scratch } from '../office/new-office.ts';
import { addOldPhoto } from './old-photo.ts';

let place: ReturnType<typeof scratch>;
let database: Database;
beforeEach(() => {
  place = scratch();
  const file = join(place.folder, 'x.db');
  const connection = createDatabaseFile(file, Buffer.alloc(32, 5));
  migrate(connection, migrations.slice(0, attachmentPurge.number - 1), '0.1.0', () => undefined);
  database = new Database(connection, file, 1);
  const unit = new UnitOfWork();
  unit.add(query.insertInto('workstation').values({ id: 1, uid: uuidv7(), name: 'may-thu' }).compile());
  const user = { id: 1, uid: uuidv7(), login: 'thu', full_name: 'Người thử', role: 'clerk' } as const;
  addUser(unit, user, database.now());
  database.commit(unit);
  for (const [index, letter] of ['a', 'b', 'c'].entries()) {
    const photo = { file_name: `anh${String(index)}.jpg`, keyed_hash: letter.repeat(64), note: 'x' };
    addOldPhoto(database, index + 1, photo, index === 1 ? 'mờ' : null);
  }
});
afterEach(() => {
  database.connection.close();
  rmSync(place.folder, { recursive: true, force: true });
});

const rows = () =>
  database.connection.prepare('SELECT * FROM attachment ORDER BY id').all() as Record<string, unknown>[];

test('attachments of before stay as they were, their trail and their indexes too', () => {
  const before = rows();
  expect(before).toHaveLength(3);
  let backups = 0;
  migrate(database.connection, migrations, '0.1.0', () => (backups += 1));
  expect([schemaOf(database.connection), backups]).toEqual([migrations.length, 1]);
  expect(rows()).toEqual(before.map((row) => ({ ...row, photo_stage: null })));
  const quiet = { progress: () => undefined, cancelled: () => false };
  expect(verifyAudit(database.connection, quiet).broken).toEqual([]);
  expect(database.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  const indexes =
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'attachment' AND sql <> ''";
  expect(database.connection.prepare(`${indexes} ORDER BY name`).pluck().all()).toEqual([
    'attachment_file',
    'attachment_once',
    'attachment_owner',
  ]);
});

test('only a voided attachment without a note may name no file', () => {
  migrate(database.connection, migrations, '0.1.0', () => undefined);
  const change = (set: string, id: number) => () =>
    database.connection.prepare(`UPDATE attachment SET ${set} WHERE id = ?`).run(id);
  expect(change('keyed_hash = NULL, note = NULL', 1)).toThrow(/CHECK/);
  expect(change('keyed_hash = NULL', 2)).toThrow(/CHECK/);
  expect(change("keyed_hash = '../x'", 3)).toThrow(/CHECK/);
  expect(change('keyed_hash = NULL, note = NULL', 2)).not.toThrow();
});
