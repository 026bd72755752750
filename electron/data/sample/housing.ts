import { setImmediate as nextTurn } from 'node:timers/promises';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { HouseStep } from '../../../shared/records/house-step.ts';
import { labourWorks } from '../../../shared/records/labour-turn.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { insertRecord } from '../records/record-writer.ts';
import type { SamplePeople } from './people.ts';
import { linesOf, missing, plant, type Sample } from './plant.ts';

/** What the source article reports: two phases, all houses handed over ahead of plan, in every commune but the town. */
const phases = [
  { name: 'Giai đoạn 1', planned_houses: 1_491, from_date: '2023-02-04', to_date: '2023-10-31' },
  { name: 'Giai đoạn 2', planned_houses: 309, from_date: '2023-08-01', to_date: '2023-12-31' },
] as const;
/** Of the year after: under way, some of them late, so that there is something to go on with. */
const next = { name: 'Đợt 1', planned_houses: 40, from_date: '2023-12-01', to_date: '2024-06-30' } as const;
const groups = 9;
const chunkSize = 100;
/** đồng, for each house. */
const fromMinistry = 50_000_000;

/** Steps with the days that lie between them and the approval. */
const way: readonly (readonly [HouseStep, number])[] = [
  ['approved', 0],
  ['surveyed', 5],
  ['foundation', 25],
  ['accepted', 60],
  ['handed_over', 66],
];

interface SampleHouse {
  readonly household_id: number;
  readonly village_id: number;
  readonly commune_id: number;
  readonly beneficiary_name: string;
  readonly phase: number;
  readonly approved_on: string;
  readonly due_on: string;
  /** How many steps of the way it has gone. */
  readonly steps: number;
  readonly consent: boolean;
}

/** Puts keys into an order that looks like none and is the same every time. */
const scattered = (id: number): number => (id * 7_919) % 10_007;

/** The households of every commune but the town, from all its villages. */
function ruralHouseholds({ database, villages }: Sample) {
  const rural = new Map(
    villages.filter(({ town }) => !town).map(({ village_id, commune_id }) => [village_id, commune_id]),
  );
  return database
    .all(query.selectFrom('household').select(['id', 'village_id', 'head_name']).orderBy('id').compile())
    .flatMap((row) => {
      const commune_id = rural.get(row.village_id);
      return commune_id === undefined ? [] : [{ ...row, commune_id }];
    })
    .sort((a, b) => scattered(a.id) - scattered(b.id) || a.id - b.id);
}

function houses(sample: Sample, phaseIds: readonly number[]): SampleHouse[] {
  const all = [...phases, next].map((phase, index) => ({ ...phase, phase: phaseIds[index] ?? 0, index }));
  const planned = all.flatMap((phase) =>
    Array.from({ length: phase.planned_houses }, (_, at) => ({ phase, at })),
  );
  return ruralHouseholds(sample)
    .slice(0, planned.length)
    .flatMap(({ id, village_id, commune_id, head_name }, index) => {
      const one = planned[index];
      if (!one) return [];
      const { phase, at } = one;
      return [
        {
          ...{ household_id: id, village_id, commune_id, beneficiary_name: head_name, phase: phase.phase },
          approved_on: addDays(phase.from_date, 6 + Math.floor((at * 60) / phase.planned_houses)),
          due_on: phase.to_date,
          steps: phase.index < phases.length ? way.length : 1 + (at % (way.length - 1)),
          consent: at % 10 !== 3,
        },
      ];
    });
}

const hard = { hard_foundation: true, hard_frame: true, hard_roof: true };

function addHouse({ database, by }: Sample, unit: UnitOfWork, given: SampleHouse): void {
  const { phase: phase_id, steps, ...values } = given;
  const taken = way
    .slice(0, steps)
    .map(([step, days]) => ({ step, step_on: addDays(given.approved_on, days) }));
  const last = taken.at(-1);
  const how = by();
  const row = insertRecord(
    database,
    unit,
    'house',
    {
      ...values,
      phase_id,
      poverty_class: given.household_id % 5 === 0 ? 'near_poor' : 'poor',
      build_kind: 'new',
      standard: 'nhà lắp ghép, 3 gian',
      floor_area: 46_500,
      ...last,
      ...(taken.some(({ step }) => step === 'accepted') ? hard : {}),
    },
    how,
  );
  for (const step of taken) insertRecord(database, unit, 'house_step', { house_id: row.id, ...step }, how);
  const paid_outside = steps === way.length ? fromMinistry : 0;
  const funding = { source: 'ministry', planned_amount: fromMinistry, paid_outside };
  insertRecord(database, unit, 'house_funding', { house_id: row.id, ...funding }, how);
}

function fillProgramme(sample: Sample, { officers }: SamplePeople): number[] {
  const [program = 0, later = 0] = plant(sample, 'housing_program', [
    {
      title: 'Làm nhà cho hộ nghèo, hộ khó khăn về nhà ở năm 2023',
      from_date: '2023-02-04',
      to_date: '2023-12-31',
    },
    { title: 'Làm nhà cho hộ nghèo, hộ khó khăn về nhà ở năm 2024', from_date: '2023-12-01', to_date: null },
  ]);
  const [committee_id = 0] = plant(sample, 'steering_committee', [
    {
      program_id: program,
      title: 'Ban Chỉ đạo làm nhà cho hộ nghèo',
      decision_number: '13/QĐ-UBND',
      decided_on: '2023-02-08',
      issuing_agency: 'UBND huyện Kỳ Sơn',
    },
  ]);
  const members = [
    { role: 'head', full_name: 'Nguyễn Văn Mẫu', position: 'Trưởng Công an huyện' },
    { role: 'deputy', full_name: 'Vi Văn Mẫu', position: 'Phó Chủ tịch UBND huyện' },
    { role: 'member', full_name: 'Lô Văn Mẫu', position: 'Chủ tịch Ủy ban MTTQ huyện' },
  ];
  plant(
    sample,
    'committee_member',
    members.map((one) => ({ ...one, committee_id, from_date: '2023-02-08' })),
  );
  const communes = [
    ...new Set(sample.villages.filter(({ town }) => !town).map(({ commune_id }) => commune_id)),
  ];
  plant(
    sample,
    'working_group',
    Array.from({ length: groups }, (_, index) => ({
      program_id: program,
      name: `Tổ công tác số ${String(index + 1)}`,
      leader_id: officers[index] ?? 0,
      members: linesOf([9, 18].map((step) => officers[index + step] ?? 0)),
      communes: linesOf(communes.filter((_one, at) => at % groups === index)),
      from_date: '2023-02-10',
    })),
  );
  return plant(sample, 'housing_phase', [
    ...phases.map((phase) => ({ program_id: program, ...phase })),
    { program_id: later, ...next },
  ]);
}

/** More than a thousand turns of officers, as the source article says. */
function labour({ villages }: Sample, { teams }: SamplePeople) {
  const works = Object.keys(labourWorks);
  const rural = villages.filter(({ town }) => !town);
  return rural.slice(0, 96).map(({ village_id }, index) => ({
    worked_on: addDays('2023-03-01', index * 2),
    team_id: teams[index % teams.length] ?? null,
    village_id,
    work: works[index % works.length] ?? 'building',
    people: 10 + (index % 7),
    days: index % 4 === 0 ? 1_500 : 1_000,
  }));
}

/** Writes the housing programmes with their people, houses and labour that are not there yet. */
export async function fillHousing(
  sample: Sample,
  people: SamplePeople,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { database } = sample;
  const all = houses(sample, fillProgramme(sample, people));
  const left = missing(database, 'house', all);
  for (let start = 0; start < left.length; start += chunkSize) {
    const unit = new UnitOfWork();
    for (const house of left.slice(start, start + chunkSize)) addHouse(sample, unit, house);
    database.commit(unit);
    progress(all.length - left.length + Math.min(start + chunkSize, left.length), all.length);
    await nextTurn();
  }
  plant(sample, 'labour_turn', labour(sample, people));
}
