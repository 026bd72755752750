import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../shared/failure.ts';
import type { AuditRow, ShownRecord } from '../../shared/api/records.ts';
import { signedForm, takenPage, withOnePledge, type TakenPage } from './taken-page.ts';

// A breach stays with its own pledge, which stands; and a closed campaign is changed with a reason only.

let page: TakenPage;
const kind = 'pledge_breach';
const breach = { pledge_id: 1, decision_number: '12/QĐ-XPHC', decision_on: '2023-06-01', note: null };
const reason = 'quyết định đến muộn';
beforeAll(async () => {
  page = await takenPage();
  await withOnePledge(page, signedForm);
  await page.value('pledges.save', { batch_id: 1, ...signedForm, form_number: 2, head_name: 'Vừ Bá Tủa' });
});
afterAll(() => page.end());

async function failureOf(name: string, input: unknown): Promise<Failure> {
  const answer = await page.call(name, input);
  if (answer.ok) throw new Error(`${name} should have failed`);
  return answer.error;
}

test('a breach does not move to another pledge', async () => {
  await page.value('records.create', { kind, values: breach });
  const moved = { kind, id: 1, version: 1, values: { ...breach, pledge_id: 2 } };
  expect(await failureOf('records.update', moved)).toMatchObject({
    code: 'invalid',
    fields: { pledge_id: expect.stringContaining('cam kết') as string },
  });
  expect(await page.value<ShownRecord>('records.get', { kind, id: 1 })).toMatchObject({ pledge_id: 1 });
});

test('a pledge that is voided takes no breach, and a breach is not restored onto one', async () => {
  await page.value('records.void', { kind, id: 1, version: 1, reason: 'ghi nhầm' });
  await page.value('pledges.void', { pledge_id: 1, version: 1, reason: 'nhập nhầm' });
  expect(await page.ask('records.create', { kind, values: breach })).toBe('invalid');
  expect(await page.ask('records.restore', { kind, id: 1, version: 2, reason: 'hoàn tác' })).toBe('invalid');
  await page.value('pledges.restore', { pledge_id: 1, version: 2, reason: 'hoàn tác' });
  expect(await page.ask('records.restore', { kind, id: 1, version: 2, reason: 'hoàn tác' })).toBe('ok');
});

test('a voided record is not changed', async () => {
  await page.value('records.create', { kind: 'team', values: { name: 'Đội Một' } });
  await page.value('records.void', { kind: 'team', id: 1, version: 1, reason: 'ghi nhầm' });
  const input = { kind: 'team', id: 1, version: 2, values: { name: 'Đội Hai' } };
  expect((await failureOf('records.update', input)).text).toContain('đã bị hủy');
});

test('once the campaign is closed, a breach is added and changed with a reason, which the trail keeps', async () => {
  await page.logIn('chihuy');
  await page.value('campaigns.close', { id: 1, version: 1 });
  await page.logIn('lan');
  const second = { ...breach, decision_number: '13/QĐ-XPHC' };
  expect(await page.ask('records.create', { kind, values: second })).toBe('campaign_closed');
  const changed = { kind, id: 1, version: 3, values: { ...breach, note: 'đã nộp phạt' } };
  expect(await page.ask('records.update', changed)).toBe('campaign_closed');
  expect(await page.ask('records.create', { kind, values: second, reason })).toBe('ok');
  expect(await page.ask('records.update', { ...changed, reason })).toBe('ok');
  const history = await page.value<AuditRow[]>('records.history', { kind, id: 2 });
  expect(history[0]).toMatchObject({ action: 'create', reason });
});

test('a pledge that is not there has no breach', async () => {
  expect(await page.ask('records.create', { kind, values: { ...breach, pledge_id: 999 }, reason })).toBe(
    'not_found',
  );
});
