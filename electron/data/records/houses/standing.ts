import { sql } from 'kysely';
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

// In the order of the index, so that SQLite reads it once from end to end and sorts nothing.
const all = statement(
  (given: { today: IsoDate }) => sql<Standing>`
    select phase_id, commune_id, step, count(*) as houses,
      sum(due_on < ${given.today} and step <> 'handed_over') as late
    from house indexed by house_board where voided_at is null group by phase_id, commune_id, step`,
);
const ofPhase = statement(
  (given: { today: IsoDate; phase: number }) => sql<Standing>`
    select phase_id, commune_id, step, count(*) as houses,
      sum(due_on < ${given.today} and step <> 'handed_over') as late
    from house indexed by house_board where voided_at is null and phase_id = ${given.phase}
    group by phase_id, commune_id, step`,
);

/** Where the houses stand on a day, of one phase or of all, counted from the index of the board alone. */
export function standingOn(database: Database, today: IsoDate, phase: number | undefined): Standing[] {
  return database.all(phase === undefined ? all({ today }) : ofPhase({ today, phase }));
}
