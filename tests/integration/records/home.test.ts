import { afterEach, beforeEach, expect, test } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { homeSummary } from '../../../electron/data/records/home.ts';
import { insertRecord, rowOf, voidRecord } from '../../../electron/data/records/record-writer.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { linesText } from '../../../shared/records/lines.ts';
import { bench, type Bench } from './fixture.ts';

// The start page: what was entered last, of every kind, and where the movement has not been launched this year.

let made: Bench;
beforeEach(() => {
  made = bench();
});
afterEach(() => made.close());

const today = new Date().toISOString().slice(0, 10);

function enter(kind: KindName, values: Parameters<typeof insertRecord>[3]): number {
  const unit = new UnitOfWork();
  const { id } = insertRecord(made.database, unit, kind, values, made.by);
  made.database.commit(unit);
  return id;
}
const news = (title: string) =>
  enter('news_item', { published_on: today, medium: 'article', title, published_in: 'Báo Nghệ An' });
const launch = (village: number) =>
  enter('launch_session', {
    held_on: today,
    launch_form: 'mass_form',
    attendance_count: 50,
    content: 'Phát động',
    villages: linesText([{ id: village, count: 50 }]),
  });

test('what was entered last comes first, whatever its kind, and nothing that was voided', () => {
  expect(homeSummary(made.database).last_entries).toEqual([]);
  const form = made.save(made.place(made.campaign(2023), made.village('Huồi Tụ', 1)));
  const wrong = news('Bài nhập nhầm');
  const right = news('Bài đúng');
  const unit = new UnitOfWork();
  const by = { ...made.by, reason: 'nhầm' };
  voidRecord(unit, 'news_item', rowOf(made.database, 'news_item', wrong), 1, by);
  made.database.commit(unit);
  const entries = homeSummary(made.database).last_entries;
  expect(entries.map(({ kind, id, name }) => ({ kind, id, name }))).toEqual([
    { kind: 'news_item', id: right, name: 'Bài đúng' },
    { kind: 'pledge', id: form.pledge_id, name: 'Vừ Bá Rê' },
  ]);
  expect(entries[1]?.detail).toMatch(/^tờ 1, /);
});

test('no more than eight entries are told', () => {
  for (let number = 1; number <= 12; number += 1) news(`Bài ${number}`);
  const names = homeSummary(made.database).last_entries.map(({ name }) => name);
  expect(names).toEqual([12, 11, 10, 9, 8, 7, 6, 5].map((number) => `Bài ${number}`));
});

test('villages without a launch session count from the first session of the year on', () => {
  expect(homeSummary(made.database).villages_without_launch).toBeNull();
  const village = made.village('Huồi Tụ', 1);
  launch(village);
  const before = homeSummary(made.database).villages_without_launch ?? 0;
  launch(made.village('Huồi Tụ', 2));
  expect(homeSummary(made.database).villages_without_launch).toBe(before - 1);
});
