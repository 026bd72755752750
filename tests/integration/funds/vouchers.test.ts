import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../../shared/api.ts';
import { ago, brokenTrail, fundKit, type FundKit } from './kit.ts';

// A voucher's life: a draft without a number, issued for good with the next one, cancelled and reversed.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
});
afterAll(() => kit.page.end());

test('a receipt is saved and issued in one go, money is paid out, and the balance follows day by day', async () => {
  const receipt = await kit.receipt({ amount: 5_000_000 });
  expect(receipt).toMatchObject({ number: 1, number_year: Number(ago(100).slice(0, 4)) });
  const payment = await kit.payment({ amount: 1_250_000 });
  expect(payment.number).toBe(1);
  expect((await kit.balance(ago(101))).cash).toBe(0);
  expect((await kit.balance(ago(100))).cash).toBe(5_000_000);
  expect((await kit.balance(ago(51))).cash).toBe(5_000_000);
  expect((await kit.balance()).cash).toBe(3_750_000);
  const { rows, opening, received, paid, closing } = await kit.book();
  expect({ opening, received, paid, closing }).toEqual({
    opening: 0,
    received: 5_000_000,
    paid: 1_250_000,
    closing: 3_750_000,
  });
  expect(rows.map(({ balance }) => balance)).toEqual([5_000_000, 3_750_000]);
  const page = await kit.page.value<CallOutput<'receipts.page'>>('receipts.page', { id: receipt.id });
  expect(page.receipt).toMatchObject({ status: 'issued', standing_amount: 5_000_000, account: 'cash' });
  expect(await brokenTrail(kit)).toEqual([]);
});
