import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  birthPattern,
  birthPrecision,
  birthYear,
  bornAfter,
  formatBirth,
  isBirth,
  parseBirth,
} from '../../../shared/vietnamese/birth.ts';
import { isIsoDate } from '../../../shared/vietnamese/dates.ts';

describe('parseBirth', () => {
  it.each([
    ['1978', '1978'],
    [' 1978 ', '1978'],
    ['08/10/1990', '1990-10-08'],
    ['8/10/1990', '1990-10-08'],
    ['08101990', '1990-10-08'],
  ])('reads %s as %s', (typed, birth) => {
    expect(parseBirth(typed)).toEqual({ ok: true, birth });
  });

  it.each([
    ['', 'Chưa nhập năm sinh.'],
    ['78', 'Năm sinh phải đủ bốn chữ số, ví dụ 1978.'],
    ['1878', 'Năm sinh phải từ 1900 đến 2099.'],
    ['31/02/1990', 'Tháng 2 năm 1990 không có ngày 31.'],
    ['8101990', 'Năm sinh phải có dạng 1978, 08/10/1990 hoặc 08101990.'],
  ])('refuses %s', (typed, reason) => {
    expect(parseBirth(typed)).toEqual({ ok: false, reason });
  });

  it('refuses births after today', () => {
    expect(parseBirth('2024', { today: '2023-12-31' })).toEqual({
      ok: false,
      reason: 'Năm sinh 2024 ở sau năm nay.',
    });
    expect(parseBirth('01/01/2024', { today: '2023-12-31' }).ok).toBe(false);
    expect(parseBirth('2023', { today: '2023-01-01' }).ok).toBe(true);
  });

  it('reads back what it shows', () => {
    const stored = fc.oneof(
      fc.integer({ min: 1900, max: 2099 }).map(String),
      fc
        .date({
          min: new Date('1900-01-01T00:00:00Z'),
          max: new Date('2099-12-31T00:00:00Z'),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(stored, (birth) => {
        expect(isBirth(birth)).toBe(true);
        expect(parseBirth(formatBirth(birth))).toEqual({ ok: true, birth });
        expect(birthYear(birth)).toBe(Number(birth.slice(0, 4)));
        expect(birthPrecision(birth)).toBe(birth.length === 4 ? 'year' : 'day');
      }),
    );
  });
});

describe('birthPattern', () => {
  it('accepts exactly the days of the calendar', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), number(13), number(32), (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        expect(birthPattern.test(text)).toBe(isIsoDate(text));
      }),
      { numRuns: 2000 },
    );
    for (let year = 1900; year < 2100; year += 1) {
      expect(birthPattern.test(`${year}-02-29`), String(year)).toBe(isIsoDate(`${year}-02-29`));
    }
  });

  it.each(['', '78', '1899', '2100', '1990-8-10', '1990-10', '08/10/1990', '1990-10-08 ', '1978\n'])(
    'refuses "%s"',
    (text) => {
      expect(birthPattern.test(text)).toBe(false);
    },
  );
});

describe('bornAfter', () => {
  it('is true only when certain', () => {
    expect(bornAfter('2023', '2023-01-01')).toBe(false);
    expect(bornAfter('2024', '2023-12-31')).toBe(true);
    expect(bornAfter('2023-05-11', '2023-05-11')).toBe(false);
    expect(bornAfter('2023-05-12', '2023-05-11')).toBe(true);
    expect(bornAfter('1978', '2023-05-11')).toBe(false);
  });
});
