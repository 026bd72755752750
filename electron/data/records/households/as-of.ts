import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import type { HouseholdRow } from './events.ts';

/** A household as it stood on a day: its head, and the village as written then. */
export type HouseholdThen = Pick<HouseholdRow, 'head_name' | 'village_id'>;

// An event keeps what was before it, so the first event behind a day says how things stood on it.
const nextEvent = statement((given: { household: number; day: string }) =>
  query
    .selectFrom('household_event')
    .select(['event_type', 'head_name_before', 'from_village_id'])
    .where('household_id', '=', given.household)
    .where('event_on', '>', given.day)
    .where('voided_at', 'is', null)
    .orderBy('event_on')
    .orderBy('id')
    .limit(1),
);
/** What brings a household here: before it, it was none of the area's. */
const arrivals: ReadonlySet<string> = new Set(['split_from', 'moved_in', 'returned']);

/** How a household stood at the end of a day; null where it did not live in the area then. */
export function householdAsOf(
  database: Database,
  household: HouseholdRow,
  day: string,
): HouseholdThen | null {
  const { moved_in_on, moved_out_on } = household;
  const next = database.first(nextEvent({ household: household.id, day }));
  if (next && arrivals.has(next.event_type)) return null;
  if (!next && moved_out_on !== null && moved_out_on <= day) return null;
  if (moved_in_on !== null && moved_in_on > day) return null;
  return {
    head_name: next?.head_name_before ?? household.head_name,
    village_id: next?.from_village_id ?? household.village_id,
  };
}
