import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import { statement } from './statement.ts';
import { query } from './tables.ts';

/** A row of the full-text index (FTS5, which only SQLite has). */
type SearchRow = { rowid: number; exact: string; folded: string };

/** Adds a text. */
export const addSearchText = statement((given: SearchRow) =>
  query.insertInto('search').values({ rowid: given.rowid, exact: given.exact, folded: given.folded }),
);

/** Puts a text in the place of the one that is there. */
export const changeSearchText = statement((given: SearchRow) =>
  query
    .updateTable('search')
    .set({ exact: given.exact, folded: given.folded })
    .where('rowid', '=', given.rowid),
);

/** Takes a text out. */
export const dropSearchText = statement((given: { rowid: number }) =>
  query.deleteFrom('search').where('rowid', '=', given.rowid),
);

/** The rows that an FTS5 expression finds, newest first: never ranked, so never slow. */
export function newestMatches(match: string, limit: number): CompiledQuery<{ rowid: number }> {
  return sql<{ rowid: number }>`select rowid from search where search match ${match}
    order by rowid desc limit ${sql.lit(limit)}`.compile(query);
}

/** The keys of the records of one kind that an FTS5 expression finds: rowids are key × 64 + the kind's number. */
export function matchingIds(kindNumber: number, match: string): RawBuilder<number> {
  return sql`select rowid >> 6 from search where search match ${match} and rowid & 63 = ${sql.lit(kindNumber)}`;
}
