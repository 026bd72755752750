import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openGroups, wantedFirst, type RailGroup } from '../../../renderer/app/rail-groups.ts';

const group = (name: string, pages: number, fixed = false): RailGroup<string> => ({ name, pages, fixed });
const today = [
  group('Việc hằng ngày', 4, true),
  group('Nhân dân', 4),
  group('Phong trào', 5),
  group('Sao lưu', 1, true),
  group('Quản trị', 7),
];
const taken = (groups: readonly RailGroup<string>[], open: ReadonlySet<string>): number =>
  groups.filter(({ name }) => open.has(name)).reduce((sum, { pages }) => sum + pages, 0);
const names = today.map(({ name }) => name);

describe('the open groups of the rail', () => {
  test('all stand open while there is room', () => {
    expect([...openGroups(today, names, 21)].sort()).toEqual([...names].sort());
  });

  test('what was wanted longest ago closes first; fixed groups never', () => {
    expect(openGroups(today, ['Quản trị', 'Nhân dân', 'Phong trào'], 16)).toEqual(
      new Set(['Việc hằng ngày', 'Sao lưu', 'Quản trị', 'Nhân dân']),
    );
  });

  test('the one wanted last is open even where it does not fit', () => {
    expect(openGroups(today, ['Quản trị', 'Nhân dân'], 6)).toEqual(
      new Set(['Việc hằng ngày', 'Sao lưu', 'Quản trị']),
    );
  });

  test('with the pages still to come any group opens within the 13 rows that a window of 697 px leaves', () => {
    const later = [...today, group('Nhà và quỹ', 8), group('In và báo cáo', 4)].map((one) =>
      one.name === 'Phong trào' ? { ...one, pages: 8 } : one,
    );
    for (const { name } of later) {
      const open = openGroups(later, wantedFirst(names, name), 13);
      expect(taken(later, open), name).toBeLessThanOrEqual(13);
    }
  });

  test('what a person closed stays closed, whatever the room', () => {
    expect(openGroups(today, ['Phong trào'], 100).has('Nhân dân')).toBe(false);
  });
});

const rails = fc
  .tuple(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 8 }))
  .map(([groups]) => groups.map(([pages, fixed], index) => group(`nhóm ${index}`, pages, fixed)))
  .chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      wanted: fc.shuffledSubarray(groups.map(({ name }) => name)),
      rows: fc.integer({ min: 0, max: 40 }),
    }),
  );

describe('for any rail', () => {
  test('open groups fit, but for the fixed ones and the one wanted last', () => {
    fc.assert(
      fc.property(rails, ({ groups, wanted, rows }) => {
        const open = openGroups(groups, wanted, rows);
        const least = openGroups(groups, wanted, 0);
        expect(taken(groups, open)).toBeLessThanOrEqual(Math.max(rows, taken(groups, least)));
      }),
    );
  });

  test('going to a page of an open group moves nothing', () => {
    fc.assert(
      fc.property(rails, fc.nat(), ({ groups, wanted, rows }, which) => {
        const open = openGroups(groups, wanted, rows);
        fc.pre(open.size > 0 && taken(groups, open) <= rows);
        const name = [...open][which % open.size] ?? '';
        expect(openGroups(groups, wantedFirst(wanted, name), rows)).toEqual(open);
      }),
    );
  });

  test('a group that is opened is open', () => {
    fc.assert(
      fc.property(rails, fc.nat(), ({ groups, wanted, rows }, which) => {
        const name = groups[which % groups.length]?.name ?? '';
        expect(openGroups(groups, wantedFirst(wanted, name), rows).has(name)).toBe(true);
      }),
    );
  });
});
