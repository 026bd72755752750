import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { passwordOf } from '../taken-page.ts';
import { ago, approval, brokenTrail, houseKit, today, type HouseKit } from './kit.ts';

// Approvals corrected, chosen from a village's households, and given to many at once.

let kit: HouseKit;
beforeAll(async () => {
  kit = await houseKit();
});
afterAll(() => kit.page.end());

const house = async (id: number) => (await kit.pageOf(id)).house;

describe('a correction', () => {
  const values = { ...approval, due_on: addDays(today, 10) };

  test('of the day moves the approval and takes the head of that day', async () => {
    const household_id = await kit.household({ head_name: 'Moong Văn Hợi' });
    const head = { head_name: 'Moong Thị Xoan', birth: '1990', sex: 'female', member_count: 4 };
    await kit.happens(household_id, 'new_head', ago(250), head);
    const { id } = await kit.house({ household_id });
    const change = {
      id,
      version: 1,
      ...values,
      poverty_class: 'merit',
      approved_on: ago(240),
      reason: 'gõ nhầm',
    };
    expect(await kit.page.value('houses.correct', change)).toEqual({ id, version: 2 });
    const page = await kit.pageOf(id);
    const now = { beneficiary_name: 'Moong Thị Xoan', approved_on: ago(240), poverty_class: 'merit' };
    expect(page.house).toMatchObject({ ...now, step: 'approved', step_on: ago(240) });
    expect(page.steps.map((one) => one['step_on'])).toEqual([ago(240)]);
    const [row] = await kit.page.value<object[]>('records.history', { kind: 'house', id });
    expect(row).toMatchObject({ action: 'update', reason: 'gõ nhầm', before: { approved_on: ago(300) } });
    expect((await kit.refused('houses.correct', change)).code).toBe('conflict');
  });

  test('keeps the order of the steps', async () => {
    const { id } = await kit.house();
    await kit.step(id, 'roof', ago(100));
    const { version } = await house(id);
    const change = (approved_on: string) => ({ id, version, ...values, approved_on });
    const failure = await kit.refused('houses.correct', change(ago(99)));
    expect(failure.fields?.['approved_on']).toContain('lợp mái');
    await kit.page.value('houses.correct', change(ago(100)));
    expect(await house(id)).toMatchObject({ step: 'roof', step_on: ago(100), approved_on: ago(100) });
  });

  test('of nothing writes nothing', async () => {
    const { id } = await kit.house({ due_on: values.due_on });
    expect(await kit.page.value('houses.correct', { id, version: 1, ...values })).toEqual({ id, version: 1 });
  });
});

test('candidates of a village are those that live there without a house in the phase, by name', async () => {
  const [, there = 0] = kit.villagesOf(kit.communes[1]?.id ?? 0);
  const make = (head_name: string) => kit.household({ village_id: there, head_name });
  const [cho, an, left, housed] = [
    await make('Vừ Bá Chò'),
    await make('Vừ Bá An'),
    await make('X'),
    await make('Y'),
  ];
  await kit.happens(left, 'move_out', ago(10));
  await kit.house({ household_id: housed });
  const of = async (phase_id: number) =>
    (await kit.call('houses.candidates', { phase_id, village_id: there })).map(
      ({ household_id }) => household_id,
    );
  expect(await of(kit.phase)).toEqual([an, cho]);
  expect(await of(await kit.newPhase())).toEqual([an, cho, housed]);
});

test('many households get their houses in one go; who cannot is told by name', async () => {
  const make = (head_name: string) => kit.household({ head_name });
  const [one, two, built] = [await make('Một'), await make('Hai'), await make('Đã Có')];
  await kit.house({ household_id: built });
  const funding = [{ source: 'provincial_police' as const, planned_amount: 50_000_000 }];
  const household_ids = [one, built, two, 999_999, one];
  const made = await kit.call('houses.add_many', {
    phase_id: kit.phase,
    household_ids,
    ...approval,
    funding,
  });
  expect(made.added).toBe(2);
  expect(made.refused.map(({ id, name }) => [id, name])).toEqual([
    [built, 'Đã Có'],
    [999_999, ''],
  ]);
  const filter = { equal: { household_id: [one, two] } };
  const { rows } = await kit.page.value<{ rows: { id: number }[] }>('records.list', {
    kind: 'house',
    filter,
  });
  expect(rows).toHaveLength(2);
  for (const { id } of rows) expect((await kit.pageOf(id)).funding).toMatchObject([{ planned: 50_000_000 }]);
});

test('where the screen is locked meanwhile, what was added is told and can be taken back; the rest is refused', async () => {
  const household_ids: number[] = [];
  while (household_ids.length < 150) household_ids.push(await kit.household());
  const phase_id = await kit.newPhase();
  const standing = async () =>
    (
      await kit.page.value<{ total: number }>('records.total', {
        kind: 'house',
        filter: { equal: { phase_id } },
      })
    ).total;
  const adding = kit.call('houses.add_many', { phase_id, household_ids, ...approval });
  while ((await standing()) === 0);
  await kit.page.value('office.lock');
  const { added, house_ids, refused } = await adding;
  await kit.page.value('office.unlock', { password: passwordOf('lan') });
  expect(added).toBeGreaterThan(0);
  expect([house_ids.length, await standing()]).toEqual([added, added]);
  expect(refused.map(({ id }) => id)).toEqual(household_ids.slice(added));
  expect(refused[0]?.text).toContain('Màn hình đang khóa');
  expect(refused[0]?.name).toContain('Vừ Bá Rê');
  const back = await kit.call('houses.undo_add_many', { house_ids, reason: 'làm lại' });
  expect([back.undone, await standing()]).toEqual([added, 0]);
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
