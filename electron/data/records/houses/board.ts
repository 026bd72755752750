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

const newestPhase = statement(() =>
  query
    .selectFrom('housing_phase')
    .select('from_date')
    .where('voided_at', 'is', null)
    .orderBy('from_date', 'desc')
    .limit(1),
);

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
 * those of the phase's first day (of the newest phase without one): a house keeps its commune as of its approval.
 */
export function houseBoard(
  database: Database,
  { phase_id }: ParsedInput<'houses.board'>,
): CallOutput<'houses.board'> {
  const today = localDay(new Date());
  const phase = phase_id === undefined ? null : phaseOf(database, phase_id);
  const day = phase?.from_date ?? database.first(newestPhase())?.from_date ?? today;
  const counted = Map.groupBy(standingOn(database, today, phase_id), ({ commune_id }) => commune_id);
  const groupOf = groupsOn(database, today, phase?.program_id ?? null);
  const units = unitsOf(database);
  const communes = communesOf(database, day, [...counted.values()].flat()).map((commune_id) => ({
    commune_id,
    name: units.nameAt(commune_id, day),
    group: groupOf(commune_id),
    ...cellsOf(counted.get(commune_id) ?? []),
  }));
  return { today, communes };
}
