import { describe, expect, test } from 'vitest';
import { countsLine, withPending } from '../../../../renderer/entry/counts.ts';
import {
  coverComparison,
  NumberProposal,
  shortRanges,
  skippedNumbers,
} from '../../../../renderer/entry/numbers.ts';

test('the proposal is always the highest number + 1', () => {
  const proposal = new NumberProposal(25);
  proposal.used(25);
  expect(proposal.next).toBe(26);
  proposal.used(40);
  proposal.used(12);
  expect(proposal.next).toBe(41);
  proposal.learned(30);
  expect(proposal.next).toBe(41);
});

describe('end of a stack', () => {
  test('what is missing, and what is too much', () => {
    expect(coverComparison(62, 64)).toEqual({
      missing: 2,
      text: 'Trên bìa 64 tờ, đã nhập 62 tờ: còn thiếu 2 tờ.',
    });
    expect(coverComparison(64, 64).text).toContain('đủ');
    expect(coverComparison(65, 64)).toMatchObject({ missing: -1 });
  });

  test('numbers left out', () => {
    expect(skippedNumbers([5, 1, 2, 8])).toEqual([3, 4, 6, 7]);
    expect(skippedNumbers([])).toEqual([]);
    expect(shortRanges([3, 4, 6, 9, 10, 11])).toBe('3–4, 6, 9–11');
    expect(shortRanges([1, 3, 5], 2)).toBe('1, 3, …');
  });
});

test('running counts, with forms on their way', () => {
  const counts = {
    forms: 25,
    signed: 23,
    thumbprint: 3,
    represented: 0,
    not_yet: 1,
    repeats: 0,
    conflicts: 0,
  };
  expect(countsLine(withPending(counts, ['not_yet', 'signed']))).toBe(
    'Đã ký 24, trong đó điểm chỉ 3; chưa ký 2',
  );
  expect(withPending(counts, ['thumbprint'])).toMatchObject({ forms: 26, signed: 24, thumbprint: 4 });
  expect(countsLine({ ...counts, repeats: 1 })).toContain('; tờ trùng 1');
});
