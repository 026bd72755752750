import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.ts';
import { addHousehold, correctHousehold } from '../../../electron/data/records/households/add.ts';
import {
  moveHousehold,
  moveOut,
  newHead,
  returnHousehold,
  splitHousehold,
} from '../../../electron/data/records/households/life.ts';
import { mergeHouseholds, unmergeHousehold } from '../../../electron/data/records/households/merge.ts';
import { householdPage } from '../../../electron/data/records/households/page.ts';
import { restoreHousehold, voidHousehold } from '../../../electron/data/records/households/void.ts';
import { rowOf } from '../../../electron/data/records/record-writer.ts';
import type { FormPlace } from '../../../electron/data/records/pledges/save-form.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
let place: FormPlace;
let id: number;
beforeEach(() => {
  made = bench();
  place = made.place(made.campaign(2023), made.village('Huồi Tụ', 1));
  id = made.save(place).household_id;
});
afterEach(() => made.close());

const head = {
  head_name: 'Lầu Y Mỷ',
  birth: '1985',
  sex: 'female',
  ethnicity: null,
  member_count: 4,
} as const;
const on = (event_on: string) => ({ event_on, note: null });
const household = (key = id) => rowOf(made.database, 'household', key);
const refused = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return 'no failure';
};

describe('the life of a household', () => {
  it('gets a new head, and its form keeps the old one', () => {
    expect(newHead(made.database, { id, version: 1, ...on('2024-01-10'), ...head }, made.by)).toBe(2);
    const page = householdPage(made.database, id, 'clerk');
    expect(page.household).toMatchObject({ head_name: 'Lầu Y Mỷ', member_count: 4 });
    expect(page.pledges.map((pledge) => pledge['head_name'])).toEqual(['Vừ Bá Rê']);
    expect(page.events).toHaveLength(1);
    expect(page.events[0]).toMatchObject({
      event_type: 'new_head',
      head_name_before: 'Vừ Bá Rê',
      birth_before: '1978',
      sex_before: 'male',
      member_count_before: 5,
      from_village_id: place.village_id,
    });
  });

  it('splits: members leave the old one and an event stands on both', () => {
    const new_household = { ...head, village_id: place.village_id, member_count: 2 };
    const split = { id, version: 1, ...on('2024-02-01'), remaining_member_count: 3, new_household };
    const created = splitHousehold(made.database, split, made.by);
    expect([household()['member_count'], household(created)['member_count']]).toEqual([3, 2]);
    const events = householdPage(made.database, created, 'clerk').events;
    expect(events.map((event) => event['event_type']).sort()).toEqual(['split', 'split_from']);
    const again = { ...split, version: 2, remaining_member_count: 3 };
    expect(refused(() => splitHousehold(made.database, again, made.by))).toBe('invalid');
  });

  it('moves, leaves and comes back; its forms keep their village', () => {
    const to_village_id = made.village('Na Loi', 1);
    moveHousehold(made.database, { id, version: 1, ...on('2024-01-01'), to_village_id }, made.by);
    expect(household()['village_id']).toBe(to_village_id);
    expect(householdPage(made.database, id, 'clerk').pledges[0]?.['village_id']).toBe(place.village_id);
    moveOut(made.database, { id, version: 2, ...on('2024-05-01') }, made.by);
    expect(household()).toMatchObject({ state: 'moved_out', moved_out_on: '2024-05-01' });
    const move = { id, version: 3, ...on('2024-06-01'), to_village_id: place.village_id };
    expect(refused(() => moveHousehold(made.database, move, made.by))).toBe('invalid');
    expect(
      refused(() => returnHousehold(made.database, { id, version: 3, ...on('2024-04-30') }, made.by)),
    ).toBe('invalid');
    returnHousehold(made.database, { id, version: 3, ...on('2024-07-01') }, made.by);
    expect(household()).toMatchObject({ state: 'living', moved_out_on: null });
    const types = householdPage(made.database, id, 'clerk').events.map((event) => event['event_type']);
    expect(types).toEqual(['returned', 'moved_out', 'moved']);
  });

  it('warns of a twin, never refuses it, and knows when somebody moved in', () => {
    const input = { ...head, village_id: place.village_id, note: null, moved_in_on: '2024-03-01' };
    expect(addHousehold(made.database, input, made.by).warnings).toEqual([]);
    const twin = addHousehold(made.database, { ...input, moved_in_on: null, head_name: 'LẦU Y MỶ' }, made.by);
    expect(twin.warnings).toEqual(['Trong bản đã có hộ Lầu Y Mỷ, sinh 1985.']);
    expect(householdPage(made.database, twin.id, 'clerk').events).toEqual([]);
  });

  it('is corrected without an event', () => {
    const note = 'nhà cạnh suối';
    expect(correctHousehold(made.database, { id, version: 1, ...head, note }, made.by)).toBe(2);
    expect(correctHousehold(made.database, { id, version: 2, ...head, note }, made.by)).toBe(2);
    expect(householdPage(made.database, id, 'clerk').events).toEqual([]);
  });

  it.each([
    [
      'an event in the future',
      () => moveOut(made.database, { id, version: 1, ...on('2999-01-01') }, made.by),
      'invalid',
    ],
    [
      'an event before the birth',
      () => moveOut(made.database, { id, version: 1, ...on('1977-12-31') }, made.by),
      'invalid',
    ],
    [
      'a head born after the event',
      () =>
        newHead(
          made.database,
          { id, version: 1, ...on('2024-01-10'), ...head, birth: '2024-01-11' },
          made.by,
        ),
      'invalid',
    ],
    [
      'an old version',
      () => moveOut(made.database, { id, version: 9, ...on('2024-01-10') }, made.by),
      'conflict',
    ],
    [
      'a move to where it is',
      () =>
        moveHousehold(
          made.database,
          { id, version: 1, ...on('2024-01-10'), to_village_id: place.village_id },
          made.by,
        ),
      'invalid',
    ],
  ])('refuses %s and writes nothing', (_what, run, code) => {
    const before = made.database.commits;
    expect(refused(run)).toBe(code);
    expect(made.database.commits).toBe(before);
    expect(household()).toMatchObject({ version: 1 });
  });
});

describe('two households that turn out to be one', () => {
  let other: number;
  beforeEach(() => {
    other = made.save(place, { form_number: 2, birth: '1978-05-06' }).household_id;
  });
  const merge = (into: number, version: number, merged_id: number, merged_version: number) =>
    mergeHouseholds(
      made.database,
      { id: into, version, merged_id, merged_version, ...on('2024-01-05') },
      made.by,
    );

  it('keep both histories, and are two again', () => {
    merge(id, 1, other, 1);
    expect(household(other)).toMatchObject({ state: 'merged', merged_into: id });
    const page = householdPage(made.database, id, 'clerk');
    expect(page.merged.map((row) => row.id)).toEqual([other]);
    expect(page.pledges.map((pledge) => pledge['form_number'])).toEqual([2, 1]);
    expect(page.events.map((event) => event['event_type'])).toEqual(['merged']);
    unmergeHousehold(made.database, { merged_id: other, version: 2, ...on('2024-01-06') }, made.by);
    expect(household(other)).toMatchObject({ state: 'living', merged_into: null, birth: '1978-05-06' });
    expect(householdPage(made.database, id, 'clerk').merged).toEqual([]);
    expect(householdPage(made.database, id, 'clerk').pledges).toHaveLength(1);
    expect(householdPage(made.database, other, 'clerk').events.map((e) => e['event_type'])).toEqual([
      'unmerged',
      'merged',
    ]);
  });

  it('refuse what cannot be: itself, merged twice, a ring, a voided one', () => {
    expect(refused(() => merge(id, 1, id, 1))).toBe('invalid');
    merge(id, 1, other, 1);
    expect(refused(() => merge(other, 2, id, 1))).toBe('invalid');
    expect(refused(() => merge(id, 1, other, 2))).toBe('invalid');
    const third = made.save(place, { form_number: 3, birth: '1960' }).household_id;
    expect(refused(() => merge(other, 2, third, 1))).toBe('invalid');
    merge(third, 1, id, 1);
    expect(householdPage(made.database, third, 'clerk').merged.map((row) => row.id)).toEqual([id, other]);
    expect(refused(() => merge(id, 2, third, 1))).toBe('invalid');
  });

  it('are away again where the merged one had moved out', () => {
    moveOut(made.database, { id: other, version: 1, ...on('2023-12-01') }, made.by);
    merge(id, 1, other, 2);
    unmergeHousehold(made.database, { merged_id: other, version: 3, ...on('2024-01-06') }, made.by);
    expect(household(other)['state']).toBe('moved_out');
  });
});

describe('a household that was entered by mistake', () => {
  it('is voided with a reason and restored', () => {
    const { id: mistaken } = addHousehold(
      made.database,
      { village_id: place.village_id, ...head, note: null, moved_in_on: null },
      made.by,
    );
    const reason = 'nhập nhầm bản';
    expect(voidHousehold(made.database, { id: mistaken, version: 1 }, { ...made.by, reason })).toBe(2);
    expect(household(mistaken)).toMatchObject({ void_reason: reason });
    expect(restoreHousehold(made.database, { id: mistaken, version: 2 }, { ...made.by, reason })).toBe(3);
    expect(household(mistaken).voided_at).toBeNull();
  });

  it('is not voided while a form names it', () => {
    const reason = 'nhập nhầm';
    expect(refused(() => voidHousehold(made.database, { id, version: 1 }, { ...made.by, reason }))).toBe(
      'invalid',
    );
    expect(household().voided_at).toBeNull();
  });
});
