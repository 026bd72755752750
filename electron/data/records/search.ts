import { kinds, kindNames, type KindName } from '../../../shared/records/index.ts';
import { exactText, fold, searchTokens } from '../../../shared/vietnamese/fold.ts';
import type { Database } from '../database/database.ts';

/** Longest prefix that the index holds; a longer word is looked up by all its letters. */
const kindByNumber = new Map<number, KindName>(kindNames.map((name) => [kinds[name].number, name]));

/** The words of a search as folded in the index. */
export function folded(typed: string): string[] {
  return searchTokens(fold(typed));
}

/** The words of a search with their diacritics. */
export function exact(typed: string): string[] {
  return searchTokens(exactText(typed));
}

/** The FTS5 expression that finds all the words, the last one as the beginning of a word; null without words. */
export function matchOf(column: 'exact' | 'folded', words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const quoted = words.map(
    (word, index) => `"${word.replaceAll('"', '')}"${index === words.length - 1 ? '*' : ''}`,
  );
  return `${column} : (${quoted.join(' AND ')})`;
}

/** Where a hit lies: a record of a kind, or a unit. */
export interface Hit {
  readonly kind: KindName | 'unit';
  readonly id: number;
}

const select = 'SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?';

/** The first hits: exact diacritics before folded ones, newest first within each; never ranked, so never slow. */
export function findHits(database: Database, typed: string, limit: number): Hit[] {
  const found = new Set<number>();
  const look = (match: string | null, atMost: number) => {
    if (match === null || atMost <= 0) return;
    for (const { rowid } of database.all<{ rowid: number }>(select, match, atMost)) found.add(rowid);
  };
  look(matchOf('exact', exact(typed)), limit);
  if (found.size < limit) look(matchOf('folded', folded(typed)), limit);
  return [...found].slice(0, limit).flatMap((rowid) => {
    const number = rowid & 63;
    const id = Math.floor(rowid / 64);
    const kind = number === 0 ? 'unit' : kindByNumber.get(number);
    return kind ? [{ kind, id }] : [];
  });
}
