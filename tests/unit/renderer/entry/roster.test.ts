import { describe, expect, test } from 'vitest';
import { jumpTo, lineAfter, rosterAction } from '../../../../renderer/entry/roster.ts';

const here = { current: 1, askingReason: false };
const list = { count: 4, searching: false };

describe('roster keys', () => {
  test('one key marks', () => {
    expect(rosterAction('1', here, list)).toEqual({ type: 'mark', mode: 'signed', reason: null });
    expect(rosterAction('Enter', here, list)).toEqual({ type: 'mark', mode: 'signed', reason: null });
    expect(rosterAction('2', here, list)).toMatchObject({ mode: 'thumbprint' });
    expect(rosterAction('3', here, list)).toMatchObject({ mode: 'represented' });
  });

  test('not yet takes two: 0 and the reason', () => {
    expect(rosterAction('0', here, list)).toEqual({ type: 'ask_reason' });
    const asking = { current: 1, askingReason: true };
    expect(rosterAction('2', asking, list)).toEqual({
      type: 'mark',
      mode: 'not_yet',
      reason: 'works_elsewhere',
    });
    expect(rosterAction('0', asking, list)).toEqual({ type: 'mark', mode: 'not_yet', reason: null });
    expect(rosterAction('9', asking, list)).toEqual({ type: 'none' });
    expect(rosterAction('Escape', asking, list)).toEqual({ type: 'leave_reason' });
  });

  test('while a name is searched for, digits are text: VNI types its tones with them', () => {
    expect(rosterAction('2', here, { ...list, searching: true })).toEqual({ type: 'type' });
    expect(rosterAction('v', here, list)).toEqual({ type: 'type' });
    expect(rosterAction('7', here, list)).toEqual({ type: 'none' });
  });

  test('arrows stay inside the list', () => {
    expect(rosterAction('ArrowDown', { ...here, current: 3 }, list)).toEqual({ type: 'move', to: 3 });
    expect(rosterAction('ArrowUp', { ...here, current: 0 }, list)).toEqual({ type: 'move', to: 0 });
  });

  test('an empty list marks nothing', () => {
    expect(rosterAction('1', { current: 0, askingReason: false }, { count: 0, searching: false }).type).toBe(
      'none',
    );
  });
});

test('the next line is the next one without a mark', () => {
  expect(lineAfter(0, [false, true, true, false])).toBe(3);
  expect(lineAfter(3, [false, true, true, true])).toBe(3);
  expect(lineAfter(1, [false, false, true, true])).toBe(2);
});

describe('jumping by name', () => {
  const names = ['Vừ Bá Rê', 'Lầu Y Mỷ', 'Đỗ Văn Vừ', 'Lầu Bá Chò'];
  test('finds the beginning of any word, with or without diacritics, from the current line on', () => {
    expect(jumpTo('vu', names, 0)).toBe(0);
    expect(jumpTo('vu', names, 1)).toBe(2);
    expect(jumpTo('lau ba', names, 0)).toBe(3);
    expect(jumpTo('đỗ', names, 3)).toBe(2);
    expect(jumpTo('xyz', names, 0)).toBeNull();
    expect(jumpTo('', names, 0)).toBeNull();
    expect(jumpTo('a', [], 0)).toBeNull();
  });
});
