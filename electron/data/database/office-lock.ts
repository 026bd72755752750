import { rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { fail } from '../../../shared/failure.ts';
import { dayAndTime } from '../office/wording.ts';
import { readIfThere, writeWhole } from './atomic-file.ts';

const holderSchema = z.object({ machine: z.string(), user: z.string(), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** A held lock on an office's folder. */
export interface OfficeLock {
  /** The last holder's note was still there: the program or the machine stopped without closing. */
  readonly afterCrash: boolean;
  /** Lets go; `clean: false` leaves the note, so that the next opening checks the database. */
  release(clean?: boolean): void;
}

const lockName = 'office.lock';
const noteOf = (folder: string) => join(folder, `${lockName}.json`);

function readNote(folder: string): Holder | null {
  try {
    const text = readIfThere(noteOf(folder));
    return text === null ? null : holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/**
 * Takes the folder's lock, an exclusive transaction on a tiny SQLite file: it holds between processes and Windows
 * users and dies with its process. Held by another: `in_use`, naming who has it.
 */
export function takeOfficeLock(folder: string): OfficeLock {
  const file = join(folder, lockName);
  const connection = new BetterSqlite3(file, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (!isBusy(error)) throw error;
    const holder = readNote(folder);
    const who = holder
      ? `người dùng ${holder.user} trên máy ${holder.machine} (từ ${dayAndTime(holder.since)})`
      : 'một người dùng khác';
    return fail('in_use', `Cơ sở dữ liệu đang được mở bởi ${who}. Hãy đóng chương trình ở đó rồi thử lại.`, {
      safe: 'Dữ liệu không bị ảnh hưởng.',
    });
  }
  try {
    const afterCrash = readIfThere(noteOf(folder)) !== null;
    const note: Holder = { machine: hostname(), user: userInfo().username, since: new Date().toISOString() };
    writeWhole(noteOf(folder), JSON.stringify(note));
    return { afterCrash, release: (clean = true) => release(connection, folder, clean) };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function release(connection: BetterSqlite3.Database, folder: string, clean: boolean): void {
  if (!connection.open) return;
  if (clean) rmSync(noteOf(folder), { force: true });
  connection.close();
}
