import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';

// From the schema before attachments, with data in it.

const before = migrations.slice(0, 2);
let folder: string;
let connection: BetterSqlite3.Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ba-yen-migration-'));
  connection = createDatabaseFile(join(folder, 'ba-yen.db'), Buffer.alloc(32, 7));
  migrate(connection, before, '0.1.0', () => undefined);
  connection.exec(`
    INSERT INTO workstation (id, uid, name) VALUES (1, 'w', 'may');
    INSERT INTO user (id, uid, login, full_name, role, created_at) VALUES (1, 'u', 'lan', 'Lan', 'clerk', '2024');
    INSERT INTO launch_session (id, uid, origin, created_at, created_by, updated_at, updated_by, held_on, launch_form,
      attendance_count, content) VALUES (5, 's', 1, '2024', 1, '2024', 1, '2024-03-01', 'mass_form', 60, 'Phát động');
  `);
  let backups = 0;
  migrate(connection, migrations, '0.1.0', () => (backups += 1));
  expect(backups).toBe(1);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const usual = {
  owner_kind: 'launch_session',
  owner_id: 5,
  added_on: '2024-03-02',
  file_name: 'anh.jpg',
  media_type: 'image/jpeg',
  byte_count: 1000,
  width: 10,
  height: 20,
  original_kept: 1,
  keyed_hash: 'ab'.repeat(32),
  note: null,
  voided_at: null,
  void_reason: null,
};
let last = 0;
function insert(values: Partial<Record<keyof typeof usual, string | number | null>>): void {
  last += 1;
  const row = { ...usual, ...values, uid: `a${last}` };
  const names = Object.keys(row);
  connection
    .prepare(
      `INSERT INTO attachment (origin, created_at, created_by, updated_at, updated_by, ${names.join(', ')})
        VALUES (1, '2024', 1, '2024', 1, ${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

test('keeps what was there, and a record of before gets an attachment', () => {
  expect(schemaOf(connection)).toBe(migrations.length);
  expect(connection.prepare('SELECT content FROM launch_session WHERE id = 5').pluck().get()).toBe(
    'Phát động',
  );
  insert({});
  expect(connection.prepare('SELECT count(*) FROM attachment').pluck().get()).toBe(1);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
});

test.each<[string, Parameters<typeof insert>[0]]>([
  ['an owner that is an attachment', { owner_kind: 'attachment' }],
  ['an owner whose kind is no name', { owner_kind: 'x; DROP' }],
  ['no owner', { owner_id: 0 }],
  ['another type', { media_type: 'text/html' }],
  ['no bytes', { byte_count: 0 }],
  ['too many bytes', { byte_count: 52_428_801 }],
  ['a PDF with a width', { media_type: 'application/pdf' }],
  ['an image without one', { width: null, height: null }],
  ['a width without a height', { height: null }],
  ['a name that could lead elsewhere', { keyed_hash: `../${'a'.repeat(61)}` }],
  ['a name in capitals', { keyed_hash: 'AB'.repeat(32) }],
])('refuses %s', (_what, values) => {
  expect(() => insert(values)).toThrow(/CHECK|constraint/);
});

test('the same bytes belong to a record once, voided ones aside', () => {
  insert({});
  expect(() => insert({})).toThrow(/UNIQUE/);
  insert({ voided_at: '2024', void_reason: 'nhầm' });
  insert({ owner_id: 6 });
});
