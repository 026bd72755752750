import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../electron/data/database/database.ts';
import { ledgerFaults } from '../../../electron/data/database/ledger.ts';
import { migrate, schemaOf } from '../../../electron/data/database/migrate.ts';
import { fund } from '../../../electron/data/database/migrations/0007-fund.ts';
import { migrations } from '../../../electron/data/database/migrations/index.ts';
import { createDatabaseFile } from '../../../electron/data/database/open.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { uuidv7 } from '../../../electron/data/database/uuid.ts';
import { addUser } from '../../../electron/data/people/users.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { fundBalance } from '../../../electron/data/records/funds/overview.ts';
import { saveVoucher } from '../../../electron/data/records/funds/vouchers.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import type { KindName } from '../../../shared/records/index.ts';
import type { Values } from '../funds/kit.ts';
import { scratch } from '../office/new-office.ts';

let place: ReturnType<typeof scratch>;
beforeEach(() => (place = scratch()));
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

/** A database of the version before, with an officer of a team and a housing programme in it. */
function before() {
  const file = join(place.folder, 'x.db');
  const connection = createDatabaseFile(file, Buffer.alloc(32, 5));
  const steps = migrations.slice(0, migrations.indexOf(fund));
  expect(steps).toHaveLength(fund.number - 1);
  migrate(connection, steps, '0.1.0', () => undefined);
  const database = new Database(connection, file, 1);
  const unit = new UnitOfWork();
  unit.add(query.insertInto('workstation').values({ id: 1, uid: uuidv7(), name: 'may-thu' }).compile());
  const user = { id: 1, uid: uuidv7(), login: 'thu', full_name: 'Người thử', role: 'clerk' } as const;
  addUser(unit, user, new Date().toISOString());
  const insert = (kind: KindName, values: Values) =>
    insertRecord(database, unit, kind, values, { userId: 1, at: database.now() }).id;
  const team_id = insert('team', { name: 'Đội An ninh' });
  const officer = insert('officer', { full_name: 'Xeo Khăm Hương', team_id });
  insert('housing_program', { title: 'Làm nhà cho hộ nghèo', from_date: '2023-01-01' });
  database.commit(unit);
  return { connection, database, officer };
}

test('funds come to a database of the version before without touching what is there, and work in it', () => {
  const { connection, database, officer } = before();
  const kept = () => [
    database.all(query.selectFrom('officer').selectAll().compile()),
    database.all(query.selectFrom('housing_program').selectAll().compile()),
  ];
  const there = kept();
  expect(ledgerFaults(connection)).toEqual([]);
  let backups = 0;
  migrate(connection, migrations.slice(0, fund.number), '0.1.0', () => (backups += 1));
  expect([schemaOf(connection), backups]).toEqual([fund.number, 1]);
  database.forget();
  expect(kept()).toEqual(there);
  const by = { userId: 1, at: database.now() };
  const unit = new UnitOfWork();
  const campaign = { title: 'Làm nhà', purpose: 'Làm nhà', opens_on: '2023-01-01' };
  const { id: fund_id } = insertRecord(database, unit, 'fund_campaign', campaign, by);
  database.commit(unit);
  const donor = { donor_kind: 'person', donor_name: 'Nguyễn Văn Hảo', consent: true, content: 'Ủng hộ' };
  const values = {
    fund_id,
    receiver_id: officer,
    received_on: '2023-05-05',
    way: 'cash',
    amount: 7,
    ...donor,
  };
  saveVoucher(database, 'receipt', { values, items: [], donations: [], issue: true }, by);
  expect(fundBalance(database, fund_id, '2023-05-05').cash).toBe(7);
  // The check walks every kind of this program, so the tables of later ones have to be there.
  migrate(connection, migrations, '0.1.0', () => undefined);
  const quiet = { progress: () => undefined, cancelled: () => false };
  expect(verifyAudit(connection, quiet).broken).toEqual([]);
  expect(connection.pragma('foreign_key_check')).toEqual([]);
  connection.close();
});

test('the tables themselves refuse what the program never writes', () => {
  const connection = createDatabaseFile(join(place.folder, 'y.db'), Buffer.alloc(32, 5));
  migrate(connection, migrations, '0.1.0', () => undefined);
  connection.pragma('foreign_keys = OFF');
  const frame = { origin: 1, created_at: 'x', created_by: 1, updated_at: 'x', updated_by: 1 };
  const receipt = {
    ...{ ...frame, uid: 'r', fund_id: 1, received_on: '2024-05-05', way: 'cash', account: 'cash' },
    ...{ donor_kind: 'person', donor_name: 'A', consent: 1, content: 'x', receiver_id: 1 },
    ...{ amount: 5, standing_amount: 0, status: 'draft' },
  };
  const payment = {
    ...{ ...frame, uid: 'p', fund_id: 1, paid_on: '2024-05-05', account: 'cash', purpose: 'other' },
    ...{ payee_name: 'B', content: 'x', voucher: 'x', payer_id: 1 },
    ...{ amount: 5, standing_amount: 0, status: 'draft' },
  };
  const count = {
    ...{ ...frame, uid: 'c', fund_id: 1, account: 'cash', counted_on: '2024-05-05', counted_by_id: 1 },
    ...{ counted_amount: 5, book_amount: 5, difference: 0 },
  };
  const insert = (table: string, row: object) => {
    const names = Object.keys(row);
    connection
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  const wrong: [string, object, object][] = [
    ...[
      { amount: 0 },
      { amount: -5 },
      { amount: 1_000_000_000_000 },
      { amount: null },
      { amount: 1.5 },
      { account: 'bank' },
      { way: 'in_kind' },
      { number: 1 },
      { standing_amount: 5 },
      { received_on: '05/05/2024' },
      { donor_name: '' },
      { cancelled_on: '2024-05-06' },
    ].map((values): [string, object, object] => ['receipt', receipt, values]),
    ...[{ amount: 0 }, { purpose: 'house' }, { voucher: '' }, { account: 'goods' }, { house_id: 1 }].map(
      (values): [string, object, object] => ['payment', payment, values],
    ),
    ...[
      { difference: 1 },
      { counted_amount: 4, difference: -1 },
      { account: 'goods' },
      { book_amount: -1 },
    ].map((values): [string, object, object] => ['reconciliation', count, values]),
  ];
  for (const [table, usual, values] of wrong)
    expect(() => insert(table, { ...usual, ...values }), `${table} ${JSON.stringify(values)}`).toThrow(
      /CHECK|INTEGER/,
    );
  insert('receipt', receipt);
  insert('payment', payment);
  insert('reconciliation', count);
  connection.close();
});
