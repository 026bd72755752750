import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { requirePast } from '../../../electron/data/records/households/events.ts';
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
