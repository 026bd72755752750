import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesSchema, linesText, readLines, sumOfLines } from '../../../shared/records/lines.ts';

const villages = {
  type: 'units',
  level: 'village',
  label: 'Bản',
  counts: { label: 'Số người', max: 1000 },
} as const;
const presenters = { type: 'references', kind: 'officer', label: 'Cán bộ' } as const;
const refusalOf = (field: typeof villages | typeof presenters, text: unknown) =>
  linesSchema(field, 'Cần nhập mục này.').safeParse(text).error?.issues[0]?.message;

const someLines = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 5000 }), count: fc.option(fc.integer({ min: 0, max: 1000 })) }),
  { selector: ({ id }) => id, maxLength: 40 },
);

test('lines written and read back are the same, and one text stands for the same lines', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      expect(readLines(linesText(lines))).toEqual(lines);
      expect(linesText(readLines(linesText(lines)))).toBe(linesText(lines));
    }),
  );
});

test('every text of lines that the page writes is taken as it is', () => {
  fc.assert(
    fc.property(
      someLines.filter(({ length }) => length > 0),
      (lines) => {
        expect(linesSchema(villages, '').parse(linesText(lines))).toBe(linesText(lines));
      },
    ),
  );
});

test.each([
  ['no line', '[]', 'Cần nhập mục này.'],
  ['no JSON', '[[1,2', 'Danh sách không đúng.'],
  ['another shape', '[{"id":1}]', 'Danh sách không đúng.'],
  ['a village twice', '[[3,1],[3,2]]', 'Có mục được chọn hai lần.'],
  ['a number below nothing', '[[3,-1]]', 'Số người không hợp lệ.'],
  ['a number above the most', '[[3,1001]]', 'Số người không hợp lệ.'],
])('refuses %s', (_what, text, refusal) => {
  expect(refusalOf(villages, text)).toBe(refusal);
});

test('a field without numbers takes none', () => {
  expect(refusalOf(presenters, '[[3,5]]')).toBe('Mục này không có số kèm theo.');
  expect(refusalOf(presenters, '[[3,null]]')).toBeUndefined();
});

test('lines without a number add nothing', () => {
  expect(sumOfLines(readLines('[[1,20],[2,null],[3,5]]'))).toBe(25);
});
