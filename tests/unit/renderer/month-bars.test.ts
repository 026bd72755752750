import { expect, test } from 'vitest';
import { monthBars } from '../../../renderer/pages/house-board/month-bars.ts';

test('a month without any hand-over stands between those with some, also over a new year', () => {
  const months = [
    { month: '2023-11', handed_over: 4 },
    { month: '2024-02', handed_over: 3 },
  ];
  expect(monthBars(months)).toEqual([
    { month: '2023-11', handed_over: 4, sum: 4 },
    { month: '2023-12', handed_over: 0, sum: 4 },
    { month: '2024-01', handed_over: 0, sum: 4 },
    { month: '2024-02', handed_over: 3, sum: 7 },
  ]);
});

test('nothing is drawn while nothing was handed over', () => {
  expect(monthBars([])).toEqual([]);
});
