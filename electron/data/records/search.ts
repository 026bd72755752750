import { kinds, kindNames, type KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import { newestMatches } from '../database/search-index.ts';
import { exact, folded, matchOf } from './search-text.ts';

const kindByNumber = new Map<number, KindName>(kindNames.map((name) => [kinds[name].number, name]));

/** Where a hit lies: a record of a kind, or a unit. */
export interface Hit {
  readonly kind: KindName | 'unit';
  readonly id: number;
}

/** The first hits: exact diacritics before folded ones, newest first within each; never ranked, so never slow. */
export function findHits(database: Database, typed: string, limit: number): Hit[] {
  const found = new Set<number>();
  const look = (match: string | null, atMost: number) => {
    if (match === null || atMost <= 0) return;
    for (const { rowid } of database.all(newestMatches(match, atMost))) found.add(rowid);
  };
  look(matchOf(exact(typed)), limit);
  if (found.size < limit) look(matchOf(folded(typed)), limit);
  return [...found].slice(0, limit).flatMap((rowid) => {
    const number = rowid & 63;
    const id = Math.floor(rowid / 64);
    const kind = number === 0 ? 'unit' : kindByNumber.get(number);
    return kind ? [{ kind, id }] : [];
  });
}
