import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { standingOn } from './standing.ts';

const phases = statement(() =>
  query
    .selectFrom('housing_phase as phase')
    .innerJoin('housing_program as program', 'program.id', 'phase.program_id')
    .select(['phase.id', 'phase.name', 'phase.program_id', 'phase.planned_houses'])
    .select(['phase.from_date', 'phase.to_date', 'program.title'])
    .where('phase.voided_at', 'is', null)
    .orderBy('program.from_date')
    .orderBy('program.id')
    .orderBy('phase.from_date')
    .orderBy('phase.id'),
);
const handOvers = statement(
  () => sql<{ phase_id: number; day: IsoDate; houses: number }>`
    select house.phase_id, taken.step_on as day, count(*) as houses
    from house_step taken join house on house.id = taken.house_id
    where taken.step = 'handed_over' and taken.voided_at is null and house.voided_at is null
    group by taken.step_on, house.phase_id order by taken.step_on`,
);

/** Days with what was handed over on them, rolled up by month; and the day on which a number was reached. */
function monthsOf(days: readonly { day: IsoDate; houses: number }[], planned: number) {
  const months = new Map<string, number>();
  let total = 0;
  let completed_on: IsoDate | null = null;
  for (const { day, houses } of days) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + houses);
    total += houses;
    if (completed_on === null && total >= planned) completed_on = day;
  }
  return {
    handed_over: total,
    completed_on,
    months: [...months].map(([month, handed_over]) => ({ month, handed_over })),
  };
}

/** Each phase against its plan, oldest first: hand-overs are counted by the days of their steps. */
export function houseProgress(
  database: Database,
  { program_id }: ParsedInput<'houses.progress'>,
): CallOutput<'houses.progress'> {
  const standing = Map.groupBy(
    standingOn(database, localDay(new Date()), undefined),
    ({ phase_id }) => phase_id,
  );
  const done = Map.groupBy(database.all(handOvers()), ({ phase_id }) => phase_id);
  return database
    .all(phases())
    .filter((phase) => program_id === undefined || phase.program_id === program_id)
    .map((phase) => {
      const counted = standing.get(phase.id) ?? [];
      return {
        phase_id: phase.id,
        name: phase.name,
        program: phase.title,
        planned: phase.planned_houses,
        approved: counted.reduce((sum, { houses }) => sum + houses, 0),
        late: counted.reduce((sum, { late }) => sum + late, 0),
        from: phase.from_date,
        to: phase.to_date,
        ...monthsOf(done.get(phase.id) ?? [], phase.planned_houses),
      };
    });
}
