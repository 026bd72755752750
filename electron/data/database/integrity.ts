import type BetterSqlite3 from 'better-sqlite3';
import { fail } from '../../../shared/failure.ts';
import { kindNames } from '../../../shared/records/index.ts';
import { emptyChain, linkHash } from '../people/audit.ts';
import { failureOfSqlite } from './sqlite-failure.ts';

type Connection = BetterSqlite3.Database;

const safe = 'Bản đang dùng và các bản sao lưu khác không bị ảnh hưởng.';

/** Every page, index and foreign key of a database; fails with `damaged`. Wants a cache of 256 MiB or more. */
export function checkWhole(connection: Connection): void {
  try {
    const answer: unknown = connection.pragma('integrity_check(1)', { simple: true });
    if (answer !== 'ok')
      fail('damaged', 'Tệp dữ liệu bị hỏng: có trang hoặc chỉ mục không đọc được.', { safe });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0)
      fail('damaged', 'Tệp dữ liệu bị hỏng: có bản ghi trỏ đến bản ghi không còn.', { safe });
  } catch (error) {
    throw failureOfSqlite(error);
  }
}

/** Rows per table; tables of the search index are none of their own. */
export function countTables(connection: Connection): Record<string, number> {
  const tables = connection
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name <> 'search' AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const count = (name: string) =>
    connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number;
  return Object.fromEntries(tables.map((name) => [name, count(name)]));
}

/** How many records of all declared kinds there are in such counts. */
export function recordsIn(counts: Readonly<Record<string, number>>): number {
  return kindNames.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}

/** A place in the audit chain. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: Buffer;
}

type Link = [number, string, number, string, string | null, number | null, Buffer | null, Buffer, Buffer];

/**
 * Walks the audit chain behind a place (its start unless said) and gives its head; a row that does not follow
 * from the one before it, or is missing, fails with `damaged`.
 */
export function walkChain(connection: Connection, from: ChainPlace = emptyChain): ChainPlace {
  const rows = connection
    .prepare(
      `SELECT seq, at, user_id, action, kind, record_id, record_hash, payload_hash, hash
        FROM audit WHERE seq > ? ORDER BY seq`,
    )
    .raw();
  let { seq: last, hash: previous } = from;
  for (const row of rows.iterate(last) as IterableIterator<Link>) {
    const [seq, at, userId, action, kind, recordId, recordHash, payloadHash, hash] = row;
    const link = { at, userId, action, kind, recordId, recordHash, payloadHash };
    if (seq !== last + 1 || !linkHash(previous, link).equals(hash))
      fail('damaged', `Nhật ký không liền mạch từ dòng ${last + 1}: có thể đã bị sửa từ bên ngoài.`, {
        safe,
      });
    last = seq;
    previous = hash;
  }
  return { seq: last, hash: previous };
}

/** Whether the chain really goes through this place. */
export function chainHas(connection: Connection, place: ChainPlace): boolean {
  if (place.seq === 0) return true;
  const hash = connection.prepare('SELECT hash FROM audit WHERE seq = ?').pluck().get(place.seq);
  return Buffer.isBuffer(hash) && hash.equals(place.hash);
}
