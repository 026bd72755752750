import { sql } from 'kysely';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { VillageRollUp } from '../../register/village-roll-up.ts';

const groups = statement(
  (given: { day: IsoDate }) => sql<{ program_id: number; name: string; commune_id: number }>`
    select g.program_id, g.name, c.target_id as commune_id
    from working_group g join working_group_communes c on c.record_id = g.id
    where g.voided_at is null and g.from_date <= ${given.day} and (g.to_date is null or g.to_date >= ${given.day})
    order by g.sort_key, g.id`,
);

/**
 * Gives the working groups that look after a commune on a day, by name; null for none. A commune that has gone into
 * another one is looked after by that one's group. Without a programme, those of all programmes.
 */
export function groupsOn(
  database: Database,
  day: IsoDate,
  programId: number | null,
): (communeId: number) => string | null {
  const names = new Map<number, string[]>();
  for (const { program_id, name, commune_id } of database.all(groups({ day }))) {
    if (programId !== null && program_id !== programId) continue;
    names.set(commune_id, [...(names.get(commune_id) ?? []), name]);
  }
  const units = new VillageRollUp(database, day);
  return (communeId) => (names.get(communeId) ?? names.get(units.of(communeId)))?.join(', ') ?? null;
}
