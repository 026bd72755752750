import { fsyncSync, closeSync, openSync } from 'node:fs';
import { sql } from 'kysely';
import { Database } from '../database/database.ts';
import { viewOf } from '../database/key-envelope.ts';
import { openWriter } from '../database/open.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Task } from '../jobs/task.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { lostNumbers, type BookEnd } from '../records/funds/lost-numbers.ts';
import type { User } from '../people/users.ts';

/** A row of `user` as it stands in the present database. */
export type UserRow = Omit<User, 'id' | 'version'> & { readonly created_at: string };

/** What a restored database is told before it takes its place. */
export interface PrepareRestored {
  readonly file: string;
  readonly backupKey: Uint8Array;
  /** The present users, where the key is the same: they stay. Null: the backup's stay. */
  readonly users: readonly UserRow[] | null;
  /** Who restores, by life-long name; null where nobody of the restored database is known. */
  readonly userUid: string | null;
  /** The head of the present chain; null where there was no database. */
  readonly presentHead: string | null;
  /** How far the vouchers of the present database are numbered; nothing where there was none. */
  readonly presentBooks: readonly BookEnd[];
  readonly backupName: string;
}

/** The present users as they will stand in a restored database. */
export function userRows(database: Database): UserRow[] {
  const users = query
    .selectFrom('user')
    .select(['uid', 'login', 'full_name', 'role', 'created_at', 'removed_at'])
    .orderBy('id');
  return database.all(users.compile());
}

type UserValues = Partial<Pick<User, 'login' | 'full_name' | 'role' | 'removed_at'>>;

function changeUserRow(unit: UnitOfWork, id: number, values: UserValues): void {
  const change = query
    .updateTable('user')
    .set((row) => ({ ...values, version: row('version', '+', 1) }))
    .where('id', '=', id);
  unit.add(change.compile());
}

/** Adds what makes the restored table of users that of the present: users only in the backup count as removed. */
function carryUsers(database: Database, unit: UnitOfWork, users: readonly UserRow[]): void {
  const now = new Date().toISOString();
  const present = new Set(users.map(({ uid }) => uid));
  const stored = database.all(query.selectFrom('user').select(['id', 'uid', 'removed_at']).compile());
  // Log-in names may have changed hands: all are freed before they are given anew.
  unit.add(
    query
      .updateTable('user')
      .set({ login: sql`'~' || id` })
      .compile(),
  );
  for (const { id, uid, removed_at } of stored)
    if (!present.has(uid)) changeUserRow(unit, id, { removed_at: removed_at ?? now });
  for (const { uid, created_at, ...values } of users) {
    const there = stored.find((user) => user.uid === uid);
    if (there) changeUserRow(unit, there.id, values);
    else {
      const row = { id: database.nextId('user'), uid, created_at, ...values };
      unit.add(query.insertInto('user').values(row).compile());
    }
  }
}

function idOf(database: Database, uid: string | null): number {
  if (uid === null) return 0;
  const user = query.selectFrom('user').select('id').where('uid', '=', uid);
  return database.first(user.compile())?.id ?? 0;
}

/** What the caller learns of a restored database. */
export interface Restored {
  readonly households: number;
  readonly chain_head: string;
  readonly chain_length: number;
  /** Numbers of vouchers that the present database had and this one has not. */
  readonly lost_numbers: readonly string[];
}

/**
 * Makes a checked backup ready to take the place of the present database: newest schema, the present users where
 * they stay, and a line in its audit trail with both chain heads.
 */
export function prepareRestored(input: PrepareRestored, programVersion: string): Restored {
  const connection = openWriter(input.file, viewOf(input.backupKey));
  try {
    migrate(connection, migrations, programVersion, () => undefined);
    const database = new Database(connection, input.file, 1);
    const backupHead = database.chainHead.hash.toString('hex');
    // The backup may come from a machine whose clock ran ahead; the moment of the restore is what counts.
    database.acceptClock();
    if (input.users) {
      const carried = new UnitOfWork();
      carryUsers(database, carried, input.users);
      database.commit(carried);
    }
    const lost = lostNumbers(database, input.presentBooks);
    database.commit(
      new UnitOfWork().audit({
        action: 'restore_backup',
        userId: idOf(database, input.userUid),
        payload: {
          about: input.backupName,
          before: { chain_head: input.presentHead ?? '' },
          after: { chain_head: backupHead },
          ...(lost.length > 0 && { reason: `Phiếu không còn trong sổ: ${lost.join(', ')}` }),
        },
      }),
    );
    const households = query
      .selectFrom('household')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('voided_at', 'is', null);
    const head = database.chainHead;
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return {
      households: database.first(households.compile())?.count ?? 0,
      chain_head: head.hash.toString('hex'),
      chain_length: head.seq,
      lost_numbers: lost,
    };
  } finally {
    connection.close();
    syncFile(input.file);
  }
}

/** Brings a closed file to the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** `prepareRestored` in the worker thread. */
export const prepareRestoredTask: Task<PrepareRestored, Restored> = (input, { config }) =>
  prepareRestored(input, config.programVersion);
