import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../../electron/data/database/open.ts';
import { verifyCacheMiB } from '../../electron/data/backup/make.ts';
import { emptyChain, linkHash, type ChainLink } from '../../electron/data/people/audit.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { bigOffice } from './big-office.ts';
import { inPairs, timed, type Bench, type Measurement } from './harness.ts';
import { logIn, type BenchOffice } from './office.ts';

const pairs = 5;
const chunk = 1024 * 1024;

/** Chooses a folder as a person does, and backs up into it. */
export async function backUp(client: ProgramClient): Promise<void> {
  const chosen = await client.call('desktop.choose_folder', { purpose: 'backup' });
  if (!chosen) throw new Error('No folder was chosen.');
  await client.job('backup.make', { folder: chosen.folder });
}

function readThrough(file: string, each: (bytes: Buffer) => void): void {
  const handle = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(chunk);
  for (;;) {
    const length = readSync(handle, buffer);
    if (length === 0) break;
    each(buffer.subarray(0, length));
  }
  closeSync(handle);
}

type LinkRow = ChainLink & { readonly seq: number; readonly hash: Buffer };
const chainSql = `SELECT seq, at, user_id AS userId, action, kind, record_id AS recordId, record_hash AS recordHash,
  payload_hash AS payloadHash, hash FROM audit ORDER BY seq`;

function checkBarely(copy: string, key: Buffer): void {
  const reader = openReader(copy, key, { cacheMiB: verifyCacheMiB });
  if (reader.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('damaged');
  reader.pragma('foreign_key_check');
  const tables = reader
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) reader.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  let previous = emptyChain.hash;
  for (const row of reader.prepare(chainSql).iterate() as IterableIterator<LinkRow>) {
    if (!linkHash(previous, row).equals(row.hash)) throw new Error('broken chain');
    previous = row.hash;
  }
  reader.close();
}

/** The bare steps of a backup, one after the other. */
function bareBackup({ file, key }: BenchOffice, folder: string): void {
  const local = join(folder, 'floor-local.db');
  const copy = join(folder, 'floor-copy.db');
  const reader = openReader(file, key);
  reader.pragma('synchronous = OFF');
  reader.prepare('VACUUM INTO ?').run(local);
  reader.close();
  checkBarely(local, key);
  const sum = createHash('sha256');
  readThrough(local, (bytes) => sum.update(bytes));
  sum.digest('hex');
  copyFileSync(local, copy);
  const handle = openSync(copy, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  readThrough(copy, () => undefined);
  rmSync(local);
  rmSync(copy);
}

async function measure({ folder, scale, say }: Bench) {
  const { office, records, bytes } = await bigOffice(join(folder, 'office'), scale);
  say(`backup: ${records} records in ${(bytes / 1e6).toFixed(0)} MB`);
  const target = join(folder, 'target');
  const client = await logIn(office, { folder: () => target });
  const product = async () => {
    mkdirSync(target);
    const ms = await timed(() => backUp(client));
    rmSync(target, { recursive: true });
    return { value: ms / 1000, n: records };
  };
  const bare = async () => ({ value: (await timed(() => bareBackup(office, folder))) / 1000, n: records });
  const figures = await inPairs(pairs, product, bare);
  await client.stop();
  return { backup_s: figures.product, backup_floor_s: figures.floor };
}

/** A backup made, verified, copied and read back, against its bare steps. */
export const backup: Measurement = { name: 'backup', keys: ['backup_s', 'backup_floor_s'], run: measure };
