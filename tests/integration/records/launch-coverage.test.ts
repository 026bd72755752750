import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { launchCoverage } from '../../../electron/data/records/launches/coverage.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { unitsOf } from '../../../electron/data/records/units/directory.ts';
import { linesText, type Line } from '../../../shared/records/lines.ts';
import { bench, type Bench } from './fixture.ts';

// Which villages have had a launch session in a period, and how many people came in each commune.

let made: Bench;
beforeEach(() => {
  made = bench();
});
afterEach(() => made.close());

function hold(
  held_on: string,
  attendance_count: number,
  villages: readonly Line[],
  split: readonly Line[] = [],
) {
  const unit = new UnitOfWork();
  const values = {
    held_on,
    launch_form: 'mass_form',
    attendance_count,
    content: 'Phát động',
    villages: linesText(villages),
    attendance_by_commune: linesText(split),
  };
  const { id } = insertRecord(made.database, unit, 'launch_session', values, made.by);
  made.database.commit(unit);
  return id;
}
const coverage = (from = '2023-01-01', to = '2023-12-31') =>
  launchCoverage(made.database, unitsOf(made.database), from, to);
const villagesOf = (found: ReturnType<typeof coverage>) => found.communes.flatMap(({ villages }) => villages);
const peopleIn = (name: string) => coverage().communes.find((commune) => commune.name === name)?.attendance;

test('a whole district but four villages: 187 of 191 in 21 communes, and the four are named', () => {
  const all = villagesOf(coverage());
  expect(all).toHaveLength(191);
  const spared = new Set([3, 50, 120, 190].map((place) => all[place]?.village_id));
  for (const { village_id } of all)
    if (!spared.has(village_id)) hold('2023-03-01', 827, [{ id: village_id, count: 827 }]);
  const found = coverage();
  const missing = villagesOf(found).filter(({ sessions }) => sessions === 0);
  expect(new Set(missing.map(({ village_id }) => village_id))).toEqual(spared);
  expect(found.communes).toHaveLength(21);
  expect(found).toMatchObject({ sessions: 187, attendance: 187 * 827 });
  expect(found.communes.reduce((sum, { attendance }) => sum + attendance, 0)).toBe(found.attendance);
});

test('only the days of the period count, both ends included, and voided sessions do not', () => {
  const village = made.village('Huồi Tụ', 1);
  const held = (found: ReturnType<typeof coverage>) =>
    villagesOf(found).find(({ village_id }) => village_id === village);
  for (const day of ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'])
    hold(day, 10, [{ id: village, count: 10 }]);
  expect(held(coverage())).toMatchObject({ sessions: 2, last_on: '2023-12-31' });
  made.database.connection.exec(
    "UPDATE launch_session SET voided_at = 'x', void_reason = 'x' WHERE held_on = '2023-12-31'",
  );
  expect(held(coverage())).toMatchObject({ sessions: 1, last_on: '2023-01-01' });
});

test('people are told by commune: from the villages, from the split, or as a whole', () => {
  const [here, there] = [made.village('Huồi Tụ', 1), made.village('Na Loi', 1)];
  hold('2023-02-01', 100, [
    { id: here, count: 60 },
    { id: there, count: 40 },
  ]);
  const both = [
    { id: here, count: null },
    { id: there, count: null },
  ];
  hold('2023-02-02', 50, both, [
    { id: made.commune('Huồi Tụ'), count: 20 },
    { id: made.commune('Na Loi'), count: 30 },
  ]);
  hold('2023-02-03', 7, [{ id: here, count: null }]);
  expect(peopleIn('Huồi Tụ')).toBe(60 + 20 + 7);
  expect(peopleIn('Na Loi')).toBe(40 + 30);
});

test('a period that ends after communes were merged tells the figures by the new communes', () => {
  const village = made.village('Huồi Tụ', 1);
  hold('2025-03-01', 80, [{ id: village, count: null }]);
  const found = coverage('2025-01-01', '2025-12-31');
  const commune = found.communes.find(({ villages }) =>
    villages.some(({ village_id }) => village_id === village),
  );
  expect(commune?.attendance).toBe(80);
  expect(villagesOf(found).filter(({ sessions }) => sessions > 0)).toHaveLength(1);
});
