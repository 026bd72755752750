import { sql, type RawBuilder } from 'kysely';

/** A list of keys as one value, so that a statement is the same whatever the list's length. */
export const asList = (ids: readonly number[]): string => JSON.stringify(ids);

/** The keys of such a list, for `in`; SQLite reads it as JSON. */
export const listed = (list: string): RawBuilder<number> => sql`(select value from json_each(${list}))`;
