import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity, mostQuantity, parseQuantity } from '../../../shared/vietnamese/quantity.ts';

describe('parseQuantity', () => {
  it.each([
    ['12', 12_000],
    ['12,5', 12_500],
    ['46,5', 46_500],
    ['0,125', 125],
    ['1.200', 1_200_000],
    ['1.200,75', 1_200_750],
    ['1.200,500', 1_200_500],
    ['0,500', 500],
    [' 7 ', 7000],
    ['999.999.999', mostQuantity],
  ])('reads "%s" in thousandths', (typed, quantity) => {
    expect(parseQuantity(typed)).toEqual({ ok: true, quantity });
  });

  it.each([
    '',
    '12.5',
    '1,2345',
    '1,200.5',
    '-3',
    '12 bao',
    '0.5',
    '1e3',
    '1.000.000.000',
    '999.999.999,001',
  ])('refuses "%s"', (typed) => {
    const read = parseQuantity(typed);
    expect(read.ok ? '' : read.reason).toMatch(/Cần một số lượng|quá lớn|Dấu chấm/);
  });
});

describe('formatQuantity', () => {
  it('writes no more decimals than there are', () => {
    expect([12_500, 1_200_000, 125, 1, 0, -500].map(formatQuantity)).toEqual([
      '12,5',
      '1.200',
      '0,125',
      '0,001',
      '0',
      '-0,5',
    ]);
  });

  it('is read back as it was, to the thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostQuantity }), (quantity) => {
        expect(parseQuantity(formatQuantity(quantity))).toEqual({ ok: true, quantity });
      }),
    );
  });
});
