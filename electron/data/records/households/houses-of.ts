import { asList, listed } from '../../database/listed.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { familyOf } from './family.ts';

const standing = statement((given: { households: string }) =>
  query
    .selectFrom('house')
    .innerJoin('housing_phase', 'housing_phase.id', 'house.phase_id')
    .select(['house.id', 'house.phase_id', 'housing_phase.name as phase'])
    .select(['house.beneficiary_name', 'house.approved_on'])
    .where('house.household_id', 'in', listed(given.households))
    .where('house.voided_at', 'is', null)
    .orderBy('house.approved_on')
    .orderBy('house.id'),
);

/** The houses that were approved for a household or for one that went into it; those that are voided aside. */
export function housesOf(reader: Reader, householdId: number) {
  return reader.all(standing({ households: asList(familyOf(reader, householdId)) }));
}
