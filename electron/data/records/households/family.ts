import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';

const family = statement((given: { id: number }) =>
  query
    .withRecursive('family', (from) =>
      from
        .selectFrom('household')
        .select('household.id')
        .where('household.id', '=', given.id)
        .union(
          from
            .selectFrom('household')
            .innerJoin('family', 'family.id', 'household.merged_into')
            .select('household.id'),
        ),
    )
    .selectFrom('family')
    .select('id'),
);

/** The keys of a household and of every one that went into it, directly or by way of another. */
export function familyOf(reader: Reader, id: number): number[] {
  return reader.all(family({ id })).map((row) => row.id);
}
