import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatNumber, parseNumber, percent } from '../../../shared/vietnamese/numbers.ts';

describe('formatNumber and formatDecimal', () => {
  it('writes points between thousands and a comma before decimals', () => {
    expect(formatNumber(1491)).toBe('1.491');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(-1000)).toBe('-1.000');
    expect(formatNumber(100_000_000n)).toBe('100.000.000');
    expect(formatDecimal(50.5)).toBe('50,5');
    expect(formatDecimal(1491, 2)).toBe('1.491,00');
    expect(formatDecimal(1491.6, 0)).toBe('1.492');
    expect(formatDecimal(-0.04)).toBe('0,0');
    expect(() => formatNumber(1.5)).toThrow(RangeError);
  });

  it('agrees with the Vietnamese locale and reads back', () => {
    const locale = new Intl.NumberFormat('vi-VN');
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(formatNumber(value)).toBe(locale.format(value === 0 ? 0 : value));
        expect(parseNumber(formatNumber(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('reads back decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (tenths) => {
        expect(parseNumber(formatDecimal(tenths / 10))).toBeCloseTo(tenths / 10, 6);
      }),
    );
  });
});

describe('parseNumber', () => {
  it.each([
    ['1.491', 1491],
    ['1491', 1491],
    ['50,5', 50.5],
    ['1.491,25', 1491.25],
    [' 12 ', 12],
    ['0,5', 0.5],
    ['-3', -3],
  ])('reads %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  it.each([
    '1,491.5',
    '1.49',
    '1.4911',
    '0.491',
    '1..491',
    '.5',
    '5,',
    '',
    'mười',
    '1e3',
    '1 491',
    '99999999999999999',
  ])('refuses %s', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });
});

describe('percent', () => {
  it.each([
    [635, 665, '95,5%'],
    [95, 100, '95,0%'],
    [665, 665, '100%'],
    [0, 665, '0,0%'],
    [9996, 10_000, '99,9%'],
    [999_999, 1_000_000, '99,9%'],
    [1, 8, '12,5%'],
    [1, 2000, '0,1%'],
    [2, 3, '66,7%'],
    [1, 3, '33,3%'],
    [11, 10, '110,0%'],
    [0, 0, '—'],
    [3, 0, '—'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percent(part, whole)).toBe(text);
  });

  it('is the rounded share in exact arithmetic, and 100% only for all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(2_000_000), (whole, seed) => {
        const part = seed % (whole + 1);
        const text = percent(part, whole);
        expect(text === '100%').toBe(part === whole);
        if (part === whole) return;
        expect(text).toMatch(/^\d{1,2},\d%$/);
        const tenths = BigInt(text.replace(/[,%]/g, ''));
        // Half up: tenths - 1/2 <= 1000 * part / whole < tenths + 1/2; only the cap may cut the upper end.
        const twice = 2000n * BigInt(part);
        expect((2n * tenths - 1n) * BigInt(whole) <= twice).toBe(true);
        if (tenths < 999n) expect(twice < (2n * tenths + 1n) * BigInt(whole)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
