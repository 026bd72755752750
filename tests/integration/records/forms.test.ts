import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/failure.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { requireReason, campaignOf, setClosed } from '../../../electron/data/records/pledges/campaign.ts';
import { correctForm, restoreForm, voidForm } from '../../../electron/data/records/pledges/correct.ts';
import { conflictsOf, resolveConflict } from '../../../electron/data/records/pledges/conflicts.ts';
import { batchOf, nextNumber } from '../../../electron/data/records/pledges/batch.ts';
import { warningsOf, type FormSoFar } from '../../../electron/data/records/pledges/warnings.ts';
import type { FormPlace } from '../../../electron/data/records/pledges/save-form.ts';
import { insertRecord, rowOf } from '../../../electron/data/records/record-writer.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { bench, usualForm, type Bench } from './fixture.ts';

let made: Bench;
let place: FormPlace;
beforeEach(() => {
  made = bench();
  place = made.place(made.campaign(2023), made.village('Huồi Tụ', 1));
});
afterEach(() => made.close());

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  return 'no failure';
};
const count = (table: KindName) =>
  made.database.first(
    query
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .compile(),
  )?.n;

describe('soft errors while a form is typed', () => {
  const batch = () => {
    const { campaign_id, village_id, commune_id } = place;
    const unit = new UnitOfWork();
    const opened = { way: 'stack', cover_count: 3, opened_at: made.by.at };
    const values = { campaign_id, village_id, commune_id, ...opened };
    const { id } = insertRecord(made.database, unit, 'pledge_batch', values, made.by);
    made.database.commit(unit);
    return batchOf(made.database, id);
  };
  const told = (form: FormSoFar) =>
    warningsOf(made.database, batch(), form).map(({ field, text }) => [field, text]);

  it('tell a twin by name and birth, and a repeat as soon as sex and members agree as well', () => {
    const { head_name, birth, sex, member_count } = usualForm;
    made.save(place, { form_number: 7 });
    const twin = [['birth', 'Trùng họ tên và năm sinh với tờ số 7 trong bản này.']];
    const repeat = [['member_count', 'Giống hệt tờ số 7: sẽ ghi là tờ trùng, không lưu lần hai.']];
    expect(told({ head_name })).toEqual([]);
    expect(told({ head_name, birth })).toEqual(twin);
    expect(told({ head_name, birth, sex })).toEqual(twin);
    expect(told({ head_name, birth, sex, member_count: member_count + 1 })).toEqual(twin);
    expect(told({ head_name, birth, sex: sex === 'male' ? 'female' : 'male', member_count })).toEqual(twin);
    expect(told({ head_name, birth, sex, member_count })).toEqual(repeat);
    expect(told({ head_name: head_name.toUpperCase(), birth, sex, member_count })).toEqual(repeat);
  });

  it('leave out the form that is being corrected', () => {
    const { head_name, birth, sex, member_count } = usualForm;
    const { pledge_id } = made.save(place);
    expect(told({ head_name, birth, sex, member_count, except_pledge_id: pledge_id })).toEqual([]);
  });
});

describe('the same form typed twice', () => {
  it.each([
    ['the same text', 'Lò Thị Hòa', 'Lò Thị Hòa'],
    ['tone placement', 'Lò Thị Hòa', 'Lò Thị Hoà'],
    ['tone placement in uy', 'Lò Thủy', 'Lò Thuỷ'],
    ['letter case', 'Vừ Bá Rê', 'VỪ BÁ RÊ'],
    ['decomposed letters', 'Vừ Bá Rê', 'Vừ Bá Rê'.normalize('NFD')],
  ])('is a repeat with %s', (_what, first, second) => {
    const one = made.save(place, { form_number: 1, head_name: first });
    const two = made.save(place, { form_number: 2, head_name: second });
    expect(two).toMatchObject({ outcome: 'repeat', pledge_id: one.pledge_id, conflict: false });
    expect([count('household'), count('pledge'), count('pledge_repeat')]).toEqual([1, 1, 1]);
    expect(rowOf(made.database, 'pledge', one.pledge_id)['head_name']).toBe(first);
  });

  it.each([
    ['other diacritics', { head_name: 'Vừ Bá Rế' }],
    ['d for đ', { head_name: 'Vừ Bá Re' }],
    ['another birth', { birth: '1979' }],
    ['a full birth of the same year', { birth: '1978-10-08' }],
    ['another sex', { sex: 'female' as const }],
    ['other members', { member_count: 6 }],
  ])('is another household with %s', (_what, change) => {
    made.save(place);
    expect(made.save(place, { form_number: 2, ...change }).outcome).toBe('saved');
    expect(count('pledge')).toBe(2);
  });

  it('is a conflict only where date or mode differ, and is settled on demand', () => {
    const one = made.save(place);
    expect(made.save(place, { form_number: 2, note: 'khác' }).conflict).toBe(false);
    expect(made.save(place, { form_number: 3, signed_on: '2023-04-01' }).conflict).toBe(true);
    expect(made.save(place, { form_number: 4, signature_mode: 'thumbprint' }).conflict).toBe(true);
    expect(made.save(place, { form_number: 5, signature_mode: 'not_yet', signed_on: null }).conflict).toBe(
      true,
    );
    expect(rowOf(made.database, 'pledge', one.pledge_id)).toMatchObject({
      version: 1,
      signed_on: '2023-03-19',
    });
    const waiting = conflictsOf(made.database, { campaign_id: place.campaign_id, resolved: false });
    expect(waiting.map(({ repeat }) => repeat.form_number)).toEqual([3, 4, 5]);
    const { repeat_id, version } = waiting[0] ?? { repeat_id: 0, version: 0 };
    const how = { repeat_id, version, resolution: 'take_repeat', note: null } as const;
    resolveConflict(made.database, how, made.by);
    expect(rowOf(made.database, 'pledge', one.pledge_id)).toMatchObject({
      version: 2,
      signed_on: '2023-04-01',
    });
    expect(conflictsOf(made.database, { resolved: false })).toHaveLength(2);
  });

  it('is one only in its own village and campaign', () => {
    made.save(place);
    const elsewhere = made.place(place.campaign_id, made.village('Huồi Tụ', 2));
    expect(made.save(elsewhere, { form_number: 2 }).outcome).toBe('saved');
    const next = made.save({ ...place, campaign_id: made.campaign(2024) }, { signed_on: '2024-03-01' });
    expect(next).toMatchObject({ outcome: 'saved', linked: true });
    expect([count('household'), count('pledge')]).toEqual([2, 3]);
  });
});

describe('form numbers', () => {
  it('are unique per campaign and commune, those of repeats included', () => {
    made.save(place);
    made.save(place, { form_number: 2 });
    const other = { head_name: 'Lầu Chù Pó' };
    expect(codeOf(() => made.save(place, { ...other, form_number: 1 }))).toBe('form_number_taken');
    expect(codeOf(() => made.save(place, { ...other, form_number: 2 }))).toBe('form_number_taken');
    expect(nextNumber(made.database, place.campaign_id, place.commune_id)).toBe(3);
    const commune = made.place(place.campaign_id, made.village('Na Loi', 1));
    expect(made.save(commune, { ...other, form_number: 1 }).outcome).toBe('saved');
  });

  it('are kept apart by the database itself between forms and repeats', () => {
    const { pledge_id } = made.save(place);
    made.save(place, { form_number: 2 });
    const unit = new UnitOfWork();
    const { campaign_id, commune_id } = place;
    const repeat = { campaign_id, commune_id, pledge_id, form_number: 1, conflict: false };
    const mode = { signature_mode: 'signed', signed_on: '2023-03-19' };
    insertRecord(made.database, unit, 'pledge_repeat', { ...repeat, ...mode }, made.by);
    expect(codeOf(() => made.database.commit(unit))).toBe('form_number_taken');
    expect(count('pledge_repeat')).toBe(1);
  });

  it('are free again after a void, and refuse the restore when given away meanwhile', () => {
    const { pledge_id, household_id } = made.save(place);
    const by = { userId: 1, at: made.database.now(), reason: 'nhập nhầm' };
    voidForm(made.database, pledge_id, 1, by);
    expect(rowOf(made.database, 'household', household_id)['void_reason']).toBe('nhập nhầm');
    restoreForm(made.database, pledge_id, 2, by);
    expect(rowOf(made.database, 'household', household_id).voided_at).toBeNull();
    voidForm(made.database, pledge_id, 3, by);
    made.save(place, { head_name: 'Lầu Chù Pó' });
    expect(codeOf(() => restoreForm(made.database, pledge_id, 4, by))).toBe('form_number_taken');
    expect(rowOf(made.database, 'household', household_id).voided_at).not.toBeNull();
  });
});

describe('what cannot be', () => {
  it.each([
    ['born after signing', { birth: '2023-03-20' }],
    ['signed without a date', { signed_on: null }],
    ['not yet, with a date', { signature_mode: 'not_yet' as const }],
    ['a reason though signed', { reason: 'away' as const }],
  ])('is refused: %s', (_what, change) => {
    expect(codeOf(() => made.save(place, change))).toBe('invalid');
    expect([count('household'), count('pledge')]).toEqual([0, 0]);
  });

  it('is a change from an old version', () => {
    const { pledge_id } = made.save(place);
    const form = { ...usualForm, pledge_id, note: 'một' };
    expect(correctForm(made.database, { ...form, version: 1 }, made.by)).toBe(2);
    expect(codeOf(() => correctForm(made.database, { ...form, version: 1, note: 'hai' }, made.by))).toBe(
      'conflict',
    );
  });
});

it('a closed campaign is changed only with a reason', () => {
  const { pledge_id } = made.save(place);
  setClosed(made.database, { id: place.campaign_id, version: 1, closed: true }, made.by);
  const input = { ...usualForm, pledge_id, version: 1, member_count: 6 };
  expect(codeOf(() => correctForm(made.database, input, made.by))).toBe('campaign_closed');
  expect(codeOf(() => requireReason(campaignOf(made.database, place.campaign_id), undefined))).toBe(
    'campaign_closed',
  );
  expect(correctForm(made.database, { ...input, reason_for_change: 'đếm lại' }, made.by)).toBe(2);
});
