import { expect, vi } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import type { Unit } from '../../../shared/api/units.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { allHard, approval, houseKit, readerOf, type HouseKit, type laterSteps } from './kit.ts';

// The programme of 2023 as the office carried it out: 1,491 + 309 = 1,800 houses in 20 communes.

const firstDay = '2023-02-04';
/** How many houses each phase has to build. */
export const plan = [1491, 309];
/** The day on which a commune's houses take a step; 0 is the approval. */
export const dayOf = (commune: number, step: number) => addDays('2023-03-01', commune + step * 20);

/** A commune with its houses by phase, in the order of the work list. */
export interface Commune {
  readonly id: number;
  readonly houses: readonly number[][];
}
export interface Programme {
  readonly kit: HouseKit;
  readonly phases: readonly number[];
  readonly communes: readonly Commune[];
  /** Moves houses a step on one date; what an acceptance needs is there. */
  readonly move: (
    house_ids: number[],
    step: (typeof laterSteps)[number],
    step_on: string,
  ) => Promise<CallOutput<'houses.take_steps'>>;
  /** What other tools would read from the tables. */
  readonly fromTables: <T>(sql: string, ...values: unknown[]) => Promise<T[]>;
}

/** Over 20 communes: of 1,491 houses 74 or 75 are in each, of 309 are 15 or 16. */
const share = (phase: number, commune: number) =>
  Math.floor((plan[phase] ?? 0) / 20) + (commune < (plan[phase] ?? 0) % 20 ? 1 : 0);

/** The households of all villages as a stack of pledges brings them: one for each house. */
async function plantHouseholds(kit: HouseKit, villages: readonly number[]): Promise<void> {
  const days = { from_date: '2023-01-15', to_date: '2023-12-31' };
  const campaign_id = await kit.create('pledge_campaign', { year: 2023, title: 'Đợt 2023', ...days });
  const signed = { signature_mode: 'signed', signed_on: '2023-02-20' };
  const forms = villages.flatMap((village_id, commune) =>
    Array.from({ length: share(0, commune) + share(1, commune) }, (_, index) => ({
      ...{ birth: '1978', sex: 'male', member_count: 5, ...signed, village_id },
      form_number: index + 1,
      head_name: `Vừ Bá Rê ${index + 1}`,
    })),
  );
  const { job } = await kit.page.value<{ job: string }>('pledges.save_many', { campaign_id, forms });
  const ended = () => kit.page.events.find((one) => one.type === 'job_done' && one.job === job);
  await vi.waitFor(() => expect(ended()).toBeDefined(), { timeout: 200_000, interval: 100 });
}

/** Houses of a phase for candidates of a village, as a clerk picks them from the list: from its top, or from its end. */
async function addHouses(
  kit: HouseKit,
  { phase_id, village_id, commune }: { phase_id: number; village_id: number; commune: number },
  count: number,
  from: 'top' | 'end',
): Promise<void> {
  const candidates = await kit.call('houses.candidates', { phase_id, village_id });
  const picked = from === 'top' ? candidates.slice(0, count) : candidates.slice(-count);
  const household_ids = picked.map(({ household_id }) => household_id);
  const given = { phase_id, household_ids, ...approval, approved_on: dayOf(commune, 0) };
  const { house_ids, ...made } = await kit.call('houses.add_many', given);
  expect(made).toEqual({ added: count, refused: [] });
  expect(new Set(house_ids).size).toBe(count);
}

async function communeOf(kit: HouseKit, phases: readonly number[], id: number): Promise<Commune> {
  const houses = [];
  for (const phase_id of phases) {
    const lines = await kit.call('houses.of_commune', { commune_id: id, phase_id });
    houses.push(lines.map(({ house_id }) => house_id));
  }
  return { id, houses };
}

/** Sets the programme up: both phases, and every house approved. */
export async function programme(): Promise<Programme> {
  const kit = await houseKit();
  const program_id = await kit.create('housing_program', { title: 'Làm nhà 2023', from_date: firstDay });
  const phases: number[] = [];
  for (const [index, planned_houses] of plan.entries()) {
    const values = { name: `Giai đoạn ${index + 1}`, planned_houses, from_date: firstDay };
    phases.push(await kit.create('housing_phase', { program_id, to_date: '2023-12-31', ...values }));
  }
  const [first = 0, second = 0] = phases;
  const units = await kit.page.value<Unit[]>('units.list', { date: '2023-06-01' });
  const rural = units.filter(({ level, type }) => level === 'commune' && type !== 'thị trấn');
  expect(rural).toHaveLength(20);
  const villages = rural.map(({ id }) => units.find(({ parent_id }) => parent_id === id)?.id ?? 0);
  await plantHouseholds(kit, villages);
  for (const [commune, village_id] of villages.entries()) {
    await addHouses(kit, { phase_id: first, village_id, commune }, share(0, commune), 'top');
    await addHouses(kit, { phase_id: second, village_id, commune }, share(1, commune), 'end');
  }
  const communes: Commune[] = [];
  for (const { id } of rural) communes.push(await communeOf(kit, phases, id));
  return {
    kit,
    phases,
    communes,
    move: (house_ids, step, step_on) => {
      const hard = step === 'accepted' ? allHard : null;
      return kit.call('houses.take_steps', { house_ids, step, step_on, note: null, hard });
    },
    fromTables: async <T>(sql: string, ...values: unknown[]) => {
      const reader = await readerOf(kit);
      try {
        return reader.prepare(sql).all(...values) as T[];
      } finally {
        reader.close();
      }
    },
  };
}
