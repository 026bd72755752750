import { describe, expect, test } from 'vitest';
import type { ShownRecord } from '../../../../shared/api/records.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import { changesOf } from '../../../../renderer/records/changes.ts';
import { actionInWords } from '../../../../shared/audit-actions.ts';
import { COLUMN_GAP, columnsOf, fittingColumns } from '../../../../renderer/records/columns.ts';
import {
  callFilter,
  conditionInWords,
  filterFields,
  isNarrowed,
  noFilter,
  withCondition,
} from '../../../../renderer/records/filters.ts';
import { readForm, readTyped, tidied, typedFields, typedOf } from '../../../../renderer/records/typed.ts';
import { nameOf, showField } from '../../../../renderer/records/value.ts';

const household = kindOf('household');
const pledge = kindOf('pledge');
const record = (values: Record<string, string | number | null>, names = {}): ShownRecord => ({
  id: 7,
  uid: 'u',
  version: 1,
  created_at: '',
  created_by: 1,
  updated_at: '',
  updated_by: 1,
  voided_at: null,
  void_reason: null,
  names,
  ...values,
});

describe('a stored value in words', () => {
  const shown = record(
    {
      birth: '1990-10-08',
      member_count: 1491,
      sex: 'female',
      village_id: 3,
      ethnicity: '08',
      head_name: 'Vừ Bá Rê',
      form_number: 1491,
      signed_on: '2023-08-03',
      signature_mode: 'not_yet',
    },
    { village_id: 'Sơn Thành (Nậm Càn cũ)' },
  );
  test('by the type of its field', () => {
    expect(showField(household, 'birth', shown)).toBe('08/10/1990');
    expect(showField(household, 'birth', record({ birth: '1978' }))).toBe('1978');
    expect(showField(household, 'member_count', shown)).toBe('1.491');
    expect(showField(household, 'sex', shown)).toBe('Nữ');
    expect(showField(household, 'village_id', shown)).toBe('Sơn Thành (Nậm Càn cũ)');
    expect(showField(household, 'ethnicity', shown)).toBe('Mông');
    expect(showField(pledge, 'signed_on', shown)).toBe('03/08/2023');
    expect(showField(pledge, 'signature_mode', shown)).toBe('chưa ký');
  });
  test('a number that counts nothing bears no points; no value is empty text', () => {
    expect(showField(pledge, 'form_number', shown)).toBe('1491');
    expect(showField(household, 'note', shown)).toBe('');
    expect(nameOf(household, shown)).toBe('Vừ Bá Rê');
  });
});

describe('what is typed', () => {
  const birth = { type: 'birth', label: 'Năm sinh', required: true } as const;
  test('births and dates are read as digits or with signs, and stand tidied once left', () => {
    expect(readTyped('birth', birth, '08101990')).toEqual({ ok: true, value: '1990-10-08' });
    expect(readTyped('birth', birth, '1978')).toEqual({ ok: true, value: '1978' });
    expect(readTyped('birth', birth, '31021990').ok).toBe(false);
    expect(tidied('birth', birth, '08101990')).toBe('08/10/1990');
    expect(tidied('birth', birth, '31021990')).toBeNull();
  });
  test('a required field refuses nothing typed, another one stores null', () => {
    expect(readTyped('birth', birth, '  ')).toEqual({ ok: false, reason: 'Cần nhập mục này.' });
    expect(readTyped('note', { type: 'text', label: 'Ghi chú', max: 5 }, ' ')).toEqual({
      ok: true,
      value: null,
    });
    expect(readTyped('note', { type: 'text', label: 'Ghi chú', max: 5 }, 'quá dài').ok).toBe(false);
  });
  test('an ethnic group is typed as a word and stored as its code', () => {
    const field = household.fields['ethnicity'];
    if (!field) throw new Error('no such field');
    expect(readTyped('ethnicity', field, "H'Mông")).toEqual({ ok: true, value: '08' });
    expect(typedOf('ethnicity', field, '08')).toBe('Mông');
    expect(readTyped('ethnicity', field, 'không có').ok).toBe(false);
  });
  test('rules over several fields name the field to blame', () => {
    const campaign = kindOf('pledge_campaign');
    const typed = { year: '2023', title: 'Đợt', themes: '', from_date: '02/01/2023', to_date: '01/01/2023' };
    const read = readForm(typedFields(campaign.fields), typed, campaign.check);
    expect(read).toEqual({ ok: false, wrong: { to_date: 'Ngày kết thúc phải sau ngày bắt đầu.' } });
    const right = readForm(typedFields(campaign.fields), { ...typed, to_date: '31122023' }, campaign.check);
    expect(right).toMatchObject({ ok: true, values: { year: 2023, to_date: '2023-12-31', themes: null } });
  });
});

describe('columns', () => {
  const all = columnsOf(household);
  test('are the fields declared with a width', () => {
    expect(all.map(({ field }) => field)).toEqual([
      'village_id',
      'head_name',
      'birth',
      'sex',
      'member_count',
      'note',
      'state',
    ]);
  });
  test('go one after the other when room is short, the name last', () => {
    expect(fittingColumns(all, 'head_name', 1100)).toHaveLength(all.length);
    expect(fittingColumns(all, 'head_name', 480).map(({ field }) => field)).toEqual([
      'village_id',
      'head_name',
      'birth',
    ]);
    expect(fittingColumns(all, 'head_name', 100).map(({ field }) => field)).toEqual(['head_name']);
  });
  test('a day is never cut, and nothing leaves the list sideways, however wide it is', () => {
    for (const kind of [household, pledge]) {
      for (let width = 260; width <= 1400; width += 10) {
        const shown = fittingColumns(columnsOf(kind), kind.nameField, width);
        const taken = shown.reduce((sum, { least }) => sum + least, COLUMN_GAP * (shown.length - 1));
        expect(taken, `${kind.name} ${width}`).toBeLessThanOrEqual(width);
      }
    }
    const days = columnsOf(pledge).filter(({ field }) => field === 'signed_on' || field === 'birth');
    for (const { least } of days) expect(least).toBeGreaterThanOrEqual(100);
    // The width of the list of pledges at 1366 px.
    expect(fittingColumns(columnsOf(pledge), 'head_name', 1076)).toHaveLength(9);
  });
});

describe('filters', () => {
  test('a kind with a village is spared the chip of the commune; what is fixed is no choice', () => {
    const fields = filterFields(pledge, { campaign_id: 1 }).map(([name]) => name);
    expect(fields).toContain('village_id');
    expect(fields).not.toContain('commune_id');
    expect(fields).not.toContain('campaign_id');
  });
  test('a condition stands on its chip in words and travels as stored', () => {
    const narrowed = withCondition(noFilter, 'sex', { value: 'male' });
    expect(conditionInWords(household, 'sex', narrowed)).toBe('Nam');
    expect(callFilter(narrowed, { state: 'living' })).toEqual({
      equal: { sex: 'male', state: 'living' },
      period: {},
      text: '',
      voided: 'without',
    });
    expect(isNarrowed(narrowed)).toBe(true);
    expect(isNarrowed(withCondition(narrowed, 'sex', null))).toBe(false);
  });
  test('of several values any will do: all of them stand on the chip, unless they have a name of their own', () => {
    const value = ['male', 'female'];
    const several = withCondition(noFilter, 'sex', { value });
    expect(conditionInWords(household, 'sex', several)).toBe('Nam, Nữ');
    expect(
      conditionInWords(household, 'sex', withCondition(noFilter, 'sex', { value, name: 'cả hai' })),
    ).toBe('cả hai');
    expect(callFilter(several, {}).equal).toEqual({ sex: value });
  });
});

describe('history', () => {
  test('only what differs is told, in the declared order, before and after in words', () => {
    const before = { head_name: 'Vừ Bá Rê', birth: '1978', member_count: 5 };
    const after = { head_name: 'Vừ Bá Rê', birth: '1978-02-01', member_count: 6 };
    expect(changesOf(household.fields, before, after)).toEqual([
      { label: 'Năm sinh', before: '1978', after: '01/02/1978' },
      { label: 'Số khẩu', before: '5', after: '6' },
    ]);
    expect(actionInWords('void')).toBe('Hủy');
  });
});
