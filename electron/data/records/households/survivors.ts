import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { householdOf, type HouseholdRow } from './events.ts';

/** The keys of the households into which this one went, one after the other; none for one that stands by itself. */
export function survivorsOf(database: Database, household: HouseholdRow): number[] {
  const found: number[] = [];
  for (let next = household.merged_into; next !== null;) {
    if (found.includes(next)) fail('internal', 'Các hộ gộp thành vòng tròn.');
    found.push(next);
    next = householdOf(database, next).merged_into;
  }
  return found;
}
