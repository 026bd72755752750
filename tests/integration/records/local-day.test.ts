import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { requirePast } from '../../../electron/data/records/households/events.ts';
import { auditRows } from '../../../electron/data/people/audit-reader.ts';
import { listRows } from '../../../electron/data/records/list.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { dayOf } from '../../../electron/data/records/shown.ts';
import { planForm } from '../../../electron/data/records/pledges/save-form.ts';
import { bench, usualForm, type Bench } from './fixture.ts';

// 03:00 of 24 November in Nghệ An, while it is still the 23rd by the world's clock.
const earlyMorning = new Date('2026-11-23T20:00:00Z');
const zone = process.env['TZ'];

let made: Bench;
beforeEach(() => {
  process.env['TZ'] = 'Asia/Ho_Chi_Minh';
  vi.useFakeTimers({ now: earlyMorning, toFake: ['Date'] });
  made = bench();
});
afterEach(() => {
  vi.useRealTimers();
  made.close();
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it("takes the office's own day as today, not the world clock's", () => {
  const place = made.place(made.campaign(2026), made.village('Huồi Tụ', 1));
  const born = { ...usualForm, birth: '2026-11-24', signature_mode: 'not_yet', signed_on: null } as const;
  expect(() => planForm(made.database, new UnitOfWork(), place, born, made.by)).not.toThrow();
  expect(() => requirePast('2026-11-24')).not.toThrow();
  expect(() => requirePast('2026-11-25')).toThrow();
});

it('finds a line of the trail, and a moment in a list, under the day that the clock on the wall showed', () => {
  const found = (day: string) => auditRows(made.database, { from: day, to: day, limit: 200 }).rows.length;
  const before = { early: found('2026-11-24'), late: found('2026-11-23') };
  const campaign = made.campaign(2026);
  expect({ early: found('2026-11-24'), late: found('2026-11-23') }).toEqual({
    ...before,
    early: before.early + 1,
  });

  const unit = new UnitOfWork();
  const place = { village_id: made.village('Huồi Tụ', 1), commune_id: made.commune('Huồi Tụ') };
  const batch = { campaign_id: campaign, ...place, cover_count: 9, way: 'stack' };
  insertRecord(made.database, unit, 'pledge_batch', { ...batch, opened_at: made.database.now() }, made.by);
  made.database.commit(unit);
  const opened = (day: string) =>
    listRows(made.database, {
      kind: 'pledge_batch',
      filter: { text: '', voided: 'without', equal: {}, period: { opened_at: { from: day, to: day } } },
      limit: 50,
    }).rows.length;
  expect([opened('2026-11-23'), opened('2026-11-24'), opened('2026-11-25')]).toEqual([0, 1, 0]);
});

it('names the units of a record without a day of its own as of the day on which it was entered here', () => {
  const unit = new UnitOfWork();
  const village_id = made.village('Huồi Tụ', 1);
  const household = { village_id, head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5 };
  const row = insertRecord(made.database, unit, 'household', household, made.by);
  expect(dayOf('household', row)).toBe('2026-11-24');
});
