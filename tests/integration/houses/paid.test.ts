import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { addHouse } from '../../../electron/data/records/houses/add.ts';
import { housePage } from '../../../electron/data/records/houses/page.ts';
import { voidHouse } from '../../../electron/data/records/houses/void.ts';
import { insertRecord, rowOf, updateRecord } from '../../../electron/data/records/record-writer.ts';
import type { Values } from '../../../electron/data/records/record-sql.ts';
import type { KindName } from '../../../shared/records/index.ts';
import { failureOf } from '../office/new-office.ts';
import { bench, type Bench } from '../records/fixture.ts';

// What the funds paid for a house: it shows by source, and the house is not voided from under it.

let made: Bench;
beforeAll(() => {
  made = bench();
});
afterAll(() => made.close());

function insert(kind: KindName, values: Values): number {
  const unit = new UnitOfWork();
  const { id } = insertRecord(made.database, unit, kind, values, made.by);
  made.database.commit(unit);
  return id;
}
function change(kind: KindName, id: number, values: Values): void {
  const unit = new UnitOfWork();
  const row = rowOf(made.database, kind, id);
  updateRecord(unit, kind, row, row.version, values, made.by);
  made.database.commit(unit);
}
const draft = { account: 'cash', status: 'draft', standing_amount: 0 };
const issued = (number: number, amount: number) => ({
  status: 'issued',
  number,
  number_year: 2023,
  issued_at: '2023-06-01T00:00:00.000Z',
  standing_amount: amount,
});

test('payments count by source beside what was paid past the funds, and hold the house', async () => {
  const officer = insert('officer', {
    full_name: 'Lầu Bá Chò',
    team_id: insert('team', { name: 'Đội Hậu cần' }),
  });
  const program_id = insert('housing_program', { title: 'Làm nhà', from_date: '2023-02-04' });
  const days = { from_date: '2023-02-04', to_date: '2023-12-31' };
  const phase_id = insert('housing_phase', { program_id, name: 'Giai đoạn 1', planned_houses: 5, ...days });
  const village_id = made.village('Huồi Tụ', 1);
  const head = { head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5, state: 'living' };
  const household_id = insert('household', { village_id, ...head });
  const approved = {
    poverty_class: 'poor',
    build_kind: 'new',
    approved_on: '2023-03-01',
    due_on: null,
  } as const;
  const rest = { standard: null, floor_area: null, consent: true, note: null };
  const { id } = addHouse(
    made.database,
    {
      ...{ phase_id, household_id, ...approved, ...rest },
      funding: [
        { source: 'officers', planned_amount: 10_000_000 },
        { source: 'family', planned_amount: 3_000_000 },
      ],
    },
    made.by,
  );
  const fund_id = insert('fund_campaign', { title: 'Ủng hộ', purpose: 'Làm nhà', opens_on: '2023-01-01' });
  const receipt = insert('receipt', {
    ...{ ...draft, fund_id, received_on: '2023-04-01', way: 'cash', donor_kind: 'collective', consent: true },
    ...{ donor_name: 'Công an huyện', content: 'Ủng hộ làm nhà', amount: 100_000_000, receiver_id: officer },
  });
  change('receipt', receipt, issued(1, 100_000_000));
  const pay = (house_source: string, amount: number) =>
    insert('payment', {
      ...{ ...draft, fund_id, paid_on: '2023-06-01', purpose: 'house', house_id: id, house_source, amount },
      ...{ payee_name: 'Vừ Bá Rê', content: 'Mua tôn', voucher: 'HĐ 12', payer_id: officer },
    });
  const [first, second, third] = [
    pay('officers', 4_000_000),
    pay('officers', 2_500_000),
    pay('ministry', 1_000_000),
  ];
  const reason = { id, version: 1, reason: 'nhầm' };
  const voiding = () => voidHouse(made.database, reason, { ...made.by, reason: 'nhầm' });
  expect((await failureOf(voiding)).text).toContain('phiếu chi nháp');
  for (const [index, payment] of [first, second, third].entries())
    change('payment', payment, issued(index + 1, [4_000_000, 2_500_000, 1_000_000][index] ?? 0));
  const sources = () =>
    housePage(made.database, id, 'clerk').funding.map((one) => [
      one.source,
      one.planned,
      one.paid_outside,
      one.paid_from_funds,
      one.record !== null,
    ]);
  expect(sources()).toEqual([
    ['ministry', 0, 0, 1_000_000, false],
    ['officers', 10_000_000, 0, 6_500_000, true],
    ['family', 3_000_000, 0, 0, true],
  ]);
  expect((await failureOf(voiding)).text).toMatch(/Phiếu chi số \d\/2023 đã chi cho nhà này/);
  const cancelled = {
    status: 'cancelled',
    standing_amount: 0,
    cancelled_on: '2023-07-01',
    cancel_reason: 'sai',
  };
  for (const payment of [first, third]) change('payment', payment, cancelled);
  expect(sources().map(([source, , , paid]) => [source, paid])).toEqual([
    ['officers', 2_500_000],
    ['family', 0],
  ]);
  expect(housePage(made.database, id, 'clerk').payments).toHaveLength(3);
  change('payment', second, cancelled);
  expect(voiding()).toEqual({ id, version: 2 });
});
