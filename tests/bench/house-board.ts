import { join } from 'node:path';
import { houseSteps } from '../../shared/records/house-step.ts';
import { addDays } from '../../shared/vietnamese/dates.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { Filler } from './fill.ts';
import { median, repeatedly, timed, type Bench, type Measurement, type Sample } from './harness.ts';
import { logIn, newOffice, type BenchOffice } from './office.ts';

const repeats = 5;
const times = 20;
const communeCount = 21;
const phaseDays = [
  { from_date: '2023-02-04', to_date: '2023-12-31' },
  { from_date: '2024-01-01', to_date: '2024-12-31' },
];
const steps = Object.keys(houseSteps);
const today = new Date().toISOString().slice(0, 10);

/** The district's communes of 2023, each with one of its villages. */
function communesOf(filler: Filler): [village: number, commune: number][] {
  const byCommune = new Map([...filler.communes()].map(([village, commune]) => [commune, village]));
  return [...byCommune].slice(0, communeCount).map(([commune, village]) => [village, commune]);
}

/** Every step in turn; a third of the houses are due before today. */
function houseOf(index: number, [village_id, commune_id]: readonly [number, number]) {
  const phase = index % phaseDays.length;
  const approved_on = phaseDays[phase]?.from_date ?? '';
  const step = steps[index % steps.length] ?? 'approved';
  const hard = index % steps.length >= steps.indexOf('accepted');
  return {
    phase_id: phase + 1,
    household_id: Math.floor(index / phaseDays.length) + 1,
    beneficiary_name: 'Vừ Bá Rê',
    commune_id,
    village_id,
    poverty_class: 'poor',
    build_kind: 'new',
    approved_on,
    due_on: addDays(today, (index % 300) - 100),
    standard: 'Nhà lắp ghép, 3 gian, 46,5 m²',
    floor_area: 46_500,
    consent: true,
    step,
    step_on: addDays(approved_on, index % 200),
    ...(hard && { hard_foundation: true, hard_frame: true, hard_roof: true }),
  };
}

function fill(office: BenchOffice, houses: number): void {
  const filler = new Filler(office);
  const beside = { search: false, audit: false };
  const communes = communesOf(filler);
  filler.add('housing_program', 1, { title: 'Làm nhà cho hộ nghèo', from_date: '2023-02-04' }, beside);
  for (const [index, days] of phaseDays.entries())
    filler.add(
      'housing_phase',
      index + 1,
      { program_id: 1, name: `Giai đoạn ${index + 1}`, planned_houses: houses / phaseDays.length, ...days },
      beside,
    );
  const head = { birth: '1978', sex: 'male', member_count: 5, state: 'living' };
  for (let id = 1; id <= Math.ceil(houses / phaseDays.length); id += 1) {
    const [village_id = 0] = communes[id % communes.length] ?? [];
    filler.add('household', id, { village_id, head_name: 'Vừ Bá Rê', ...head }, beside);
  }
  for (let index = 0; index < houses; index += 1) {
    const household = Math.floor(index / phaseDays.length) + 1;
    const values = houseOf(index, communes[household % communes.length] ?? [0, 0]);
    filler.add('house', index + 1, values, beside);
    const step = { house_id: index + 1, step: values.step, step_on: values.step_on };
    filler.add('house_step', index + 1, step, beside);
  }
  filler.close();
}

/** The board of every phase as the page asks for it. */
async function wholeBoard(client: ProgramClient): Promise<Sample> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await timed(() => client.call('houses.board', {})));
  return { value: median(took), n: times };
}

async function measure({ folder, scale, say }: Bench) {
  const houses = Math.ceil((100_000 * scale) / phaseDays.length) * phaseDays.length;
  const office = await newOffice(join(folder, 'houses'));
  const begun = Date.now();
  fill(office, houses);
  say(`house board: ${houses} houses made in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const client = await logIn(office);
  const { communes } = await client.call('houses.board', {});
  const sum = (of: (row: (typeof communes)[number]) => number) =>
    communes.reduce((total, row) => total + of(row), 0);
  const stands = sum(({ by_step }) => Object.values(by_step).reduce((total, count) => total + count, 0));
  const filled = communes.filter(({ total }) => total > 0).length;
  if (sum(({ total }) => total) !== houses || stands !== houses || filled !== communeCount)
    throw new Error(`The board counts ${stands} houses in ${filled} communes.`);
  const progress = await timed(() => client.call('houses.progress', {}));
  say(`house board: progress of all phases in ${progress.toFixed(0)} ms`);
  const figures = { house_board_ms: await repeatedly(repeats, () => wholeBoard(client)) };
  await client.stop();
  return figures;
}

/** The board of a hundred thousand houses by commune and step, from the gateway call to its answer. */
export const houseBoard: Measurement = { name: 'house-board', keys: ['house_board_ms'], run: measure };
