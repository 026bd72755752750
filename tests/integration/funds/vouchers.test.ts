import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import type { AuditRow } from '../../../shared/api/records.ts';
import { ago, brokenTrail, fundKit, today, type FundKit, type Saved } from './kit.ts';

// A voucher's life: a draft without a number, issued for good with the next one, cancelled and reversed.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
});
afterAll(() => kit.page.end());

const receiptPage = ({ id }: { id: number }) =>
  kit.page.value<CallOutput<'receipts.page'>>('receipts.page', { id });
const versionOf = async (voucher: { id: number }) => (await receiptPage(voucher)).receipt.version;

test('a receipt is saved and issued in one go, money is paid out, and the balance follows day by day', async () => {
  const receipt = await kit.receipt({ amount: 5_000_000 });
  expect(receipt).toMatchObject({ number: 1, number_year: Number(ago(100).slice(0, 4)) });
  expect((await kit.payment({ amount: 1_250_000 })).number).toBe(1);
  expect((await kit.balance(ago(101))).cash).toBe(0);
  expect((await kit.balance(ago(100))).cash).toBe(5_000_000);
  expect((await kit.balance(ago(51))).cash).toBe(5_000_000);
  expect((await kit.balance()).cash).toBe(3_750_000);
  const { receipt: shown } = await receiptPage(receipt);
  expect(shown).toMatchObject({ status: 'issued', standing_amount: 5_000_000, account: 'cash' });
});

test('a draft has no number, moves nothing, may be changed, and takes the next number when it is issued', async () => {
  const before = await kit.balance();
  const draft = await kit.receipt({ amount: 700_000 }, { issue: false });
  expect(draft.number).toBeNull();
  expect(await kit.balance()).toEqual(before);
  const changed = await kit.receipt({ amount: 800_000 }, { issue: false, ...only(draft) });
  expect(changed.id).toBe(draft.id);
  const unwanted = await kit.receipt({ amount: 1 }, { issue: false });
  const { id, version } = unwanted;
  await kit.page.value('receipts.void', { id, version, reason: 'Không nộp nữa.' });
  const issued = await kit.page.value<Saved>('receipts.issue', only(changed));
  expect(issued.number).toBe(2);
  expect((await kit.balance()).cash).toBe(before.cash + 800_000);
  expect((await kit.receipt({ amount: 1 })).number).toBe(3);
});

const only = ({ id, version }: Saved) => ({ id, version });

test('what was issued is never edited, voided or issued again', async () => {
  const receipt = await kit.receipt();
  const { id, version } = receipt;
  const edit = kit.input('receipt', { amount: 2 }, { id, version });
  expect((await kit.refused('receipts.save', edit)).code).toBe('voucher_frozen');
  expect((await kit.refused('receipts.issue', { id, version })).code).toBe('voucher_frozen');
  expect((await kit.refused('receipts.void', { id, version, reason: 'x' })).code).toBe('voucher_frozen');
  const payment = await kit.payment({ amount: 5 });
  const again = kit.input('payment', { amount: 6 }, only(payment));
  expect((await kit.refused('payments.save', again)).code).toBe('voucher_frozen');
});

test('a cancelled receipt keeps its number and its words; a reversal takes it out on that day', async () => {
  const before = await kit.balance();
  const receipt = await kit.receipt({ amount: 640_000, received_on: ago(90) });
  await kit.cancel('receipt', receipt, ago(20));
  expect((await kit.balance(ago(21))).cash).toBe((await kit.balance(ago(91))).cash + 640_000 - spent());
  expect(await kit.balance()).toEqual(before);
  const { receipt: shown } = await receiptPage(receipt);
  expect(shown).toMatchObject({
    status: 'cancelled',
    number: receipt.number,
    amount: 640_000,
    standing_amount: 0,
    cancelled_on: ago(20),
    cancel_reason: 'Ghi nhầm.',
  });
  const last = (await kit.book()).rows.find(({ reversal }) => reversal);
  expect(last).toMatchObject({ day: ago(20), received: -640_000, paid: 0, voucher_id: receipt.id });
  expect((await kit.refused('receipts.cancel', await cancelOf(receipt))).text).toContain('đã được hủy');
  expect((await kit.receipt({ amount: 1 })).number).toBe(Number(receipt.number) + 1);
});

/** What the payments above took out of the book between the two days. */
const spent = () => 1_250_000 + 5;
const cancelOf = async (receipt: Saved) => ({
  id: receipt.id,
  version: await versionOf(receipt),
  cancelled_on: today,
  reason: 'x',
});

test('a cancelled payment brings the money back on that day', async () => {
  const before = (await kit.balance()).cash;
  const payment = await kit.payment({ amount: 90_000, paid_on: ago(30) });
  expect((await kit.balance(ago(10))).cash).toBe(before - 90_000);
  await kit.cancel('payment', payment, ago(9));
  expect((await kit.balance(ago(10))).cash).toBe(before - 90_000);
  expect((await kit.balance()).cash).toBe(before);
});

test('the day of a cancellation is neither before the voucher nor to come; a draft is not cancelled', async () => {
  const receipt = await kit.receipt({ received_on: ago(60) });
  for (const cancelled_on of [ago(61), ago(-1)]) {
    const refused = await kit.refused('receipts.cancel', { ...only(receipt), cancelled_on, reason: 'x' });
    expect(Object.keys(refused.fields ?? {})).toEqual(['cancelled_on']);
  }
  const draft = await kit.receipt({}, { issue: false });
  const cancel = { ...only(draft), cancelled_on: today, reason: 'x' };
  expect((await kit.refused('receipts.cancel', cancel)).text).toContain('nháp');
});

test('numbers run on without a gap, for each book and each year of the vouchers', async () => {
  const lastYear = `${Number(today.slice(0, 4)) - 1}-12-31`;
  const fund_id = await kit.create('fund_campaign', {
    title: 'Đợt cũ',
    purpose: 'Làm nhà',
    opens_on: '2022-01-01',
  });
  const numbers = [];
  for (const received_on of ['2022-05-05', '2023-05-05', '2022-05-06', '2022-05-04'])
    numbers.push((await kit.receipt({ fund_id, received_on })).number);
  expect(numbers).toEqual([1, 1, 2, 3]);
  const goods = { way: 'in_kind', amount: null, fund_id, received_on: '2022-06-06' };
  const items = [{ item_id: kit.cement, quantity: 5000 }];
  expect((await kit.receipt(goods, { items })).number).toBe(1);
  expect((await kit.receipt({ fund_id, received_on: lastYear })).number_year).toBe(
    Number(lastYear.slice(0, 4)),
  );
});

test('goods come in and go out by name and quantity; their value is an estimate beside them', async () => {
  const goods = { way: 'in_kind', account: 'cash', amount: null };
  const items = [
    { item_id: kit.cement, quantity: 120_000, estimated_value: 10_800_000, expires_on: ago(-90) },
    { item_id: kit.cement, quantity: 30_500, estimated_value: null, expires_on: null },
    { item_id: kit.roofing, quantity: 46_500, estimated_value: null, expires_on: null },
  ];
  const receipt = await kit.receipt(goods, { items });
  expect(receipt.number).toBe(1);
  const page = await receiptPage(receipt);
  expect(page.receipt).toMatchObject({ account: 'goods', amount: null, standing_amount: 0 });
  expect(page.items).toMatchObject([
    { position: 1, names: { item_id: 'Xi măng' }, unit_name: 'bao', estimated_value: 10_800_000 },
    { position: 2, quantity: 30_500, estimated_value: null },
    { position: 3, unit_name: 'm²' },
  ]);
  const out = { account: 'goods', amount: null };
  const taken = [{ item_id: kit.cement, quantity: 100_500 }];
  expect((await kit.payment(out, { items: taken })).number).toBe(1);
  const { goods: stock } = await kit.balance();
  expect(stock).toEqual([
    { item_id: kit.roofing, name: 'Tôn lợp', unit_name: 'm²', quantity: 46_500 },
    { item_id: kit.cement, name: 'Xi măng', unit_name: 'bao', quantity: 50_000 },
  ]);
  const book = await kit.book({ account: 'goods', item_id: kit.cement });
  expect(book.rows.map(({ received, paid, balance }) => [received, paid, balance])).toEqual([
    [150_500, 0, 150_500],
    [0, 100_500, 50_000],
  ]);
  expect(book.rows.map(({ number }) => number.slice(0, 5))).toEqual(['PN 01', 'PX 01']);
});

test("a team's list adds up to one receipt; the program adds it up where no sum was typed", async () => {
  const donations = [
    { donor_name: 'Xeo Khăm Hương', officer_id: kit.officer, amount: 300_000, consent: true },
    { donor_name: 'Và Bá Tủa', officer_id: null, amount: 200_000, consent: false },
  ];
  const list = {
    way: 'salary',
    account: 'bank',
    donor_kind: 'collective',
    donor_name: 'Đội An ninh',
    donor_team_id: kit.team,
  };
  const receipt = await kit.receipt({ ...list, amount: null }, { donations });
  const page = await receiptPage(receipt);
  expect(page.receipt).toMatchObject({ amount: 500_000, account: 'bank', donor_team_id: kit.team });
  expect(page.donations.map(({ donor_name, amount }) => [donor_name, amount])).toEqual([
    ['Xeo Khăm Hương', 300_000],
    ['Và Bá Tủa', 200_000],
  ]);
  expect((await kit.balance()).bank).toBe(500_000);
  const wrong = kit.input('receipt', { ...list, amount: 500_001 }, { donations });
  expect((await kit.refused('receipts.save', wrong)).fields?.['amount']).toContain('500.000 đ');
});

test('the lines of a draft are put, changed and taken away by what differs', async () => {
  const donations = ['Một', 'Hai', 'Ba'].map((donor_name) => ({
    donor_name,
    amount: 100_000,
    consent: true,
  }));
  const draft = await kit.receipt({ amount: null }, { donations, issue: false });
  const { donations: lines } = await receiptPage(draft);
  const fewer = donations.slice(0, 2).map((line, index) => ({ ...line, amount: 100_000 + index }));
  const changed = await kit.receipt({ amount: null }, { donations: fewer, issue: false, ...only(draft) });
  const after = (await receiptPage(changed)).donations;
  expect(after.map(({ id, amount, version }) => [id, amount, version])).toEqual([
    [lines[0]?.id, 100_000, 1],
    [lines[1]?.id, 100_001, 2],
  ]);
  const names = [
    { donor_name: 'Một đổi', amount: 100_000, consent: true },
    { donor_name: 'Hai', amount: 100_001, consent: true },
  ];
  const renamed = await kit.receipt({ amount: null }, { donations: names, issue: false, ...only(changed) });
  expect(renamed.version).toBe(changed.version + 1);
  const stale = kit.input('receipt', { amount: null }, { donations: fewer, ...only(changed) });
  expect((await kit.refused('receipts.save', stale)).code).toBe('conflict');
});

test('a donor who does not want to be named is nobody, whatever else was typed', async () => {
  const receipt = await kit.receipt({ donor_kind: 'anonymous', donor_name: 'Lò Thị Kín', consent: true });
  const { receipt: shown } = await receiptPage(receipt);
  expect(shown).toMatchObject({ donor_name: 'Nhà hảo tâm', donor_address: null, consent: false });
  const found = await kit.page.value<CallOutput<'search.find'>>('search.find', { text: 'Lò Thị Kín' });
  expect(found.hits).toEqual([]);
});

test('issuing and cancelling stand in the trail with their reasons, and the whole trail holds', async () => {
  const receipt = await kit.receipt();
  await kit.cancel('receipt', receipt);
  const history = await kit.page.value<AuditRow[]>('records.history', { kind: 'receipt', id: receipt.id });
  expect(history.map(({ action }) => action).sort()).toEqual(['cancel_voucher', 'create', 'issue_voucher']);
  expect(history.find(({ action }) => action === 'cancel_voucher')?.reason).toBe('Ghi nhầm.');
  expect(await brokenTrail(kit)).toEqual([]);
});
