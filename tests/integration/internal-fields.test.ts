import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditRow, ShownRecord } from '../../shared/api/records.ts';
import { takenPage, withOnePledge, type Login, type TakenPage } from './taken-page.ts';

// Why a household has not signed is for the office alone: whoever may not print the internal copy gets it by no call.

let page: TakenPage;
let village_id: number;
beforeAll(async () => {
  page = await takenPage();
  village_id = await withOnePledge(page);
});
afterAll(() => page.end());

/** The reason as every call tells it to a user; what is not told is undefined or null. */
async function reasonsFor(login: Login): Promise<unknown[]> {
  await page.logIn(login);
  const list = await page.value<{ rows: ShownRecord[] }>('records.list', { kind: 'pledge', filter: {} });
  const one = await page.value<ShownRecord>('records.get', { kind: 'pledge', id: 1 });
  const household = await page.value<{ pledges: ShownRecord[] }>('households.page', { id: 1 });
  const history = await page.value<AuditRow[]>('records.history', { kind: 'pledge', id: 1 });
  const missing = await page.value<{ reason: unknown }[]>('coverage.missing', { campaign_id: 1, village_id });
  const batch = await page.value<{ last_forms: { reason: unknown }[] }>('batches.get', { batch_id: 1 });
  return [
    list.rows[0]?.['reason'],
    one['reason'],
    household.pledges[0]?.['reason'],
    history[0]?.after?.['reason'],
    missing[0]?.reason,
    batch.last_forms[0]?.reason,
  ];
}

test('a clerk and a commander read the reason everywhere', async () => {
  expect(new Set(await reasonsFor('lan'))).toEqual(new Set(['away']));
  expect(new Set(await reasonsFor('chihuy'))).toEqual(new Set(['away']));
});

test('a viewer reads it nowhere', async () => {
  expect((await reasonsFor('xem')).map((reason) => reason ?? null)).toEqual(Array(6).fill(null));
});

test('a viewer cannot find it out by filters, periods, orders or totals', async () => {
  await page.logIn('xem');
  const kind = 'pledge';
  const filters = [{ equal: { reason: 'away' } }, { period: { reason: { from: '2023-01-01' } } }];
  for (const filter of filters) {
    expect(await page.ask('records.list', { kind, filter })).toBe('forbidden');
    expect(await page.ask('records.total', { kind, filter })).toBe('forbidden');
  }
  const sort = { field: 'reason', descending: true };
  expect(await page.ask('records.list', { kind, filter: {}, sort })).toBe('forbidden');
  await page.logIn('lan');
  expect(await page.ask('records.list', { kind, filter: filters[0], sort })).toBe('ok');
});
