import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { insertRecord, rowOf, voidRecord } from '../../../electron/data/records/record-writer.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { Values } from './kit.ts';
import { failureOf } from '../office/new-office.ts';
import { ledgerBench, type LedgerBench } from './ledger-bench.ts';

// An allocation names the house that gets it and the source that it counts for; nothing else names one.

let made: LedgerBench;
let fund_id: number;
let house_id: number;
const paid_on = '2023-06-06';

function insert(kind: KindName, values: Values): number {
  const unit = new UnitOfWork();
  const { id } = insertRecord(made.database, unit, kind, values, made.by);
  made.database.commit(unit);
  return id;
}

beforeAll(() => {
  made = ledgerBench();
  fund_id = made.fund();
  made.receipt({ fund_id, received_on: '2023-05-05', amount: 90_000_000 });
  const village_id = made.village('Huồi Tụ', 1);
  const place = made.place(made.campaign(2023), village_id);
  const household_id = made.save(place).household_id;
  const program_id = insert('housing_program', { title: 'Làm nhà', from_date: '2023-01-01' });
  const years = { from_date: '2023-01-01', to_date: '2023-12-31' };
  const phase_id = insert('housing_phase', { program_id, name: 'Giai đoạn 1', planned_houses: 5, ...years });
  const place_of = { village_id, commune_id: place.commune_id, household_id, phase_id };
  const days = { approved_on: '2023-02-02', due_on: '2023-12-31', step: 'approved', step_on: '2023-02-02' };
  const what = { beneficiary_name: 'Vừ Bá Rê', poverty_class: 'poor', build_kind: 'new', consent: true };
  house_id = insert('house', { ...place_of, ...days, ...what });
});
afterAll(() => made.close());

const toHouse = (more: Values = {}) =>
  made.payment({
    ...{ fund_id, paid_on, amount: 50_000_000, purpose: 'house', house_id, house_source: 'officers' },
    ...more,
  });

test('an allocation to a house keeps the house and the source, and leaves the fund', () => {
  const { id, number } = toHouse();
  expect(number).toBe(1);
  expect(rowOf(made.database, 'payment', id)).toMatchObject({
    house_id,
    house_source: 'officers',
    standing_amount: 50_000_000,
  });
});

test('a payment for something else names no house, whatever was left in the form', () => {
  const { id } = toHouse({ purpose: 'other', amount: 5 });
  expect(rowOf(made.database, 'payment', id)).toMatchObject({ house_id: null, house_source: null });
});

test('without its house or its source, to no house or to a voided one, nothing is allocated', async () => {
  expect((await failureOf(() => toHouse({ house_id: null }))).fields).toHaveProperty('house_id');
  expect((await failureOf(() => toHouse({ house_source: null }))).fields).toHaveProperty('house_source');
  expect((await failureOf(() => toHouse({ house_id: 999 }))).code).toBe('not_found');
  const unit = new UnitOfWork();
  const row = rowOf(made.database, 'house', house_id);
  voidRecord(unit, 'house', row, row.version, { ...made.by, reason: 'Thử.' });
  made.database.commit(unit);
  expect((await failureOf(() => toHouse())).fields?.['house_id']).toContain('đã bị hủy');
});
