import BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import { failureOfSqlite } from './sqlite-failure.ts';

type Connection = BetterSqlite3.Database;

/** Tells our files from other SQLite databases: "BaYn". */
export const applicationId = 0x4261596e;
/** A WAL bug that could lose commits was fixed in this release. */
const oldestSqlite = [3, 51, 3] as const;
const waitForOthers = 5000;
/** Enough for the indexes of a district's year. */
const usualCacheMiB = 64;

interface OpenOptions {
  readonly cacheMiB?: number;
}

/** The key as SQLite3 Multiple Ciphers takes it ("raw:" and hex), in bytes that can be wiped. */
function rawKey(key: Buffer): Buffer {
  const text = Buffer.alloc(4 + key.length * 2);
  text.write('raw:');
  const digits = '0123456789abcdef';
  key.forEach((byte, index) => {
    text[4 + index * 2] = digits.charCodeAt(byte >> 4);
    text[5 + index * 2] = digits.charCodeAt(byte & 15);
  });
  return text;
}

/** Gives an open connection its key. Never by SQL text, a file name or a URI: those end up in messages. */
export function applyKey(connection: Connection, key: Buffer): void {
  const secret = rawKey(key);
  try {
    connection.key(secret);
  } finally {
    secret.fill(0);
  }
}

/** Encrypts the open database anew under another key, in place; its WAL must be empty and nobody else reading. */
export function changeKey(connection: Connection, key: Buffer): void {
  const secret = rawKey(key);
  try {
    connection.pragma('journal_mode = DELETE');
    connection.rekey(secret);
    connection.pragma('journal_mode = WAL');
  } finally {
    secret.fill(0);
  }
}

function refuseOldSqlite(connection: Connection): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted)
      fail('internal', `Thư viện SQLite ${version} quá cũ, cần từ ${oldestSqlite.join('.')} trở lên.`);
  }
}

function open(
  file: string,
  key: Buffer,
  options: BetterSqlite3.Options,
  tune: (db: Connection) => void,
): Connection {
  let connection: Connection | undefined;
  try {
    connection = new BetterSqlite3(file, { timeout: waitForOthers, ...options });
    applyKey(connection, key);
    // The first read proves the key.
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    refuseOldSqlite(connection);
    tune(connection);
    return connection;
  } catch (error) {
    connection?.close();
    throw failureOfSqlite(error);
  }
}

function useCache(connection: Connection, options: OpenOptions): void {
  connection.pragma(`cache_size = ${-1024 * (options.cacheMiB ?? usualCacheMiB)}`);
  connection.pragma('temp_store = MEMORY');
}

function makeDurable(connection: Connection): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('secure_delete = ON');
  const durable = connection.pragma('synchronous', { simple: true });
  if (durable !== 2 || connection.pragma('journal_mode', { simple: true }) !== 'wal')
    fail('internal', 'Không bật được chế độ ghi an toàn của cơ sở dữ liệu.');
}

/**
 * The one connection that writes: durable commits, foreign keys, no checkpoints of its own (they would make a
 * save wait). Failures are typed: `damaged`, `vanished`, `read_only`, `disk_full`, `in_use`.
 */
export function openWriter(file: string, key: Buffer, options: OpenOptions = {}): Connection {
  return open(file, key, { fileMustExist: true }, (connection) => {
    makeDurable(connection);
    connection.pragma('wal_autocheckpoint = 0');
    useCache(connection, options);
  });
}

/** A new, empty, encrypted database file, open for writing. */
export function createDatabaseFile(file: string, key: Buffer): Connection {
  return open(file, key, {}, (connection) => {
    connection.pragma(`application_id = ${applicationId}`);
    makeDurable(connection);
    useCache(connection, {});
  });
}

/** A connection that only reads; it may hold one snapshot, and `VACUUM INTO`. */
export function openReader(file: string, key: Buffer, options: OpenOptions = {}): Connection {
  return open(file, key, { readonly: true, fileMustExist: true }, (connection) =>
    useCache(connection, options),
  );
}

/** The connection of the worker that moves the write-ahead log into the database behind the writer's back. */
export function openMaintenance(file: string, key: Buffer): Connection {
  return open(file, key, { fileMustExist: true }, (connection) => {
    connection.pragma('synchronous = FULL');
    connection.pragma('wal_autocheckpoint = 0');
  });
}

/** Moves what it can of the write-ahead log without making anybody wait; gives the frames that remain. */
export function checkpointQuietly(maintenance: Connection): number {
  const [row] = maintenance.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[];
  return row ? row.log - row.checkpointed : 0;
}
