import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { isLate } from '../../../../shared/records/house-flow.ts';
import { personSortKey } from '../../../../shared/vietnamese/sort-key.ts';
import { asList, listed } from '../../database/listed.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { VillageRollUp } from '../../register/village-roll-up.ts';
import { householdOf } from '../households/events.ts';
import { survivorsOf } from '../households/survivors.ts';
import { unitsOf } from '../units/directory.ts';
import { phaseOf, type HouseRow } from './rows.ts';

type Asked = ParsedInput<'houses.of_commune'>;
type Line = CallOutput<'houses.of_commune'>[number];

const most = 5000;

function housesAsked({ commune_id, phase_id, without_step, at_step, late }: Asked, today: string) {
  const parts = [sql`commune_id = ${commune_id}`, sql`voided_at is null`];
  if (phase_id !== undefined) parts.push(sql`phase_id = ${phase_id}`);
  if (at_step !== undefined) parts.push(sql`step = ${at_step}`);
  if (late === true) parts.push(sql`due_on < ${today} and step <> 'handed_over'`);
  if (late === false) parts.push(sql`not (due_on < ${today} and step <> 'handed_over')`);
  if (without_step !== undefined)
    parts.push(sql`not exists (select 1 from house_step taken where taken.house_id = house.id
      and taken.step = ${without_step} and taken.voided_at is null)`);
  return sql<HouseRow>`select * from house where ${sql.join(parts, sql` and `)} limit ${sql.lit(most + 1)}`;
}

/** The houses of a commune that are asked for, in the order of its villages and of names the Vietnamese way. */
export function housesOfCommune(database: Database, asked: Asked): Line[] {
  const today = localDay(new Date());
  const rows = database.all(housesAsked(asked, today).compile(query));
  if (rows.length > most) fail('invalid', 'Xã này có hơn 5.000 nhà. Hãy chọn một giai đoạn hoặc một bước.');
  const units = unitsOf(database);
  const newest = rows.reduce((day, { approved_on }) => (approved_on > day ? approved_on : day), '');
  const order = new Map(units.villagesOf(asked.commune_id, newest).map(({ id }, place) => [id, place]));
  const places = rows.map((row) => ({
    row,
    village: units.nameAt(row.village_id, row.approved_on),
    place: order.get(row.village_id) ?? order.size + row.village_id,
    key: personSortKey(row.beneficiary_name),
  }));
  places.sort(
    (a, b) => a.place - b.place || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) || a.row.id - b.row.id,
  );
  return places.map(({ row, village }) => ({
    house_id: row.id,
    version: row.version,
    name: row.beneficiary_name,
    village,
    step: row.step,
    step_on: row.step_on,
    due_on: row.due_on,
    late: isLate(row, today),
  }));
}

const livingIn = statement((given: { villages: string }) =>
  query
    .selectFrom('household')
    .select(['id as household_id', 'head_name as name', 'birth', 'member_count'])
    .where('village_id', 'in', listed(given.villages))
    .where('state', '=', 'living')
    .where('voided_at', 'is', null)
    .orderBy('sort_key')
    .orderBy('head_name')
    .orderBy('id'),
);
const housed = statement((given: { phase: number }) =>
  query
    .selectFrom('house')
    .innerJoin('household', 'household.id', 'house.household_id')
    .select(['household.id', 'household.merged_into'])
    .where('house.phase_id', '=', given.phase)
    .where('house.voided_at', 'is', null),
);

/** The households that have a house in a phase: their own, or that of one that went into them. */
function householdsWith(database: Database, phase: number): Set<number> {
  const found = new Set<number>();
  for (const { id, merged_into } of database.all(housed({ phase }))) {
    found.add(id);
    if (merged_into !== null)
      for (const survivor of survivorsOf(database, householdOf(database, id))) found.add(survivor);
  }
  return found;
}

/** The households that live in a village today and have no house in the phase, by name the Vietnamese way. */
export function houseCandidates(
  database: Database,
  { phase_id, village_id }: ParsedInput<'houses.candidates'>,
): CallOutput<'houses.candidates'> {
  const phase = phaseOf(database, phase_id);
  unitsOf(database).requireVillage(village_id);
  const villages = asList(new VillageRollUp(database, localDay(new Date())).partsOf(village_id));
  const there = householdsWith(database, phase.id);
  return database.all(livingIn({ villages })).filter(({ household_id }) => !there.has(household_id));
}
