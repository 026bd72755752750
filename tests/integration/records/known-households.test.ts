import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addHousehold } from '../../../electron/data/records/households/add.ts';
import {
  moveHousehold,
  moveOut,
  newHead,
  returnHousehold,
  splitHousehold,
} from '../../../electron/data/records/households/life.ts';
import { mergeHouseholds, unmergeHousehold } from '../../../electron/data/records/households/merge.ts';
import { campaignOf } from '../../../electron/data/records/pledges/campaign.ts';
import { coverageOf, missingOf } from '../../../electron/data/records/pledges/coverage.ts';
import { voidForm } from '../../../electron/data/records/pledges/correct.ts';
import type { FormPlace } from '../../../electron/data/records/pledges/save-form.ts';
import { mergeUnits } from '../../../electron/data/records/units/changes.ts';
import { KnownHouseholds, type RegisterOrder } from '../../../electron/data/register/known-households.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
let y2023: FormPlace;
let y2024: FormPlace;
beforeEach(() => {
  made = bench();
  const village = made.village('Huồi Tụ', 1);
  y2023 = made.place(made.campaign(2023), village);
  y2024 = made.place(made.campaign(2024), village);
});
afterEach(() => made.close());

const known = (place: FormPlace, order?: RegisterOrder) =>
  new KnownHouseholds(made.database, campaignOf(made.database, place.campaign_id)).ofVillage(
    place.village_id,
    order,
  );
const names = (place: FormPlace, order?: RegisterOrder) => known(place, order).map((row) => row.head_name);
const counts = (place: FormPlace) =>
  new KnownHouseholds(made.database, campaignOf(made.database, place.campaign_id))
    .counts()
    .get(place.village_id);
const head = {
  head_name: 'Lầu Y Mỷ',
  birth: '1985',
  sex: 'female',
  ethnicity: null,
  member_count: 4,
} as const;
const on = (event_on: string) => ({ event_on, note: null });

/** Three forms of 2023, typed neither by name nor by number. */
function three() {
  const numbers = [
    [3, 'Vừ Bá Ân'],
    [1, 'Cụt Văn Đức'],
    [2, 'Lô Văn Dung'],
  ] as const;
  return numbers.map(([form_number, head_name]) => made.save(y2023, { form_number, head_name }).household_id);
}

describe('the households of a village in a campaign', () => {
  it('stand by form number, or by name the Vietnamese way', () => {
    three();
    expect(names(y2023)).toEqual(['Cụt Văn Đức', 'Lô Văn Dung', 'Vừ Bá Ân']);
    expect(names(y2023, 'name')).toEqual(['Vừ Bá Ân', 'Lô Văn Dung', 'Cụt Văn Đức']);
  });

  it('are those of last year too, without a form and behind the others by name', () => {
    three();
    made.save(y2024, { form_number: 1, head_name: 'Vừ Bá Ân', signed_on: '2024-03-01' });
    expect(names(y2024)).toEqual(['Vừ Bá Ân', 'Lô Văn Dung', 'Cụt Văn Đức']);
    expect(known(y2024)[1]).toMatchObject({ form_number: null, signature_mode: null, signed_on: null });
    expect(counts(y2024)).toEqual({ entered: 3, forms: 1, signed: 1, bulk: 0 });
  });

  it('of an old campaign are not those that came with a later one', () => {
    made.save(y2024, { signed_on: '2024-03-01' });
    expect(names(y2023)).toEqual([]);
    expect(counts(y2023)).toBeUndefined();
  });

  it('keep the head as on the form when the head changes or is corrected later', () => {
    const { household_id } = made.save(y2023);
    newHead(made.database, { id: household_id, version: 1, ...on('2024-02-01'), ...head }, made.by);
    expect(names(y2023)).toEqual(['Vừ Bá Rê']);
    expect(names(y2024)).toEqual(['Lầu Y Mỷ']);
  });

  it('without a form stand as they were at the end of the campaign', () => {
    const { household_id } = made.save(y2023);
    const y2025 = { ...y2024, campaign_id: made.campaign(2025) };
    newHead(made.database, { id: household_id, version: 1, ...on('2025-02-01'), ...head }, made.by);
    const to_village_id = made.village('Na Loi', 1);
    moveHousehold(
      made.database,
      { id: household_id, version: 2, ...on('2025-03-01'), to_village_id },
      made.by,
    );
    expect(known(y2024)).toMatchObject([
      { head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5 },
    ]);
    expect(names(y2025)).toEqual([]);
    expect(names({ ...y2025, village_id: to_village_id })).toEqual(['Lầu Y Mỷ']);
    expect(names({ ...y2024, village_id: to_village_id })).toEqual([]);
  });

  it('are missing after they left, not before, and again after they came back', () => {
    const { household_id: id } = made.save(y2023);
    moveOut(made.database, { id, version: 1, ...on('2024-12-31') }, made.by);
    const y2025 = { ...y2024, campaign_id: made.campaign(2025) };
    expect([names(y2023).length, names(y2024).length, names(y2025).length]).toEqual([1, 0, 0]);
    returnHousehold(made.database, { id, version: 2, ...on('2025-06-01') }, made.by);
    expect([names(y2023).length, names(y2024).length, names(y2025).length]).toEqual([1, 0, 1]);
  });

  it('count from the day on which they moved in or were split off', () => {
    const { household_id: id } = made.save(y2023);
    const { village_id } = y2023;
    addHousehold(made.database, { ...head, village_id, note: null, moved_in_on: '2024-05-01' }, made.by);
    const new_household = { ...head, head_name: 'Vừ Nỏ Chù', village_id, member_count: 2 };
    const split = { id, version: 1, ...on('2024-06-01'), remaining_member_count: 3, new_household };
    splitHousehold(made.database, split, made.by);
    expect(names(y2023)).toEqual(['Vừ Bá Rê']);
    expect(names(y2024)).toEqual(['Vừ Nỏ Chù', 'Lầu Y Mỷ', 'Vừ Bá Rê']);
  });

  it('come back without a form when the form is voided and they have one of another year', () => {
    made.save(y2023);
    const later = made.save(y2024, { signed_on: '2024-03-01' });
    voidForm(made.database, later.pledge_id, 1, { ...made.by, reason: 'nhập nhầm' });
    expect(counts(y2024)).toEqual({ entered: 1, forms: 0, signed: 0, bulk: 0 });
  });

  it('are one when they were merged, in every campaign, and two when that is taken back', () => {
    const first = made.save(y2023).household_id;
    const second = made.save(y2023, { form_number: 2, birth: '1978-05-06' }).household_id;
    made.save(y2024, { signed_on: '2024-03-01', birth: '1978-05-06' });
    expect([counts(y2023)?.entered, counts(y2024)?.entered]).toEqual([2, 2]);
    const merge = { id: first, version: 1, merged_id: second, merged_version: 1, ...on('2024-05-01') };
    mergeHouseholds(made.database, merge, made.by);
    expect(known(y2023).map((row) => row.form_number)).toEqual([1]);
    expect(counts(y2023)).toEqual({ entered: 1, forms: 1, signed: 1, bulk: 0 });
    expect(known(y2024).map((row) => row.birth)).toEqual(['1978-05-06']);
    expect(counts(y2024)).toEqual({ entered: 1, forms: 1, signed: 1, bulk: 0 });
    unmergeHousehold(made.database, { merged_id: second, version: 2, ...on('2024-05-02') }, made.by);
    expect([counts(y2023)?.entered, counts(y2024)?.entered]).toEqual([2, 2]);
  });

  it('go with their village into the one that it became', () => {
    made.save(y2023);
    const other = { ...y2023, village_id: made.village('Huồi Tụ', 2) };
    made.save(other, { form_number: 2 });
    const merger = { unit_ids: [y2023.village_id, other.village_id], name: 'Huồi Mới', type: 'bản' };
    const village_id = mergeUnits(made.database, { ...merger, date: '2024-06-01', legal_basis: 'NQ 1' }, 1);
    expect(counts({ ...y2024, village_id })).toEqual({ entered: 2, forms: 0, signed: 0, bulk: 0 });
    expect(names(y2023)).toEqual(['Vừ Bá Rê']);
  });
});

describe('coverage', () => {
  it('agrees with the list behind each of its cells', () => {
    three();
    made.save(y2024, { head_name: 'Vừ Bá Ân', signed_on: '2024-03-01' });
    made.save(y2024, {
      form_number: 2,
      head_name: 'Lô Văn Dung',
      signature_mode: 'not_yet',
      signed_on: null,
      reason: 'away',
    });
    const cell = coverageOf(made.database, y2024.campaign_id)
      .communes.flatMap(({ villages }) => villages)
      .find(({ village_id }) => village_id === y2024.village_id);
    expect(cell).toMatchObject({ declared: null, entered: 3, forms: 2, signed: 1, bulk: 0 });
    const missing = missingOf(made.database, y2024.campaign_id, y2024.village_id, 'clerk');
    expect(missing.map(({ head_name, reason }) => [head_name, reason])).toEqual([
      ['Lô Văn Dung', 'away'],
      ['Cụt Văn Đức', null],
    ]);
    expect(coverageOf(made.database, y2024.campaign_id).communes).toHaveLength(21);
  });
});
