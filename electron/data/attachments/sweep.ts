import { readdirSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NotNull } from 'kysely';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';

const named = statement(() =>
  query
    .selectFrom('attachment')
    .select('keyed_hash')
    .where('keyed_hash', 'is not', null)
    .$narrowType<{ keyed_hash: NotNull }>()
    .distinct(),
);
/** Names that only this program gives; `.part` is what a power cut left of one. */
const ours = /^([0-9a-f]{64})(\.part)?$/;

/** Whether a file is one of ours that `isNamed` does not know, or a half-made one. */
function isToSweep(name: string, isNamed: (name: string) => boolean): boolean {
  const [, hash, half] = ours.exec(name) ?? [];
  return hash !== undefined && (half !== undefined || !isNamed(hash));
}

/** Removes the files of a folder of attachments that `isNamed` does not know, and half-made ones; gives how many. */
export function sweepFiles(folder: string, isNamed: (name: string) => boolean): number {
  let swept = 0;
  for (const part of foldersIn(folder)) {
    for (const name of readdirSync(join(folder, part))) {
      if (!isToSweep(name, isNamed)) continue;
      rmSync(join(folder, part, name), { force: true });
      swept += 1;
    }
  }
  return swept;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name));
  } catch {
    return [];
  }
}

/** Whether any record of a database names a file, voided ones counting as well. */
function namesIn(database: Database): (name: string) => boolean {
  const names = new Set(database.all(named()).map(({ keyed_hash }) => keyed_hash));
  return (name) => names.has(name);
}

/** Removes the files that no record names any more; gives how many. */
export function sweepUnnamed(database: Database, folder: string): number {
  return sweepFiles(folder, namesIn(database));
}

/** How many files there are, and bytes in them, that `sweepUnnamed` would remove. */
export async function unnamedFiles(
  database: Database,
  folder: string,
): Promise<{ files: number; bytes: number }> {
  const isNamed = namesIn(database);
  const found = { files: 0, bytes: 0 };
  for (const part of foldersIn(folder)) {
    for (const name of await readdir(join(folder, part))) {
      if (!isToSweep(name, isNamed)) continue;
      found.files += 1;
      found.bytes += (await stat(join(folder, part, name))).size;
    }
  }
  return found;
}
