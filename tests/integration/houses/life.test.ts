import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { ago, allHard, approval, brokenTrail, houseKit, laterSteps, today, type HouseKit } from './kit.ts';

// A house through the real gateway: its approval, its steps in their order, what is taken back, its page.

let kit: HouseKit;
beforeAll(async () => {
  kit = await houseKit();
});
afterAll(() => kit.page.end());

const house = async (id: number) => (await kit.pageOf(id)).house;

test('a house is approved with its household as it is, its first step and its planned cost by source', async () => {
  const funding = [
    { source: 'ministry', planned_amount: 50_000_000 },
    { source: 'family', planned_amount: 4_000_000 },
  ];
  const household_id = await kit.household({ head_name: 'Lầu Bá Chò' });
  const { id } = await kit.house({ household_id, funding });
  const page = await kit.pageOf(id);
  const commune = kit.communes[0]?.id;
  expect(page.house).toMatchObject({
    beneficiary_name: 'Lầu Bá Chò',
    commune_id: commune,
    village_id: kit.villagesOf(commune ?? 0)[0],
    poverty_class: 'poor',
    step: 'approved',
    step_on: approval.approved_on,
    due_on: addDays(today, 30),
    floor_area: 46_500,
  });
  expect(page.steps.map((one) => [one['step'], one['step_on']])).toEqual([
    ['approved', approval.approved_on],
  ]);
  expect(page.funding.map(({ source, planned, paid_outside }) => [source, planned, paid_outside])).toEqual([
    ['ministry', 50_000_000, 0],
    ['family', 4_000_000, 0],
  ]);
  expect(page.late).toBe(false);
});

test('a house goes through every step to its hand-over', async () => {
  const { id } = await kit.house();
  for (const [index, step] of laterSteps.entries()) await kit.step(id, step, ago(200 - index));
  expect(await house(id)).toMatchObject({ step: 'handed_over', step_on: ago(191), ...allHard });
  expect((await kit.pageOf(id)).steps).toHaveLength(11);
});

test('no hand-over without an acceptance, and nothing is lost', async () => {
  const { id, version } = await kit.house();
  const step = { id, version, step: 'handed_over', step_on: ago(10), note: null };
  const failure = await kit.refused('houses.take_step', step);
  expect(failure).toMatchObject({ code: 'invalid', text: 'Chưa nghiệm thu thì không bàn giao được.' });
  expect(await house(id)).toMatchObject({ version, step: 'approved' });
});

test('a second house for a household in a phase is refused, naming the first', async () => {
  const household_id = await kit.household({ head_name: 'Già Bá Tu' });
  const { id } = await kit.house({ household_id });
  const again = { phase_id: kit.phase, ...approval, household_id };
  const failure = await kit.refused('houses.add', again);
  expect(failure.code).toBe('duplicate');
  expect(failure.text).toContain('Già Bá Tu');
  expect(failure.text).toContain('Giai đoạn 1');
  expect(await house(id)).toMatchObject({ version: 1 });
});

test('many houses move a step on one date, and the batch is taken back in one go', async () => {
  const ids = [];
  for (let count = 0; count < 5; count += 1) ids.push((await kit.house()).id);
  const [first = 0, ...others] = ids;
  await kit.step(first, 'roof', ago(100));
  const moved = await kit.call('houses.take_steps', {
    house_ids: ids,
    step: 'foundation',
    step_on: ago(90),
    note: null,
  });
  expect(moved).toMatchObject({ moved: 4, refused: [{ id: first }] });
  for (const id of others) expect(await house(id)).toMatchObject({ step: 'foundation', step_on: ago(90) });
  const { commune_id } = (await house(first)) as unknown as { commune_id: number };
  const board = await kit.call('houses.board', { phase_id: kit.phase });
  const row = board.communes.find((one) => one.commune_id === commune_id);
  expect(row?.by_step).toMatchObject({ foundation: 4, roof: 1 });
  const undone = await kit.call('houses.undo_batch', { batch: moved.batch, reason: 'nhầm ngày' });
  expect(undone).toEqual({ undone: 4, refused: [] });
  for (const id of others) expect(await house(id)).toMatchObject({ step: 'approved' });
});

test('a batch is found again on another day, and taken back also where its houses have gone further', async () => {
  const ids: number[] = [];
  for (let count = 0; count < 3; count += 1) ids.push((await kit.house()).id);
  const move = (house_ids: number[], step: 'foundation' | 'roof', step_on: string) =>
    kit.call('houses.take_steps', { house_ids, step, step_on, note: null });
  const wrong = await move(ids, 'foundation', ago(80));
  const right = await move(ids.slice(0, 2), 'roof', ago(70));
  const batches = async () => (await kit.call('houses.batches', {})).slice(0, 2);
  const there = { commune: kit.communes[0]?.name, by: 'Người thử' };
  expect(await batches()).toMatchObject([
    { batch: right.batch, step: 'roof', step_on: ago(70), houses: 2, ...there },
    { batch: wrong.batch, step: 'foundation', step_on: ago(80), houses: 3, ...there },
  ]);
  await kit.call('houses.undo_batch', { batch: wrong.batch, reason: 'nhầm ngày' });
  expect((await batches()).map(({ batch }) => batch)).not.toContain(wrong.batch);
  expect(await house(ids[0] ?? 0)).toMatchObject({ step: 'roof', step_on: ago(70) });
  expect(await house(ids[2] ?? 0)).toMatchObject({ step: 'approved', step_on: approval.approved_on });
  expect((await move(ids, 'foundation', ago(75))).moved).toBe(3);
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
