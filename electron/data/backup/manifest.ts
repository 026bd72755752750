import { hash } from 'node:crypto';
import { manifestSchema, type Manifest } from '../../../shared/api/backup.ts';
import { fail } from '../../../shared/failure.ts';
import type BetterSqlite3 from 'better-sqlite3';
import { countTables, recordsIn, walkChain } from '../database/integrity.ts';

/** What a manifest says about a database's content. */
export type Content = Pick<Manifest, 'schema_version' | 'counts' | 'chain_head' | 'chain_length'>;

/** Counts every table and walks the whole audit chain. */
export function contentOf(connection: BetterSqlite3.Database): Content {
  const counts = countTables(connection);
  const head = walkChain(connection);
  return {
    schema_version: Number(connection.pragma('user_version', { simple: true })),
    counts,
    chain_head: head.hash.toString('hex'),
    chain_length: head.seq,
  };
}

/** Fails with `damaged` where a database does not hold what its manifest says. */
export function demandContent(found: Content, manifest: Manifest): void {
  const sameCounts = (one: Content, other: Content) =>
    Object.entries(one.counts).every(([table, rows]) => other.counts[table] === rows);
  const same =
    found.schema_version === manifest.schema_version &&
    found.chain_head === manifest.chain_head &&
    found.chain_length === manifest.chain_length &&
    sameCounts(found, manifest) &&
    sameCounts(manifest, found);
  if (!same)
    fail(
      'damaged',
      'Bản sao lưu không đúng với tờ kê của nó: số bản ghi hoặc nhật ký khác nhau. Hãy dùng bản khác.',
    );
}

/** A manifest's text as written beside the backup. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 1)}\n`;
}

/** SHA-256 of a small text in lowercase hex. */
export const sumOf = (text: string) => hash('sha256', text, 'hex');

/** How many records a backup holds. */
export const recordsOf = (manifest: Manifest) => recordsIn(manifest.counts);

/** The name of a backup made now: `ba-yen-2026-11-23-081500.bayen`, in local time. */
export function backupName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `ba-yen-${day}-${time}.bayen`;
}
