import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ago, approval, brokenTrail, houseKit, today, type HouseKit } from './kit.ts';

// Houses voided and brought back, and who may do what.

let kit: HouseKit;
beforeAll(async () => {
  kit = await houseKit();
});
afterAll(() => kit.page.end());

const house = async (id: number) => (await kit.pageOf(id)).house;
const undo = async (id: number) => {
  const { version } = await house(id);
  return kit.page.call('houses.undo_step', { id, version, reason: 'ghi nhầm' });
};

describe('a voided house', () => {
  test('takes its steps and its funding with it and brings them back; what was taken back before stays so', async () => {
    const { id } = await kit.house({ funding: [{ source: 'loan', planned_amount: 5_000_000 }] });
    await kit.step(id, 'foundation', ago(100));
    await kit.step(id, 'roof', ago(90));
    await undo(id);
    const before = await kit.pageOf(id);
    const { version } = before.house;
    const voided = await kit.call('houses.void', { id, version, reason: 'nhập nhầm hộ' });
    const total = async (kind: string) =>
      kit.page.value('records.total', { kind, filter: { equal: { house_id: id } } });
    for (const kind of ['house_step', 'house_funding']) expect(await total(kind)).toMatchObject({ total: 0 });
    const board = await kit.call('houses.board', { phase_id: kit.phase });
    const counted = board.communes.reduce((sum, { total }) => sum + total, 0);
    const step = { id, version: voided.version, step: 'roof', step_on: ago(80), note: null };
    expect((await kit.refused('houses.take_step', step)).code).toBe('not_found');
    await kit.call('houses.restore', { id, version: voided.version, reason: 'đúng hộ' });
    const after = await kit.pageOf(id);
    expect(after.steps.map((one) => one['step'])).toEqual(['approved', 'foundation']);
    expect(after.funding).toMatchObject([{ source: 'loan', planned: 5_000_000 }]);
    const again = await kit.call('houses.board', { phase_id: kit.phase });
    expect(again.communes.reduce((sum, { total }) => sum + total, 0)).toBe(counted + 1);
  });

  test('does not come back beside another house of its household', async () => {
    const household_id = await kit.household();
    const { id } = await kit.house({ household_id });
    await kit.call('houses.void', { id, version: 1, reason: 'nhầm' });
    await kit.house({ household_id });
    expect((await kit.refused('houses.restore', { id, version: 2, reason: 'đúng' })).code).toBe('duplicate');
  });

  test('does not come back beside the house of the household into which its own has gone', async () => {
    const [survivor, between, merged] = [await kit.household(), await kit.household(), await kit.household()];
    const { id } = await kit.house({ household_id: merged });
    await kit.call('houses.void', { id, version: 1, reason: 'nhầm' });
    await kit.house({ household_id: survivor });
    const version = async (household: number) =>
      (await kit.page.value<{ version: number }>('records.get', { kind: 'household', id: household }))
        .version;
    for (const [into, gone] of [
      [between, merged],
      [survivor, between],
    ] as const)
      await kit.page.value('households.merge', {
        ...{ id: into, version: await version(into), merged_id: gone, merged_version: await version(gone) },
        ...{ event_on: ago(5), note: null },
      });
    const back = await kit.refused('houses.restore', { id, version: 2, reason: 'đúng' });
    expect(back.code).toBe('duplicate');
    expect((await kit.pageOf(id)).house.voided_at).not.toBeNull();
  });

  test('is refused while work was done for it', async () => {
    const { id } = await kit.house();
    const turn = {
      worked_on: ago(20),
      unit_name: 'Dân quân xã',
      house_id: id,
      work: 'building',
      people: 3,
      days: 1000,
    };
    await kit.create('labour_turn', turn);
    expect((await kit.refused('houses.void', { id, version: 1, reason: 'nhầm' })).text).toContain(
      'ngày công',
    );
  });
});

test('what was added in one go is taken back in one go, but for a house that has gone further', async () => {
  const household_ids = [await kit.household(), await kit.household(), await kit.household()];
  const input = { phase_id: kit.phase, household_ids, ...approval };
  const { house_ids } = await kit.call('houses.add_many', input);
  const [further = 0, ...others] = house_ids;
  await kit.step(further, 'roof', ago(80));
  const back = await kit.call('houses.undo_add_many', { house_ids, reason: 'nhầm giai đoạn' });
  expect(back).toMatchObject({ undone: 2, refused: [{ id: further }] });
  expect(await house(further)).toMatchObject({ voided_at: null, step: 'roof' });
  for (const id of others) expect((await house(id)).void_reason).toBe('nhầm giai đoạn');
  expect((await kit.call('houses.add_many', input)).added).toBe(2);
});

test('nor is a house taken back to which funding has come since, or whose funding was changed or voided', async () => {
  const household_ids = await Promise.all(Array.from({ length: 4 }, () => kit.household()));
  const funding = [{ source: 'loan' as const, planned_amount: 5_000_000 }];
  const input = { phase_id: kit.phase, household_ids, ...approval, funding };
  const { house_ids } = await kit.call('houses.add_many', input);
  const [paid = 0, taken = 0, changed = 0, asAdded = 0] = house_ids;
  const money = { planned_amount: 0, paid_outside: 20_000_000 };
  const funded = (house_id: number) =>
    kit.create('house_funding', { house_id, source: 'family', ...money, note: null });
  await funded(paid);
  const kind = 'house_funding';
  const gone = { kind, id: await funded(taken), version: 1, reason: 'ghi nhầm nhà' };
  await kit.page.value('records.void', gone);
  const { rows } = await kit.page.value<{ rows: { id: number }[] }>('records.list', {
    kind,
    filter: { equal: { house_id: changed } },
  });
  const values = { house_id: changed, source: 'loan', ...money, note: null };
  await kit.page.value('records.update', { kind, id: rows[0]?.id, version: 1, values });
  const back = await kit.call('houses.undo_add_many', { house_ids, reason: 'nhầm giai đoạn' });
  expect(back.undone).toBe(1);
  expect(back.refused.map(({ id }) => id)).toEqual([paid, taken, changed]);
  expect((await house(asAdded)).void_reason).toBe('nhầm giai đoạn');
  expect((await kit.pageOf(paid)).funding).toMatchObject([
    { source: 'family', paid_outside: 20_000_000 },
    { source: 'loan', planned: 5_000_000 },
  ]);
});

test('nobody writes a house or a step past its calls, and only whom the table of rights lets', async () => {
  const { id } = await kit.house();
  const values = { house_id: id, step: 'handed_over', step_on: today };
  expect(await kit.page.ask('records.create', { kind: 'house_step', values })).toBe('bad_input');
  expect(await kit.page.ask('records.create', { kind: 'house', values: {} })).toBe('bad_input');
  expect(await kit.page.ask('records.void', { kind: 'house', id, version: 1, reason: 'x' })).toBe(
    'bad_input',
  );
  const step = { step: 'roof', step_on: ago(9), note: null };
  const writes: [string, object][] = [
    ['houses.add', { phase_id: kit.phase, household_id: 1, ...approval }],
    ['houses.add_many', { phase_id: kit.phase, household_ids: [1], ...approval }],
    ['houses.correct', { id, version: 1, ...approval, due_on: today }],
    ['houses.take_step', { id, version: 1, ...step }],
    ['houses.take_steps', { house_ids: [id], ...step }],
    ['houses.undo_step', { id, version: 1, reason: 'x' }],
    ['houses.undo_batch', { batch: 'x', reason: 'x' }],
    ['houses.void', { id, version: 1, reason: 'x' }],
    ['houses.undo_add_many', { house_ids: [id], reason: 'x' }],
    ['houses.restore', { id, version: 1, reason: 'x' }],
  ];
  const reads: [string, object][] = [
    ['houses.board', {}],
    ['houses.progress', {}],
    ['houses.batches', {}],
    ['houses.page', { id }],
    ['houses.of_commune', { commune_id: kit.communes[0]?.id }],
    ['houses.candidates', { phase_id: kit.phase, village_id: kit.villagesOf(kit.communes[0]?.id ?? 0)[0] }],
  ];
  for (const login of ['xem', 'chihuy'] as const) {
    await kit.page.logIn(login);
    for (const [name, input] of writes)
      expect([name, await kit.page.ask(name, input)]).toEqual([name, 'forbidden']);
    for (const [name, input] of reads) expect([name, await kit.page.ask(name, input)]).toEqual([name, 'ok']);
  }
  await kit.page.logIn('lan');
  expect(await house(id)).toMatchObject({ version: 1, step: 'approved' });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
