import { readdirSync, rmSync } from 'node:fs';
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

/** Removes the files of a folder of attachments that `isNamed` does not know, and half-made ones; gives how many. */
export function sweepFiles(folder: string, isNamed: (name: string) => boolean): number {
  let swept = 0;
  for (const part of foldersIn(folder)) {
    for (const name of readdirSync(join(folder, part))) {
      const [, hash, half] = ours.exec(name) ?? [];
      if (hash === undefined || (half === undefined && isNamed(hash))) continue;
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

/** Removes the files that no record names any more, voided records counting as naming; gives how many. */
export function sweepUnnamed(database: Database, folder: string): number {
  const names = new Set(database.all(named()).map(({ keyed_hash }) => keyed_hash));
  return sweepFiles(folder, (name) => names.has(name));
}
