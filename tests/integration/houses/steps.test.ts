import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditRow } from '../../../shared/api/records.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { ago, allHard, approval, brokenTrail, houseKit, laterSteps, today, type HouseKit } from './kit.ts';

// Steps one by one: entered late, taken back, at the same time by two clerks.

let kit: HouseKit;
beforeAll(async () => {
  kit = await houseKit();
});
afterAll(() => kit.page.end());

const house = async (id: number) => (await kit.pageOf(id)).house;
const attempt = async (id: number, step: string, step_on: string, values: object = {}) => {
  const { version } = await house(id);
  return kit.refused('houses.take_step', { id, version, step, step_on, note: null, ...values });
};
const undo = async (id: number) => {
  const { version } = await house(id);
  return kit.page.call('houses.undo_step', { id, version, reason: 'ghi nhầm' });
};

describe('the order of steps', () => {
  test('a step that was left out comes later, and the house stays where it is', async () => {
    const { id } = await kit.house();
    await kit.step(id, 'roof', ago(100));
    await kit.step(id, 'surveyed', ago(250));
    expect(await house(id)).toMatchObject({ step: 'roof', step_on: ago(100) });
    expect((await kit.pageOf(id)).steps.map((one) => one['step'])).toEqual(['approved', 'surveyed', 'roof']);
  });

  test('a day out of order, a step taken twice and a day to come are refused under the day', async () => {
    const { id } = await kit.house();
    await kit.step(id, 'foundation', ago(100));
    for (const [step, day] of [
      ['surveyed', ago(99)],
      ['roof', ago(101)],
      ['surveyed', ago(301)],
      ['foundation', ago(50)],
      ['approved', ago(300)],
      ['roof', addDays(today, 1)],
    ] as const) {
      const failure = await attempt(id, step, day);
      expect([step, day, failure.code, Object.keys(failure.fields ?? {})]).toEqual([
        step,
        day,
        'invalid',
        ['step_on'],
      ]);
    }
    expect((await kit.pageOf(id)).steps).toHaveLength(2);
  });

  test('an acceptance wants all of "3 cứng", and the house keeps what was found', async () => {
    const { id } = await kit.house();
    for (const hard of [null, { ...allHard, hard_roof: false }, { ...allHard, hard_foundation: false }]) {
      const failure = await attempt(id, 'accepted', ago(50), { hard });
      expect(failure.text).toContain('Chưa đạt "3 cứng"');
    }
    expect(await house(id)).toMatchObject({ step: 'approved', hard_foundation: false });
    await kit.step(id, 'accepted', ago(50));
    expect(await house(id)).toMatchObject({ step: 'accepted', ...allHard });
  });
});

describe('taking a step back', () => {
  test('brings the house to the furthest of the others, down to its approval', async () => {
    const { id } = await kit.house();
    for (const [index, step] of laterSteps.entries()) await kit.step(id, step, ago(200 - index));
    for (const step of [...laterSteps].reverse().slice(1)) {
      expect((await undo(id)).ok).toBe(true);
      expect(await house(id)).toMatchObject({ step });
    }
    expect((await undo(id)).ok).toBe(true);
    const clean = { hard_foundation: false, hard_frame: false, hard_roof: false };
    expect(await house(id)).toMatchObject({ step: 'approved', step_on: approval.approved_on, ...clean });
    const last = await undo(id);
    expect(last.ok ? '' : last.error.text).toContain('Không còn bước nào');
    const filter = { equal: { house_id: id }, voided: 'only' };
    expect(await kit.page.value('records.total', { kind: 'house_step', filter })).toMatchObject({
      total: 10,
    });
  });

  test('a step that was taken back may be taken anew, on another day', async () => {
    const { id } = await kit.house();
    await kit.step(id, 'roof', ago(100));
    await undo(id);
    await kit.step(id, 'roof', ago(90));
    expect(await house(id)).toMatchObject({ step: 'roof', step_on: ago(90) });
  });

  test('the trail says which step was taken and taken back, by whom and why', async () => {
    const { id } = await kit.house();
    await kit.step(id, 'roof', ago(100), { note: 'mái tôn' });
    await undo(id);
    const history = await kit.page.value<AuditRow[]>('records.history', { kind: 'house', id });
    expect(history.map(({ action, reason }) => [action, reason])).toEqual([
      ['undo_house_step', 'lợp mái: ghi nhầm'],
      ['take_house_step', null],
      ['create', null],
    ]);
    const steps = (await kit.pageOf(id)).steps;
    expect(steps).toHaveLength(1);
  });
});

describe('two clerks', () => {
  test('the second step on an old version is refused, also one that would not move the house', async () => {
    const { id, version } = await kit.house();
    await kit.step(id, 'roof', ago(100));
    const late = { id, version, step: 'surveyed', step_on: ago(200), note: null };
    expect((await kit.refused('houses.take_step', late)).code).toBe('conflict');
    const back = { id, version, reason: 'nhầm' };
    expect((await kit.refused('houses.undo_step', back)).code).toBe('conflict');
    expect((await kit.refused('houses.void', back)).code).toBe('conflict');
    expect((await kit.pageOf(id)).steps).toHaveLength(2);
  });

  test('a batch that meets a house which somebody has just moved leaves it out and says so', async () => {
    const [one, two] = [await kit.house(), await kit.house()];
    const batch = kit.page.call('houses.take_steps', {
      house_ids: [one.id, two.id],
      step: 'roof',
      step_on: ago(100),
      note: null,
    });
    const single = kit.page.call('houses.take_step', {
      id: two.id,
      version: 1,
      step: 'roof',
      step_on: ago(90),
      note: null,
    });
    const [moved, taken] = await Promise.all([batch, single]);
    const { steps } = await kit.pageOf(two.id);
    expect(steps.filter((one) => one['step'] === 'roof')).toHaveLength(1);
    const both = moved.ok && (moved.value as { moved: number }).moved === 2;
    expect(both).toBe(!taken.ok);
  });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
