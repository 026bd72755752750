import type { Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';

/** A user of the program as stored. */
export interface User {
  readonly id: number;
  readonly uid: string;
  readonly version: number;
  readonly login: string;
  readonly full_name: string;
  readonly role: Role;
  readonly removed_at: string | null;
}

const users = () =>
  query.selectFrom('user').select(['id', 'uid', 'version', 'login', 'full_name', 'role', 'removed_at']);

/** The user of that key, or undefined. */
export function userById(database: Database, id: number): User | undefined {
  return database.first(users().where('id', '=', id).compile());
}

/** The user of that life-long name, or undefined. */
export function userByUid(database: Database, uid: string): User | undefined {
  return database.first(users().where('uid', '=', uid).compile());
}

/** Every user there ever was, in the order of their log-in names, those who were removed last. */
export function allUsers(database: Database): User[] {
  const inOrder = users()
    .orderBy((row) => row('removed_at', 'is not', null))
    .orderBy('login');
  return database.all(inOrder.compile());
}

/** Adds a new user to a unit of work. */
export function addUser(unit: UnitOfWork, user: Omit<User, 'version' | 'removed_at'>, at: string): void {
  unit.add(
    query
      .insertInto('user')
      .values({ ...user, created_at: at })
      .compile(),
  );
}
