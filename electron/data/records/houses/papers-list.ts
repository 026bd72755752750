import { fail } from '../../../../shared/failure.ts';
import { furthest } from '../../../../shared/records/house-flow.ts';
import { houseSteps, type HouseStep } from '../../../../shared/records/house-step.ts';
import { buildKinds, povertyClasses } from '../../../../shared/records/house.ts';
import { personSortKey } from '../../../../shared/vietnamese/sort-key.ts';
import type { HouseListData, HouseListKind, ListedHouse } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import type { Reader } from '../../database/reader.ts';
import { unitOn, villageOn } from '../../register/places.ts';
import type { Snapshot } from '../../register/snapshot.ts';

/** What stands in a public list instead of the name of a household that has not consented, and over all of them. */
export const unnamedHousehold = 'Hộ không công khai tên';

/** The houses of a phase and commune that were approved by a day. */
export interface HouseArea {
  readonly phase_id: number;
  readonly commune_id: number;
  /** ISO date. */
  readonly day: string;
}
type Asked = HouseArea & Readonly<Record<string, number | string>>;

const phase = statement(({ id }: { id: number }) =>
  query
    .selectFrom('housing_phase')
    .innerJoin('housing_program', 'housing_program.id', 'housing_phase.program_id')
    .select(['housing_phase.name', 'housing_program.title', 'housing_phase.voided_at'])
    .where('housing_phase.id', '=', id),
);
const communes = statement(({ phase_id, day }: { phase_id: number; day: string }) =>
  query
    .selectFrom('house')
    .select('commune_id')
    .distinct()
    .where('phase_id', '=', phase_id)
    .where('approved_on', '<=', day)
    .where('voided_at', 'is', null),
);
const houses = statement(({ phase_id, commune_id, day }: Asked) =>
  query
    .selectFrom('house')
    .innerJoin('household', 'household.id', 'house.household_id')
    .select(['house.id', 'house.beneficiary_name', 'house.village_id', 'house.poverty_class'])
    .select([
      'house.build_kind',
      'house.approved_on',
      'house.consent',
      'house.note',
      'household.member_count',
    ])
    .where('house.phase_id', '=', phase_id)
    .where('house.commune_id', '=', commune_id)
    .where('house.approved_on', '<=', day)
    .where('house.voided_at', 'is', null),
);
const steps = statement(({ phase_id, commune_id, day }: Asked) =>
  query
    .selectFrom('house_step')
    .innerJoin('house', 'house.id', 'house_step.house_id')
    .select(['house_step.house_id', 'house_step.step', 'house_step.step_on'])
    .where('house.phase_id', '=', phase_id)
    .where('house.commune_id', '=', commune_id)
    .where('house_step.step_on', '<=', day)
    .where('house_step.voided_at', 'is', null),
);
const planned = statement(({ phase_id, commune_id }: { phase_id: number; commune_id: number }) =>
  query
    .selectFrom('house_funding')
    .innerJoin('house', 'house.id', 'house_funding.house_id')
    .select(({ fn }) => ['house_id', fn.sum<number>('planned_amount').as('amount')])
    .where('house.phase_id', '=', phase_id)
    .where('house.commune_id', '=', commune_id)
    .where('house_funding.voided_at', 'is', null)
    .groupBy('house_id'),
);

/** A phase and its programme by their names; a house names them whatever became of them. */
export function phaseIn(reader: Reader, id: number) {
  return reader.first(phase({ id })) ?? fail('not_found', 'Không tìm thấy giai đoạn này.');
}

/** The communes that have houses of a phase by that day, in the order of the office's units. */
export function communesWithHouses(
  { reader, units }: Pick<Snapshot, 'reader' | 'units'>,
  phase_id: number,
  day: string,
): number[] {
  const order = units.listAt(day).map(({ id }) => id);
  const place = (id: number) => (order.includes(id) ? order.indexOf(id) : order.length);
  const found = reader.all(communes({ phase_id, day })).map(({ commune_id }) => commune_id);
  return found.sort((a, b) => place(a) - place(b) || a - b);
}

interface Steps {
  readonly furthest: HouseStep;
  readonly handed_over_on: string | null;
}

/** How far each house was on that day; reports count dated steps, never where a house stands now. */
function stepsOf({ reader }: Snapshot, area: HouseArea): (house: number) => Steps {
  const taken = Map.groupBy(reader.all(steps({ ...area })), ({ house_id }) => house_id);
  return (house) => {
    const own = taken.get(house) ?? [];
    const over = own.find(({ step }) => step === 'handed_over');
    return { furthest: furthest(own)?.step ?? 'approved', handed_over_on: over?.step_on ?? null };
  };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Houses without what tells whose they are: the villages are small, so neither village nor class, and in the order of
 * what is planned.
 */
function unnamed(listed: readonly ListedHouse[]): ListedHouse[] {
  return listed
    .map((one) => ({ ...one, name: unnamedHousehold, poverty_class: '' }))
    .sort((a, b) => b.planned - a.planned || compare(a.step, b.step));
}

/**
 * The houses of a commune by villages in the order of units, then by names the Vietnamese way. A public list has those
 * of households that have not consented at its end, apart from every village.
 */
export function houseListIn(
  snapshot: Snapshot,
  area: HouseArea,
  kind: HouseListKind,
): Pick<HouseListData, 'commune' | 'commune_type' | 'groups'> {
  const { reader, units } = snapshot;
  const rows = reader.all(houses({ ...area }));
  const [first] = rows;
  if (!first) fail('invalid', 'Chưa có nhà nào được phê duyệt ở xã này đến ngày lập danh sách.');
  const amounts = new Map(reader.all(planned({ ...area })).map(({ house_id, amount }) => [house_id, amount]));
  const at = stepsOf(snapshot, area);
  const told = (row: (typeof rows)[number]): ListedHouse => ({
    name: row.beneficiary_name,
    poverty_class: povertyClasses[row.poverty_class],
    build_kind: buildKinds[row.build_kind],
    member_count: row.member_count,
    planned: amounts.get(row.id) ?? 0,
    step: houseSteps[at(row.id).furthest],
    handed_over_on: at(row.id).handed_over_on,
    note: row.note ?? '',
  });
  const day = first.approved_on;
  const order = units.villagesOf(area.commune_id, day).map(({ id }) => id);
  const place = (village: number) => (order.includes(village) ? order.indexOf(village) : order.length);
  const key = new Map(rows.map((row) => [row.id, personSortKey(row.beneficiary_name)]));
  const sorted = rows.sort(
    (a, b) =>
      place(a.village_id) - place(b.village_id) ||
      a.village_id - b.village_id ||
      compare(key.get(a.id) ?? '', key.get(b.id) ?? '') ||
      compare(a.beneficiary_name, b.beneficiary_name) ||
      a.id - b.id,
  );
  const isNamed = ({ consent }: (typeof rows)[number]) => kind !== 'public' || consent === 1;
  const named = sorted.filter(isNamed);
  const groups = [...Map.groupBy(named, ({ village_id }) => village_id)].map(([village, own]) => ({
    village: villageOn(snapshot, village, own[0]?.approved_on ?? day),
    houses: own.map(told),
  }));
  const rest = sorted.filter((row) => !isNamed(row)).map(told);
  if (rest.length > 0) groups.push({ village: unnamedHousehold, houses: unnamed(rest) });
  const commune = unitOn(snapshot, area.commune_id, day);
  return { commune, commune_type: units.unitAt(area.commune_id, day).type, groups };
}
