import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { homeSummary } from '../../../electron/data/records/home.ts';
import { fillSample } from '../../../electron/data/sample/fill-sample.ts';
import { declaredIn } from '../../../electron/data/records/units/declared.ts';
import { bench, type Bench } from './fixture.ts';

let made: Bench;
beforeEach(() => {
  made = bench();
});
afterEach(() => made.close());

it('fills the sample year once: every village, all signed, and an audit trail that holds', async () => {
  await fillSample(made.database, { progress: () => undefined, userId: 1 });
  const { campaign, villages_without_forms } = homeSummary(made.database);
  expect(villages_without_forms).toBe(0);
  expect(campaign?.households).toBeGreaterThan(16_000);
  expect(campaign?.households).toBeLessThan(17_000);
  expect(campaign?.signed).toBe(campaign?.households);
  const declared = declaredIn(made.database, 2023);
  expect(declared).toHaveLength(191);
  expect(declared.reduce((sum, { count }) => sum + count, 0)).toBe(campaign?.households);
  await fillSample(made.database, { progress: () => undefined, userId: 1 });
  expect(homeSummary(made.database).campaign).toEqual(campaign);
  const connection = made.reader();
  const checked = verifyAudit(connection, { progress: () => undefined, cancelled: () => false });
  connection.close();
  expect(checked.broken).toEqual([]);
  expect(checked.records).toBeGreaterThan(2 * (campaign?.households ?? 0) + 1800);
});
