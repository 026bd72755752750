import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { stepsInOrder } from '../../../../shared/records/house-flow.ts';
import type { HouseStep } from '../../../../shared/records/house-step.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { unitsOf } from '../units/directory.ts';
import { groupsOn } from './groups.ts';
import { phaseOf } from './rows.ts';
import { standingOn, type Standing } from './standing.ts';

const phases = statement(() =>
  query
    .selectFrom('housing_phase')
    .select(['id', 'from_date'])
    .where('voided_at', 'is', null)
    .orderBy('from_date', 'desc'),
);

/** The first day of the newest phase that has houses, else of the newest one; none where there is no phase. */
function newestDay(database: Database, standing: readonly Standing[]): IsoDate | undefined {
  const all = database.all(phases());
  const used = new Set(standing.map(({ phase_id }) => phase_id));
  return (all.find(({ id }) => used.has(id)) ?? all[0])?.from_date;
}

/** The communes of the office on a day in their order, then those of other days that have houses. */
function communesOf(database: Database, day: IsoDate, counted: readonly Standing[]): number[] {
  const then = unitsOf(database)
    .communesAt(day)
    .map(({ id }) => id);
  return [...new Set([...then, ...counted.map(({ commune_id }) => commune_id)])];
}

function cellsOf(counted: readonly Standing[]) {
  const by_step = Object.fromEntries(stepsInOrder.map((step) => [step, 0])) as Record<HouseStep, number>;
  let [total, late] = [0, 0];
  for (const one of counted) {
    by_step[one.step] += one.houses;
    total += one.houses;
    late += one.late;
  }
  return { total, late, by_step };
}

/**
 * Communes and steps, of one phase or of all: how many houses stand where and how many are late today. Communes are
 * those of the phase's first day (of the newest phase's without one): a house keeps its commune as of its approval.
 */
export function houseBoard(
  database: Database,
  { phase_id }: ParsedInput<'houses.board'>,
): CallOutput<'houses.board'> {
  const today = localDay(new Date());
  const phase = phase_id === undefined ? null : phaseOf(database, phase_id);
  const standing = standingOn(database, today, phase_id);
  const day = phase?.from_date ?? newestDay(database, standing) ?? today;
  const byCommune = Map.groupBy(standing, ({ commune_id }) => commune_id);
  const groupOf = groupsOn(database, today, phase?.program_id ?? null);
  const units = unitsOf(database);
  const communes = communesOf(database, day, standing).map((commune_id) => ({
    commune_id,
    name: units.nameAt(commune_id, day),
    group: groupOf(commune_id),
    ...cellsOf(byCommune.get(commune_id) ?? []),
  }));
  return { today, communes };
}
