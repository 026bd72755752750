import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../../shared/records/fund-campaign.ts';
import { settledPayment } from '../../../shared/records/payment.ts';
import { accountOfWay, settledReceipt } from '../../../shared/records/receipt.ts';
import { bookOf, voucherNumber } from '../../../shared/records/voucher.ts';

describe('a voucher is numbered in its book', () => {
  it('money and goods have books of their own', () => {
    expect((['cash', 'bank', 'goods'] as const).map((account) => bookOf('receipt', account))).toEqual([
      'receipt',
      'receipt',
      'goods_in',
    ]);
    expect((['cash', 'bank', 'goods'] as const).map((account) => bookOf('payment', account))).toEqual([
      'payment',
      'payment',
      'goods_out',
    ]);
  });

  it('the number on paper has at least two digits and its year', () => {
    expect(voucherNumber('receipt', { number: 5, number_year: 2023 })).toBe('PT 05/2023');
    expect(voucherNumber('goods_out', { number: 1234, number_year: 2024 })).toBe('PX 1234/2024');
    expect(voucherNumber('payment', { number: null, number_year: null })).toBe('nháp');
  });
});

describe('what follows from what was typed', () => {
  it('the way leads to the account; only salary leaves it to the clerk', () => {
    expect((['cash', 'transfer', 'in_kind', 'salary'] as const).map(accountOfWay)).toEqual([
      'cash',
      'bank',
      'goods',
      null,
    ]);
    expect(settledReceipt({ way: 'cash', account: 'bank' })).toMatchObject({ account: 'cash' });
    expect(settledReceipt({ way: 'salary', account: 'bank' })).toMatchObject({ account: 'bank' });
    expect(settledReceipt({ way: 'constructor', account: 'bank' })).toMatchObject({ account: 'bank' });
  });

  it('nothing is kept that would name who does not want to be named', () => {
    const typed = {
      way: 'cash',
      donor_kind: 'anonymous',
      donor_name: 'Lò Thị Kín',
      donor_address: 'Bản Huồi Tụ',
    };
    expect(settledReceipt({ ...typed, donor_officer_id: 5, donor_team_id: 6, consent: true })).toMatchObject({
      donor_name: 'Nhà hảo tâm',
      donor_address: null,
      donor_officer_id: null,
      donor_team_id: null,
      consent: false,
    });
  });

  it('only a payment for a house names one', () => {
    const typed = { house_id: 5, house_source: 'officers' };
    expect(settledPayment({ purpose: 'other', ...typed })).toMatchObject({
      house_id: null,
      house_source: null,
    });
    expect(settledPayment({ purpose: 'house', ...typed })).toMatchObject(typed);
  });

  it('a campaign takes something in until its closing day, or until it was reopened to', () => {
    expect(lastDayOf({ closes_on: null, reopened_until: null })).toBeNull();
    expect(lastDayOf({ closes_on: '2023-06-30', reopened_until: null })).toBe('2023-06-30');
    expect(lastDayOf({ closes_on: '2023-06-30', reopened_until: '2023-07-15' })).toBe('2023-07-15');
    expect(lastDayOf({ closes_on: '2023-08-31', reopened_until: '2023-07-15' })).toBe('2023-08-31');
  });
});
