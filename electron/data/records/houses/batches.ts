import { sql } from 'kysely';
import type { CallOutput } from '../../../../shared/api.ts';
import type { HouseStep } from '../../../../shared/records/house-step.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { unitsOf } from '../units/directory.ts';

interface Batch {
  readonly batch: string;
  readonly step: HouseStep;
  readonly step_on: IsoDate;
  readonly houses: number;
  readonly first_commune: number;
  readonly last_commune: number;
  readonly done_at: string;
  readonly by: string;
}

/** How many are told; the key of a batch grows with its time, so that the index gives the newest first. */
const most = 10;
const newest = statement(
  () => sql<Batch>`
    select taken.batch, taken.step, taken.step_on, count(*) as houses, min(house.commune_id) as first_commune,
      max(house.commune_id) as last_commune, min(taken.created_at) as done_at, user.full_name as by
    from house_step taken indexed by house_step_batch
      join house on house.id = taken.house_id join user on user.id = taken.created_by
    where taken.batch is not null and taken.voided_at is null
    group by taken.batch order by taken.batch desc limit ${sql.lit(most)}`,
);

/** The newest goes of many houses of which steps still stand, newest first. */
export function newestBatches(database: Database): CallOutput<'houses.batches'> {
  const units = unitsOf(database);
  return database.all(newest()).map(({ first_commune, last_commune, ...batch }) => ({
    ...batch,
    commune: first_commune === last_commune ? units.nameAt(first_commune, batch.step_on) : null,
  }));
}
