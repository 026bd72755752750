import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import type { AuditRow } from '../../../shared/api/records.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, fundKit, fundValues, today, type FundKit, type Values } from './kit.ts';

// Nothing is received after the closing day, unless a commander reopens the campaign with a reason.

let kit: FundKit;
let fund: number;
const typed: Values = { ...fundValues, title: 'Đã đóng', closes_on: ago(200) };

beforeAll(async () => {
  kit = await fundKit();
  await kit.receipt({ amount: 50_000_000 });
  fund = await kit.create('fund_campaign', typed);
  await kit.receipt({ fund_id: fund, received_on: ago(200), amount: 2_000_000 });
});
afterAll(() => kit.page.end());

const versionOf = async (id: number) => (await kit.get('fund_campaign', id)).version;
/** The fields that are to blame when a campaign is saved with these values. */
const faultsOf = async (id: number, values: Values) =>
  (await kit.refused('records.update', await kit.update('fund_campaign', id, values))).fields ?? {};
const asCommander = async (work: () => Promise<unknown>) => {
  await kit.page.logIn('chihuy');
  await work();
  await kit.page.logIn('lan');
};

test('it takes nothing in after its closing day, draft or issued, and says who can reopen it', async () => {
  for (const issue of [true, false]) {
    const input = kit.input('receipt', { fund_id: fund, received_on: ago(199) }, { issue });
    const refused = await kit.refused('receipts.save', input);
    expect(refused.code).toBe('fund_closed');
    expect(refused.text).toContain(formatDate(ago(200)));
    expect(refused.text).toContain('Chỉ huy');
    expect(refused.fields).toHaveProperty('received_on');
  }
});

test('it still pays out what it holds', async () => {
  await kit.payment({ fund_id: fund, paid_on: ago(100), amount: 500_000 });
  expect((await kit.balance(today, fund)).cash).toBe(1_500_000);
});

test('no clerk opens it again, by moving the day or by taking it away', async () => {
  for (const closes_on of [null, ago(199), today])
    expect((await faultsOf(fund, { ...typed, closes_on }))['closes_on']).toContain('chỉ huy');
  const computed = await kit.update('fund_campaign', fund, { ...typed, reopened_until: today });
  expect(await kit.page.ask('records.update', computed)).toBe('invalid');
  const reopen = { id: fund, version: await versionOf(fund), until: today, reason: 'Nộp muộn.' };
  for (const login of ['lan', 'quantri', 'xem'] as const) {
    await kit.page.logIn(login);
    expect(await kit.page.ask('funds.reopen', reopen), login).toBe('forbidden');
  }
  await kit.page.logIn('lan');
});

test('a commander reopens it until a day, with a reason that stays in the trail', async () => {
  const reason = 'Nhà hảo tâm nộp muộn.';
  const reopen = { id: fund, version: await versionOf(fund), until: ago(150), reason };
  await asCommander(async () => {
    expect((await kit.refused('funds.reopen', { ...reopen, until: ago(200) })).fields).toHaveProperty(
      'until',
    );
    expect(await kit.page.ask('funds.reopen', { ...reopen, reason: ' ' })).toBe('invalid');
    expect(await kit.page.ask('funds.reopen', { ...reopen, version: 9 })).toBe('conflict');
    await kit.page.value('funds.reopen', reopen);
  });
  await kit.receipt({ fund_id: fund, received_on: ago(150), amount: 1_000_000 });
  const late = kit.input('receipt', { fund_id: fund, received_on: ago(149) });
  expect((await kit.refused('receipts.save', late)).code).toBe('fund_closed');
  const history = await kit.page.value<AuditRow[]>('records.history', { kind: 'fund_campaign', id: fund });
  expect(history.find(({ action }) => action === 'reopen_fund')).toMatchObject({
    reason,
    after: { reopened_until: ago(150) },
  });
  const overview = await kit.page.value<CallOutput<'funds.overview'>>('funds.overview');
  expect(overview.find(({ fund_id }) => fund_id === fund)).toMatchObject({
    ...{ open: false, last_day: ago(150), target_amount: 1_000_000_000, drafts: 0 },
    ...{ received: 3_000_000, paid: 500_000, cash: 2_500_000, bank: 0 },
  });
});

test('a campaign without a closing day needs no reopening', async () => {
  const reopen = { id: kit.fund, version: await versionOf(kit.fund), until: today, reason: 'x' };
  await asCommander(async () => {
    expect((await kit.refused('funds.reopen', reopen)).text).toContain('không có ngày đóng');
  });
});

test('the days of a campaign hold its receipts', async () => {
  const open = { ...fundValues, closes_on: null };
  expect((await faultsOf(kit.fund, { ...open, title: 'x', opens_on: ago(99) }))['opens_on']).toContain(
    formatDate(ago(100)),
  );
  expect((await faultsOf(kit.fund, { ...typed, closes_on: ago(101) }))['closes_on']).toContain(
    formatDate(ago(100)),
  );
  expect(await faultsOf(kit.fund, { ...typed, closes_on: ago(301) })).toHaveProperty('closes_on');
  await kit.page.value(
    'records.update',
    await kit.update('fund_campaign', fund, { ...typed, note: 'Đã báo cáo.' }),
  );
  const shorter = { id: fund, version: await versionOf(fund), until: ago(151), reason: 'x' };
  await asCommander(async () => {
    expect((await kit.refused('funds.reopen', shorter)).fields?.['until']).toContain(formatDate(ago(150)));
  });
});

test('a draft holds its day too, until it is voided', async () => {
  const soon = { ...typed, title: 'Sắp đóng', closes_on: null };
  const other = await kit.create('fund_campaign', soon);
  const { id, version } = await kit.receipt({ fund_id: other, received_on: ago(10) }, { issue: false });
  const overview = await kit.page.value<CallOutput<'funds.overview'>>('funds.overview');
  expect(overview.find(({ fund_id }) => fund_id === other)).toMatchObject({
    open: true,
    drafts: 1,
    received: 0,
  });
  const closed = { ...soon, closes_on: ago(11) };
  expect(await faultsOf(other, closed)).toHaveProperty('closes_on');
  await kit.page.value('receipts.void', { id, version, reason: 'Không nộp.' });
  await kit.page.value('records.update', await kit.update('fund_campaign', other, closed));
  expect(await kit.page.ask('receipts.issue', { id, version: version + 1 })).toBe('not_found');
});

test('the trail and the books hold after all this', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
