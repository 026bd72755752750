import { describe, expect, test } from 'vitest';
import type { TypedForm } from '../../../../renderer/entry/fields.ts';
import { ownCharacters } from '../../../../renderer/entry/keystrokes.ts';
import { readForm } from '../../../../renderer/entry/read-form.ts';
import { speaksOfRefusal } from '../../../../shared/records/refusal.ts';
import { shownWhenLeft } from '../../../../renderer/entry/shown.ts';
import { isBegun, newForm } from '../../../../renderer/entry/typed-form.ts';

const rules = { mode: 'signed', ethnicity: false, today: '2023-12-31' } as const;
const typed = (more: Partial<TypedForm> = {}): TypedForm => ({
  ...newForm(7, '11/05/2023'),
  head_name: '  Vừ  Bá Rê ',
  birth: '08101990',
  sex: '1',
  member_count: '6',
  ...more,
});

describe('reading a form', () => {
  test('reads what is typed', () => {
    expect(readForm(typed(), rules)).toMatchObject({
      errors: {},
      form: {
        form_number: 7,
        head_name: 'Vừ Bá Rê',
        birth: '1990-10-08',
        sex: 'male',
        ethnicity: null,
        member_count: 6,
        signature_mode: 'signed',
        signed_on: '2023-05-11',
        reason: null,
        note: null,
      },
    });
  });

  test.each([
    ['head_name', { head_name: ' ' }],
    ['birth', { birth: '31021990' }],
    ['birth', { birth: '2024' }],
    ['sex', { sex: '' }],
    ['member_count', { member_count: '0' }],
    ['member_count', { member_count: '51' }],
    ['signed_on', { signed_on: '31022023' }],
    ['signed_on', { signed_on: '' }],
    ['signed_on', { signed_on: '01012024' }],
    ['signed_on', { birth: '12/05/2023' }],
    ['form_number', { form_number: '0' }],
  ] as const)('%s cannot be: %o', (field, more) => {
    const read = readForm(typed(more), rules);
    expect(Object.keys(read.errors)).toEqual([field]);
    expect(read.form).toBeNull();
  });

  test('a year alone is not certainly after a day of that year', () => {
    expect(readForm(typed({ birth: '2023' }), rules).errors).toEqual({});
  });

  test('not yet: no date is asked for or kept, the reason may be left open', () => {
    const notYet = { ...rules, mode: 'not_yet' } as const;
    expect(readForm(typed({ signed_on: 'x' }), notYet).form).toMatchObject({ signed_on: null, reason: null });
    expect(readForm(typed({ reason: '2' }), notYet).form).toMatchObject({ reason: 'works_elsewhere' });
    expect(readForm(typed({ reason: '1' }), rules).form).toMatchObject({ reason: null });
  });

  test('ethnicity is read only where it is on', () => {
    const on = { ...rules, ethnicity: true };
    expect(readForm(typed({ ethnicity: "H'Mông" }), on).form?.ethnicity).toBe('08');
    expect(readForm(typed({ ethnicity: 'xyz' }), on).errors.ethnicity).toBeDefined();
    expect(readForm(typed({ ethnicity: 'xyz' }), rules).form?.ethnicity).toBeNull();
  });

  test('a note about refusing is refused itself', () => {
    for (const note of ['Từ chối', 'hộ từ chối ký', 'không chịu ký', 'TỪ CHỐI.'.normalize('NFD')]) {
      expect(speaksOfRefusal(note)).toBe(true);
      expect(readForm(typed({ note }), rules).errors.note).toBeDefined();
    }
    expect(speaksOfRefusal('chồng đi làm ăn xa')).toBe(false);
  });
});

describe('what a left field shows', () => {
  test('dates with slashes and choices as words; names untouched', () => {
    const { values } = readForm(typed({ signed_on: '11052023' }), rules);
    expect(shownWhenLeft('birth', values)).toBe('08/10/1990');
    expect(shownWhenLeft('signed_on', values)).toBe('11/05/2023');
    expect(shownWhenLeft('sex', values)).toBe('Nam');
    expect(shownWhenLeft('head_name', values)).toBeNull();
  });
});

test('a proposed number and date are no beginning', () => {
  expect(isBegun(newForm(3, '11/05/2023'))).toBe(false);
  expect(isBegun(typed())).toBe(true);
});

describe('own characters', () => {
  test('a Vietnamese letter counts once in either form, slashes do not count', () => {
    expect(ownCharacters({ texts: ['Vừ Bá Rê'], choiceKeys: 0 })).toBe(8);
    expect(ownCharacters({ texts: ['Vừ Bá Rê'.normalize('NFD')], choiceKeys: 0 })).toBe(8);
    expect(ownCharacters({ texts: ['08/10/1990'], choiceKeys: 0 })).toBe(8);
    expect(ownCharacters({ texts: ['08101990', '6'], choiceKeys: 1 })).toBe(10);
  });
});
