import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ago, brokenTrail, fundKit, type FundKit, type Saved } from './kit.ts';

// What a voucher and a reconciliation may say; what cannot be is refused under its field and leaves nothing.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
  await kit.receipt({ amount: 50_000_000 });
});
afterAll(() => kit.page.end());

describe('a voucher says only what can be', () => {
  test.each([
    ['nothing', { amount: 0 }, 'amount'],
    ['less than nothing', { amount: -5 }, 'amount'],
    ['a part of a đồng', { amount: 1000.5 }, 'amount'],
    ['more than there is', { amount: 1e12 }, 'amount'],
    ['no amount', { amount: null }, 'amount'],
    ['an amount in words', { amount: '1.000.000' }, 'amount'],
    ['no donor', { donor_name: ' ' }, 'donor_name'],
    ['no campaign', { fund_id: null }, 'fund_id'],
    ['a day to come', { received_on: ago(-1) }, 'received_on'],
    ['a day before the campaign', { received_on: ago(301) }, 'received_on'],
    ['salary of nobody', { way: 'salary', account: 'bank' }, 'donor_officer_id'],
    ['salary in goods', { way: 'salary', account: 'goods', donor_officer_id: 1 }, 'account'],
    ['a number of its own', { number: 7 }, ''],
  ])('a receipt of %s is refused under its field', async (_what, values, field) => {
    expect(Object.keys(await kit.faults('receipt', values))).toContain(field);
  });

  test.each([
    ['nothing', { amount: 0 }, 'amount'],
    ['less than nothing', { amount: -1 }, 'amount'],
    ['no voucher', { voucher: null }, 'voucher'],
    ['a house that is not named', { purpose: 'house' }, 'house_id'],
    ['a day to come', { paid_on: ago(-1) }, 'paid_on'],
    ['goods with an amount', { account: 'goods' }, 'amount'],
  ])('a payment of %s is refused under its field', async (_what, values, field) => {
    expect(Object.keys(await kit.faults('payment', values))).toContain(field);
  });

  test('lines are named by their place', async () => {
    const goods = { way: 'in_kind', amount: null };
    const items = [
      { item_id: kit.cement, quantity: 1 },
      { item_id: kit.cement, quantity: 0 },
      { quantity: 5 },
    ];
    expect(Object.keys(await kit.faults('receipt', goods, { items }))).toEqual([
      'items.1.quantity',
      'items.2.item_id',
    ]);
    expect(Object.keys(await kit.faults('receipt', goods))).toEqual(['items']);
    expect(Object.keys(await kit.faults('receipt', {}, { items: items.slice(0, 1) }))).toEqual(['items']);
    const donations = [{ donor_name: '', amount: 5, consent: true }];
    expect(Object.keys(await kit.faults('receipt', {}, { donations }))).toEqual(['donations.0.donor_name']);
    const list = { donations: [{ donor_name: 'Một', amount: 5, consent: true }] };
    expect(Object.keys(await kit.faults('receipt', { donor_kind: 'anonymous', amount: 5 }, list))).toEqual([
      'donations',
    ]);
    expect(Object.keys(await kit.faults('receipt', goods, { ...list, items: items.slice(0, 1) }))).toEqual([
      'donations',
    ]);
  });

  test('what was refused has left nothing behind', async () => {
    const { total } = await kit.page.value<{ total: number }>('records.total', {
      kind: 'receipt',
      filter: { voided: 'with' },
    });
    expect(total).toBe(1);
  });
});

describe('a reconciliation', () => {
  const counted = (counted_amount: number, more: object = {}) => ({
    kind: 'reconciliation',
    values: {
      fund_id: kit.fund,
      account: 'cash',
      counted_on: ago(99),
      counted_amount,
      counted_by_id: kit.officer,
      ...more,
    },
  });

  test('takes the book of the day by itself and wants every difference explained', async () => {
    const { cash } = await kit.balance(ago(99));
    const { id } = await kit.page.value<Saved>('records.create', counted(cash));
    expect(await kit.get('reconciliation', id)).toMatchObject({ book_amount: cash, difference: 0 });
    const short = await kit.refused('records.create', counted(cash - 20_000));
    expect(short.fields?.['explanation']).toContain('thiếu 20.000 đ');
    expect((await kit.refused('records.create', counted(cash + 5))).fields?.['explanation']).toContain(
      'thừa 5 đ',
    );
    const explained = counted(cash - 20_000, { explanation: 'Tiền lẻ đổi chưa về.' });
    const { id: later } = await kit.page.value<Saved>('records.create', explained);
    expect(await kit.get('reconciliation', later)).toMatchObject({ book_amount: cash, difference: -20_000 });
  });

  test('is refused for a day to come, for goods, and with figures of its own', async () => {
    expect(await kit.page.ask('records.create', counted(5, { counted_on: ago(-1), explanation: 'x' }))).toBe(
      'invalid',
    );
    expect(await kit.page.ask('records.create', counted(5, { account: 'goods', explanation: 'x' }))).toBe(
      'invalid',
    );
    expect(await kit.page.ask('records.create', counted(5, { book_amount: 5 }))).toBe('invalid');
    expect(await kit.page.ask('records.create', counted(-5, { explanation: 'x' }))).toBe('invalid');
  });
});

test('the trail and the books hold after all this', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
