import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { planForm } from '../../../electron/data/records/pledges/save-form.ts';
import { bench, usualForm, type Bench } from './fixture.ts';

let made: Bench;
beforeEach(() => {
  made = bench();
});
afterEach(() => made.close());

const segments = () =>
  made.database.first(sql<{ n: number }>`select count(distinct segid) as n from search_idx`.compile(query))
    ?.n ?? 0;

// A merge of many segments holds the save up in which it happens: 13–25 ms were measured.
it('writes the search texts of many forms saved at once as one segment of the index', () => {
  const place = made.place(made.campaign(2023), made.village('Huồi Tụ', 1));
  const unit = new UnitOfWork();
  for (const form_number of [1, 2, 3]) {
    const form = { ...usualForm, form_number, head_name: `Vừ Bá Rê ${'ABC'[form_number - 1]}` };
    planForm(made.database, unit, place, form, made.by);
  }
  const before = segments();
  made.database.commit(unit);
  expect(segments() - before).toBe(1);
});
