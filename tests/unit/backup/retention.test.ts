import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  expired,
  keepAlways,
  keepBefore,
  keepDays,
  type Kept,
} from '../../../electron/data/backup/retention.ts';
import { localDay } from '../../../electron/data/office/wording.ts';

// The office's days begin seven hours before the world clock's.
const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Asia/Ho_Chi_Minh';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const dayMs = 86_400_000;
const start = Date.UTC(2023, 0, 1);
const causes = ['daily', 'usb', 'folder', 'before_restore', 'before_migration'] as const;

const backups: fc.Arbitrary<Kept[]> = fc
  .array(
    fc.record({ minute: fc.integer({ min: 0, max: 3 * 366 * 1440 }), cause: fc.constantFrom(...causes) }),
    {
      maxLength: 120,
    },
  )
  .map((list) =>
    list.map(({ minute, cause }, index) => ({
      name: `ba-yen-${index}.bayen`,
      made_at: new Date(start + minute * 60_000).toISOString(),
      cause,
    })),
  );

const remaining = (list: readonly Kept[]) => {
  const gone = new Set(expired(list));
  return list.filter(({ name }) => !gone.has(name));
};
const dayOf = ({ made_at }: Kept) => localDay(new Date(made_at));
const newestFirst = (list: readonly Kept[]) =>
  list.toSorted((a, b) => b.made_at.localeCompare(a.made_at) || b.name.localeCompare(a.name));

test('the newest generations always stay', () => {
  fc.assert(
    fc.property(backups, (list) => {
      const names = new Set(remaining(list).map(({ name }) => name));
      for (const { name } of newestFirst(list).slice(0, keepAlways)) expect(names).toContain(name);
    }),
  );
});

test('removing once is enough: what stays, stays', () => {
  fc.assert(
    fc.property(backups, (list) => {
      expect(expired(remaining(list))).toEqual([]);
    }),
  );
});

test('only what is there is removed, each once', () => {
  fc.assert(
    fc.property(backups, (list) => {
      const gone = expired(list);
      expect(new Set(gone).size).toBe(gone.length);
      expect(list.map(({ name }) => name)).toEqual(expect.arrayContaining(gone));
    }),
  );
});

test('the order in which backups are listed does not matter', () => {
  fc.assert(
    fc.property(backups, (list) => {
      expect(expired(list.toReversed()).toSorted()).toEqual(expired(list).toSorted());
    }),
  );
});

test('the folder stays small: days, weeks, months, those before a restore, and three', () => {
  fc.assert(
    fc.property(backups, (list) => {
      expect(remaining(list).length).toBeLessThanOrEqual(7 + 4 + 12 + 5 + 3);
    }),
  );
});

test('each of the last seven days that has a backup keeps its newest', () => {
  fc.assert(
    fc.property(backups, (list) => {
      const daily = newestFirst(list).filter(({ cause }) => !cause.startsWith('before_'));
      const days = [...new Set(daily.map(dayOf))].slice(0, keepDays);
      const names = new Set(remaining(list).map(({ name }) => name));
      for (const day of days) expect(names).toContain(daily.find((backup) => dayOf(backup) === day)?.name);
    }),
  );
});

test('days, weeks and months are those of the clock on the wall', () => {
  const daily = (made_at: string): Kept => ({
    name: made_at,
    made_at: new Date(made_at).toISOString(),
    cause: 'daily',
  });
  // Monday 08:00, Tuesday 06:30 and so on: Monday and Tuesday are one day of the world's clock.
  const week = ['2024-05-06T08:00', '2024-05-07T06:30', '2024-05-08T06:30', '2024-05-09T06:30'];
  expect(expired([...week, '2024-05-10T06:30'].map((moment) => daily(`${moment}+07:00`)))).toEqual([]);
  // Sunday afternoon ends a week and a month; early Monday is of the next ones, which have newer copies.
  const [sunday, monday] = [daily('2024-06-30T16:00+07:00'), daily('2024-07-01T06:30+07:00')];
  const later = Array.from({ length: 7 }, (_, day) => daily(`2024-07-0${day + 2}T08:00+07:00`));
  expect(expired([sunday, monday, ...later])).toEqual([monday.name]);
});

test('those made before a restore do not push daily ones out, and the newest of them stay', () => {
  fc.assert(
    fc.property(backups, (list) => {
      const before = newestFirst(list).filter(({ cause }) => cause.startsWith('before_'));
      const names = new Set(remaining(list).map(({ name }) => name));
      for (const { name } of before.slice(0, keepBefore)) expect(names).toContain(name);
    }),
  );
});

test('two years of daily backups: 7 days, then a week, then a month each', () => {
  const list = Array.from({ length: 730 }, (_, day): Kept => ({
    name: `ba-yen-${day}.bayen`,
    made_at: new Date(start + day * dayMs + dayMs / 3).toISOString(),
    cause: 'daily',
  }));
  const days = remaining(list).map(dayOf);
  expect(days.slice(-7)).toEqual([
    '2024-12-24',
    '2024-12-25',
    '2024-12-26',
    '2024-12-27',
    '2024-12-28',
    '2024-12-29',
    '2024-12-30',
  ]);
  expect(days).toContain('2024-12-22');
  expect(days).toContain('2024-12-15');
  expect(days).toContain('2024-01-31');
  expect(days).not.toContain('2023-12-31');
  expect(days).toHaveLength(20);
});
