import type { Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
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

const columns = 'id, uid, version, login, full_name, role, removed_at';

/** The user of that key, or undefined. */
export function userById(database: Database, id: number): User | undefined {
  return database.first<User>(`SELECT ${columns} FROM user WHERE id = ?`, id);
}

/** The user of that life-long name, or undefined. */
export function userByUid(database: Database, uid: string): User | undefined {
  return database.first<User>(`SELECT ${columns} FROM user WHERE uid = ?`, uid);
}

/** Every user there ever was, in the order of their log-in names. */
export function allUsers(database: Database): User[] {
  return database.all<User>(`SELECT ${columns} FROM user ORDER BY removed_at IS NOT NULL, login`);
}

/** Adds a new user to a unit of work. */
export function addUser(unit: UnitOfWork, user: Omit<User, 'version' | 'removed_at'>, at: string): void {
  unit.add('INSERT INTO user (id, uid, login, full_name, role, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    user.id,
    user.uid,
    user.login,
    user.full_name,
    user.role,
    at,
  ]);
}
