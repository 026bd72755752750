import { sql, type RawBuilder } from 'kysely';
import type { HouseStep } from '../../../../shared/records/house-step.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';

/** How many houses of a phase and a commune stand at a step, and how many of them are late. */
export interface Standing {
  readonly phase_id: number;
  readonly commune_id: number;
  readonly step: HouseStep;
  readonly houses: number;
  readonly late: number;
}

// The groups come in the order of the index, so that SQLite reads it once from end to end and sorts nothing; in each
// group only the late houses are read a second time. Comparing every row's day in one sum takes twice as long.
const counted = (today: IsoDate, which: RawBuilder<unknown>) => sql<Standing>`
  select phase_id, commune_id, step, houses, iif(step = 'handed_over', 0,
    (select count(*) from house late indexed by house_board where late.voided_at is null
      and late.phase_id = one.phase_id and late.commune_id = one.commune_id and late.step = one.step
      and late.due_on < ${today})) as late
  from (select phase_id, commune_id, step, count(*) as houses from house indexed by house_board
    where voided_at is null and ${which} group by phase_id, commune_id, step) one`;
const all = statement((given: { today: IsoDate }) => counted(given.today, sql`1`));
const ofPhase = statement((given: { today: IsoDate; phase: number }) =>
  counted(given.today, sql`phase_id = ${given.phase}`),
);

/** Where the houses stand on a day, of one phase or of all, counted from the index of the board alone. */
export function standingOn(database: Database, today: IsoDate, phase: number | undefined): Standing[] {
  return database.all(phase === undefined ? all({ today }) : ofPhase({ today, phase }));
}
