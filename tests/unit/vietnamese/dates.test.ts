import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  daysInMonth,
  formatDate,
  isIsoDate,
  longDate,
  parseDate,
  yearOf,
} from '../../../shared/vietnamese/dates.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDate', () => {
  it.each([
    '8/10/1990',
    '08/10/1990',
    '08101990',
    '8.10.1990',
    '8-10-1990',
    ' 08/10/1990 ',
    '08 / 10 / 1990',
  ])('reads %s', (typed) => {
    expect(parseDate(typed)).toEqual({ ok: true, date: '1990-10-08' });
  });

  it.each([
    ['31/02/2023', 'Tháng 2 năm 2023 không có ngày 31.'],
    ['29/02/2023', 'Tháng 2 năm 2023 không có ngày 29.'],
    ['29/02/1900', 'Tháng 2 năm 1900 không có ngày 29.'],
    ['31042023', 'Tháng 4 năm 2023 không có ngày 31.'],
    ['01/13/2023', 'Không có tháng 13.'],
    ['00/01/2023', 'Tháng 1 năm 2023 không có ngày 00.'],
    ['8/10/90', 'Năm phải đủ bốn chữ số, ví dụ 08/10/1990.'],
    ['8/10/990', 'Năm phải đủ bốn chữ số, ví dụ 08/10/1990.'],
    ['8/10/1890', 'Năm phải từ 1900 đến 2100.'],
    ['8101990', 'Ngày phải có dạng 08/10/1990 hoặc 08101990.'],
    ['1990-10-08', 'Ngày phải có dạng 08/10/1990 hoặc 08101990.'],
    ['8/10-1990', 'Ngày phải có dạng 08/10/1990 hoặc 08101990.'],
    ['hôm qua', 'Ngày phải có dạng 08/10/1990 hoặc 08101990.'],
    ['', 'Chưa nhập ngày.'],
  ])('refuses %s', (typed, reason) => {
    expect(parseDate(typed)).toEqual({ ok: false, reason });
  });

  it('takes 29/02 of a leap year', () => {
    expect(parseDate('29/02/2024')).toEqual({ ok: true, date: '2024-02-29' });
    expect(parseDate('29022000')).toEqual({ ok: true, date: '2000-02-29' });
  });

  it('refuses days after today only when told what today is', () => {
    expect(parseDate('02/06/2023', { today: '2023-06-01' })).toEqual({
      ok: false,
      reason: 'Ngày 02/06/2023 ở sau hôm nay (01/06/2023).',
    });
    expect(parseDate('01/06/2023', { today: '2023-06-01' }).ok).toBe(true);
    expect(parseDate('02/06/2023').ok).toBe(true);
  });

  it('reads back every day as it is shown, with and without slashes and zeros', () => {
    fc.assert(
      fc.property(day, (date) => {
        const shown = formatDate(date);
        expect(shown).toMatch(/^\d{2}\/\d{2}\/\d{4}$/);
        for (const typed of [shown, shown.replaceAll('/', ''), shown.replaceAll(/(^|\/)0/g, '$1')]) {
          expect(parseDate(typed)).toEqual({ ok: true, date });
        }
      }),
    );
  });

  it('accepts exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 1900, max: 2100 }),
        (d, m, y) => {
          const real = new Date(Date.UTC(y, m - 1, d));
          const exists = real.getUTCDate() === d && real.getUTCMonth() === m - 1;
          expect(parseDate(`${d}/${m}/${y}`).ok).toBe(exists);
        },
      ),
    );
  });
});

describe('longDate', () => {
  it.each([
    ['2024-03-05', 'ngày 05 tháng 3 năm 2024'],
    ['2024-01-15', 'ngày 15 tháng 01 năm 2024'],
    ['2024-02-09', 'ngày 09 tháng 02 năm 2024'],
    ['2024-09-30', 'ngày 30 tháng 9 năm 2024'],
    ['2024-12-01', 'ngày 01 tháng 12 năm 2024'],
  ])('%s → %s', (date, text) => {
    expect(longDate(date)).toBe(text);
  });
});

describe('arithmetic of days', () => {
  it('adds and counts days as inverse operations', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        const later = addDays(date, days);
        expect(isIsoDate(later)).toBe(true);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
        expect(later > date).toBe(days > 0);
      }),
    );
  });

  it('knows months, years and what is no day', () => {
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(daysInMonth(2100, 2)).toBe(28);
    expect(yearOf('2023-05-11')).toBe(2023);
    expect(isIsoDate('2023-02-29')).toBe(false);
    expect(isIsoDate('2023-2-9')).toBe(false);
    expect(() => formatDate('2023-02-29')).toThrow(RangeError);
  });
});
