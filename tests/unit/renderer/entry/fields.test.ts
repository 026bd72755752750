import { describe, expect, test } from 'vitest';
import { readChoice, reasonChoices, sexChoices } from '../../../../renderer/entry/choice.ts';
import { afterEnter, beforeField, stopsOf } from '../../../../renderer/entry/fields.ts';
import { proposalEffect } from '../../../../renderer/entry/proposal.ts';

const signed = { mode: 'signed', ethnicity: false } as const;
const key = (name: string, more = {}) => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('Enter through the form', () => {
  test('a signed form needs five Enters, number and note are no stops', () => {
    expect(stopsOf(signed)).toEqual(['head_name', 'birth', 'sex', 'member_count', 'signed_on']);
    expect(afterEnter('signed_on', signed)).toBe('save');
    expect(afterEnter('form_number', signed)).toBe('head_name');
  });

  test('a form not signed yet asks for the reason instead of the date', () => {
    const notYet = { mode: 'not_yet', ethnicity: false } as const;
    expect(afterEnter('member_count', notYet)).toBe('reason');
    expect(afterEnter('reason', notYet)).toBe('save');
    expect(afterEnter('signed_on', notYet)).toBe('reason');
  });

  test('ethnicity is a stop only where the office has it on', () => {
    expect(afterEnter('sex', signed)).toBe('member_count');
    expect(afterEnter('sex', { ...signed, ethnicity: true })).toBe('ethnicity');
  });

  test('Shift+Enter goes back, from the first field to the number', () => {
    expect(beforeField('member_count', signed)).toBe('sex');
    expect(beforeField('head_name', signed)).toBe('form_number');
    expect(beforeField('note', signed)).toBe('signed_on');
  });
});

describe('a proposed value', () => {
  test('digits replace it, caret keys edit it, Enter keeps it', () => {
    expect(proposalEffect(key('1'))).toBe('replace');
    expect(proposalEffect(key('ArrowLeft'))).toBe('edit');
    expect(proposalEffect(key('Enter'))).toBe('keep');
    expect(proposalEffect(key('1', { ctrlKey: true }))).toBe('keep');
  });
});

describe('choice keys', () => {
  test.each([
    ['1', 'male'],
    ['n', 'male'],
    ['Nam', 'male'],
    ['2', 'female'],
    ['u', 'female'],
    ['ư', 'female'],
    ['nữ', 'female'],
    ['nu', 'female'],
  ])('%s is %s', (typed, value) => expect(readChoice(typed, sexChoices)?.value).toBe(value));

  test('what means nothing is nothing', () => {
    for (const typed of ['', '3', 'x', 'namm']) expect(readChoice(typed, sexChoices)).toBeUndefined();
  });

  test('no reason is about refusing', () => {
    expect(reasonChoices.map(({ word }) => word)).toEqual([
      'vắng',
      'đi làm ăn xa',
      'mới chuyển đến',
      'chưa gặp',
      'không ghi',
    ]);
    expect(readChoice('từ chối', reasonChoices)).toBeUndefined();
  });

  test('every digit and letter means one choice only', () => {
    for (const choices of [sexChoices, reasonChoices]) {
      const keys = choices.flatMap(({ digit, letters }) => [digit, ...letters]);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
