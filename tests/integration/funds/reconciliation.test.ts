import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import { ago, brokenTrail, fundKit, fundValues, type FundKit, type Values } from './kit.ts';

// What was counted and signed stays; what has changed since is told, never written over it.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
});
afterAll(() => kit.page.end());

const newFund = () => kit.create('fund_campaign', { ...fundValues, title: 'Đợt riêng' });
const outdated = async (fund: number) => {
  const all = await kit.page.value<CallOutput<'reconciliations.outdated'>>('reconciliations.outdated', {});
  return all.filter(({ fund_id }) => fund_id === fund);
};

/** A fund with a million in cash, counted twenty days ago. */
async function counted(more: Values = {}) {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 1_000_000, received_on: ago(100) });
  const values = {
    ...{ fund_id, account: 'cash', counted_on: ago(20), counted_amount: 1_000_000, explanation: null },
    ...{ counted_by_id: kit.officer, witness: null, note: null, ...more },
  };
  const id = await kit.create('reconciliation', values);
  return { fund_id, id, values };
}

describe('a reconciliation', () => {
  test('agrees as long as no voucher reaches back behind its day', async () => {
    const { fund_id } = await counted();
    await kit.receipt({ fund_id, amount: 5, received_on: ago(19) });
    await kit.receipt({ fund_id, way: 'transfer', amount: 7, received_on: ago(90) });
    await kit.receipt({ fund_id, amount: 9, received_on: ago(90) }, { issue: false });
    expect(await outdated(fund_id)).toEqual([]);
  });

  test.each([
    ['a back-dated receipt', 300_000, (fund_id: number) => kit.receipt({ fund_id, amount: 300_000 })],
    ['a back-dated payment', -400_000, (fund_id: number) => kit.payment({ fund_id, amount: 400_000 })],
    [
      'a cancellation as of before',
      0,
      async (fund_id: number) => {
        const paid = await kit.payment({ fund_id, amount: 10 });
        return kit.cancel('payment', paid, ago(19));
      },
    ],
  ])('tells that its book is another since %s', async (name, difference, write) => {
    const { fund_id, id } = await counted();
    await write(fund_id);
    const expected = name.startsWith('a cancellation') ? -10 : difference;
    expect(await outdated(fund_id)).toEqual([
      expect.objectContaining({
        ...{ id, account: 'cash', counted_on: ago(20), counted_amount: 1_000_000 },
        ...{ book_amount: 1_000_000, book_today: 1_000_000 + expected },
      }),
    ]);
    expect(await kit.get('reconciliation', id)).toMatchObject({ book_amount: 1_000_000, difference: 0 });
  });

  test('keeps the figure that was signed when its note is corrected later', async () => {
    const { fund_id, id, values } = await counted();
    await kit.receipt({ fund_id, amount: 300_000 });
    const update = await kit.update('reconciliation', id, { ...values, note: 'Có biên bản kèm theo.' });
    await kit.page.value('records.update', update);
    expect(await kit.get('reconciliation', id)).toMatchObject({ book_amount: 1_000_000, difference: 0 });
    expect(await outdated(fund_id)).toHaveLength(1);
  });

  test('is compared with the book anew when it is of another day', async () => {
    const { fund_id, id, values } = await counted();
    await kit.receipt({ fund_id, amount: 300_000 });
    const changes = { counted_on: ago(10), counted_amount: 1_300_000 };
    await kit.page.value('records.update', await kit.update('reconciliation', id, { ...values, ...changes }));
    expect(await kit.get('reconciliation', id)).toMatchObject({ book_amount: 1_300_000, difference: 0 });
    expect(await outdated(fund_id)).toEqual([]);
  });

  test('that was voided is not told of', async () => {
    const { fund_id, id } = await counted();
    await kit.receipt({ fund_id, amount: 300_000 });
    await kit.page.value('records.void', await kit.voiding('reconciliation', id));
    expect(await outdated(fund_id)).toEqual([]);
  });
});

describe('what may leave a fund', () => {
  const available = (fund_id: number, day: string, account = 'cash') =>
    kit.page.value<CallOutput<'funds.available'>>('funds.available', { fund_id, day, account });

  test('is the least that is there from that day on, and just that much can be paid', async () => {
    const fund_id = await newFund();
    await kit.receipt({ fund_id, amount: 5_000_000, received_on: ago(100) });
    await kit.payment({ fund_id, amount: 4_000_000, paid_on: ago(40) });
    await kit.receipt({ fund_id, amount: 9_000_000, received_on: ago(20) });
    const of = (balance: number, left: number, least_on: string) => [
      { item: null, balance, available: left, least_on },
    ];
    expect(await available(fund_id, ago(101))).toEqual(of(0, 0, ago(101)));
    expect(await available(fund_id, ago(80))).toEqual(of(5_000_000, 1_000_000, ago(40)));
    expect(await available(fund_id, ago(10))).toEqual(of(10_000_000, 10_000_000, ago(10)));
    expect(await available(fund_id, ago(80), 'bank')).toEqual(of(0, 0, ago(80)));
    const above = kit.input('payment', { fund_id, amount: 1_000_001, paid_on: ago(80) });
    expect((await kit.refused('payments.save', above)).code).toBe('insufficient_balance');
    await kit.payment({ fund_id, amount: 1_000_000, paid_on: ago(80) });
  });

  test('of goods is told item by item', async () => {
    const fund_id = await newFund();
    const items = [
      { item_id: kit.cement, quantity: 20_000 },
      { item_id: kit.roofing, quantity: 46_500 },
    ];
    await kit.receipt({ fund_id, way: 'in_kind', amount: null }, { items });
    const payment = { fund_id, account: 'goods', amount: null, paid_on: ago(10) };
    await kit.payment(payment, { items: [{ item_id: kit.cement, quantity: 15_000 }] });
    const told = await available(fund_id, ago(50), 'goods');
    expect(told.map(({ item, ...rest }) => [item?.name, rest])).toEqual([
      ['Tôn lợp', { balance: 46_500, available: 46_500, least_on: ago(50) }],
      ['Xi măng', { balance: 20_000, available: 5_000, least_on: ago(10) }],
    ]);
  });
});

test('the trail and the books hold after all this', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
