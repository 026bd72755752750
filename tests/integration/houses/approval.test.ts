import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Unit } from '../../../shared/api/units.ts';
import { addDays, formatDate } from '../../../shared/vietnamese/dates.ts';
import { ago, approval, brokenTrail, houseKit, today, type HouseKit } from './kit.ts';

// The approval of a house: whose it is as of its day, once a phase, and which days it may bear.

let kit: HouseKit;
let village: number;
let elsewhere: number;
beforeAll(async () => {
  kit = await houseKit();
  village = kit.villagesOf(kit.communes[0]?.id ?? 0)[0] ?? 0;
  elsewhere = kit.villagesOf(kit.communes[1]?.id ?? 0)[0] ?? 0;
});
afterAll(() => kit.page.end());

const input = (household_id: number, values: object = {}) => ({
  phase_id: kit.phase,
  household_id,
  ...approval,
  ...values,
});
const house = async (id: number) => (await kit.pageOf(id)).house;

describe('a house belongs to its household as it stood on the day of the approval', () => {
  test('the head and the village are those of the day', async () => {
    const id = await kit.household({ head_name: 'Lầu Bá Chò' });
    const head = { head_name: 'Lầu Y Mái', birth: '1980', sex: 'female', member_count: 4 };
    await kit.happens(id, 'new_head', ago(100), head);
    await kit.happens(id, 'move', ago(50), { to_village_id: elsewhere });
    const on = async (approved_on: string) => {
      const made = await kit.house({ household_id: id, phase_id: await kit.newPhase(), approved_on });
      const { beneficiary_name, village_id, commune_id } = (await house(made.id)) as Record<string, unknown>;
      return [beneficiary_name, village_id, commune_id];
    };
    const [first, second] = [kit.communes[0]?.id, kit.communes[1]?.id];
    expect(await on(ago(101))).toEqual(['Lầu Bá Chò', village, first]);
    expect(await on(ago(100))).toEqual(['Lầu Y Mái', village, first]);
    expect(await on(ago(51))).toEqual(['Lầu Y Mái', village, first]);
    expect(await on(ago(50))).toEqual(['Lầu Y Mái', elsewhere, second]);
  });

  test('its commune is the one of that day, before a merger and after it', async () => {
    const program_id = await kit.create('housing_program', { title: '2023–2025', from_date: '2023-02-04' });
    const before = await kit.page.value<Unit[]>('units.list', { date: '2025-06-30' });
    const ended = before.find(
      ({ level, id }) => level === 'commune' && kit.communes.every((one) => one.id !== id),
    );
    const village_id = before.find(({ parent_id }) => parent_id === ended?.id)?.id ?? 0;
    const after = await kit.page.value<Unit[]>('units.list', { date: '2025-07-01' });
    const successor = after.find(({ id }) => id === village_id)?.parent_id;
    expect(successor).not.toBe(ended?.id);
    const household_id = await kit.household({ village_id });
    for (const [approved_on, commune_id] of [
      ['2025-06-30', ended?.id],
      ['2025-07-01', successor],
    ] as const) {
      const phase_id = await kit.create('housing_phase', {
        program_id,
        name: approved_on,
        planned_houses: 5,
        from_date: '2023-02-04',
        to_date: '2025-12-31',
      });
      const { id } = await kit.house({ phase_id, household_id, approved_on });
      expect(await house(id)).toMatchObject({ commune_id });
    }
  });

  test('a household that did not live here on that day gets no house of that day', async () => {
    const away = await kit.household({ head_name: 'Vừ Giống Pó' });
    await kit.happens(away, 'move_out', ago(200));
    await kit.happens(away, 'return', ago(100));
    const arrived = await kit.household({ moved_in_on: ago(150) });
    const left = await kit.household();
    await kit.happens(left, 'move_out', ago(120));
    for (const [id, day] of [
      [away, ago(150)],
      [arrived, ago(151)],
      [left, ago(120)],
    ] as const) {
      const failure = await kit.refused('houses.add', input(id, { approved_on: day }));
      expect([failure.code, Object.keys(failure.fields ?? {})]).toEqual(['invalid', ['approved_on']]);
      expect(failure.text).toContain(formatDate(day));
    }
    await kit.house({ household_id: away, approved_on: ago(201) });
    await kit.house({ household_id: arrived, approved_on: ago(150) });
    await kit.house({ household_id: left, approved_on: ago(121) });
  });

  test('a household that went into another one, or was voided, gets none', async () => {
    const [survivor, merged] = [await kit.household({ head_name: 'Già Bá Tu' }), await kit.household()];
    const versions = {
      version: await kit.versionOf('household', survivor),
      merged_version: await kit.versionOf('household', merged),
    };
    await kit.page.value('households.merge', {
      id: survivor,
      merged_id: merged,
      event_on: ago(5),
      note: null,
      ...versions,
    });
    expect((await kit.refused('houses.add', input(merged))).text).toContain('Già Bá Tu');
    const wrong = await kit.household();
    await kit.page.value('households.void', { id: wrong, version: 1, reason: 'nhầm' });
    expect((await kit.refused('houses.add', input(wrong))).code).toBe('not_found');
  });
});

describe('one house a household and phase', () => {
  const merge = async (id: number, merged_id: number) => {
    const versions = {
      version: await kit.versionOf('household', id),
      merged_version: await kit.versionOf('household', merged_id),
    };
    return kit.page.call('households.merge', { id, merged_id, event_on: today, note: null, ...versions });
  };

  test('also where the house is that of a household that went into it', async () => {
    const [survivor, merged] = [await kit.household(), await kit.household({ head_name: 'Hạ Bá Lỳ' })];
    await kit.house({ household_id: merged });
    expect((await merge(survivor, merged)).ok).toBe(true);
    const failure = await kit.refused('houses.add', input(survivor));
    expect([failure.code, failure.text.includes('Hạ Bá Lỳ')]).toEqual(['duplicate', true]);
    const candidates = await kit.call('houses.candidates', { phase_id: kit.phase, village_id: village });
    expect(candidates.some(({ household_id }) => household_id === survivor)).toBe(false);
    const another = await kit.newPhase();
    await kit.house({ household_id: survivor, phase_id: another });
  });

  test('two households with a house each in a phase do not become one', async () => {
    const [one, two] = [await kit.household(), await kit.household()];
    await kit.house({ household_id: one });
    const { id } = await kit.house({ household_id: two });
    const answer = await merge(one, two);
    expect(answer.ok ? '' : answer.error.text).toContain('Cả hai hộ đều có nhà ở Giai đoạn 1');
    await kit.page.value('houses.void', { id, version: 1, reason: 'ghi hai lần' });
    expect((await merge(one, two)).ok).toBe(true);
  });

  test('a household with a house is not voided from under it', async () => {
    const household_id = await kit.household();
    await kit.house({ household_id });
    const input = { id: household_id, version: 1, reason: 'nhầm' };
    expect((await kit.refused('households.void', input)).text).toContain('có nhà');
  });
});

describe('days of an approval', () => {
  test.each<[string, object, string]>([
    ['to come', { approved_on: addDays(today, 1) }, 'approved_on'],
    ['before its phase', { approved_on: ago(351) }, 'approved_on'],
    ['behind the day it is due', { due_on: ago(301) }, 'due_on'],
  ])('%s are refused, and nothing is written', async (_what, values, field) => {
    const household_id = await kit.household();
    const failure = await kit.refused('houses.add', input(household_id, values));
    expect([failure.code, Object.keys(failure.fields ?? {})]).toEqual(['invalid', [field]]);
    const filter = { equal: { household_id } };
    expect(await kit.page.value('records.total', { kind: 'house', filter })).toMatchObject({ total: 0 });
  });

  test('a house that is approved behind the end of its phase needs a day of its own', async () => {
    const values = {
      program_id: kit.program,
      name: 'Ngắn',
      planned_houses: 5,
      from_date: ago(300),
      to_date: ago(250),
    };
    const phase_id = await kit.create('housing_phase', values);
    const late = { phase_id, approved_on: ago(200) };
    const household_id = await kit.household();
    expect((await kit.refused('houses.add', input(household_id, late))).fields).toHaveProperty('due_on');
    const { id } = await kit.house({ household_id, ...late, due_on: ago(100) });
    expect(await kit.pageOf(id)).toMatchObject({ late: true, house: { due_on: ago(100) } });
  });
});

test('the trail of all this holds', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
