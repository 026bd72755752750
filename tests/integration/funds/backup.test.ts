import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { changeBy } from '../../../electron/data/records/change-by.ts';
import { saveVoucher } from '../../../electron/data/records/funds/vouchers.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { contextOf, failureOf, password, readyOffice, scratch } from '../office/new-office.ts';

// The check of a backup adds its funds up; a copy whose books are wrong is a true copy all the same.

const folder = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
const context = () =>
  contextOf(office, { [folder]: { path: join(place.folder, 'stick'), removable: true, shown: 'USB (E:)' } });

beforeEach(async () => {
  place = scratch();
  mkdirSync(join(place.folder, 'stick'));
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  const { database } = office;
  const by = changeBy(context());
  const unit = new UnitOfWork();
  const campaign = { title: 'Làm nhà', purpose: 'Làm nhà', opens_on: '2023-01-01' };
  const { id: fund_id } = insertRecord(database, unit, 'fund_campaign', campaign, by);
  const { id: receiver_id } = insertRecord(database, unit, 'officer', { full_name: 'Xeo Khăm Hương' }, by);
  database.commit(unit);
  const donor = { donor_kind: 'person', donor_name: 'Nguyễn Văn Hảo', consent: true, content: 'Ủng hộ' };
  const values = {
    fund_id,
    receiver_id,
    received_on: '2023-05-05',
    way: 'cash',
    amount: 5_000_000,
    ...donor,
  };
  saveVoucher(database, 'receipt', { values, items: [], donations: [], issue: true }, by);
});
afterEach(async () => {
  await office.close();
  place.clear();
});

async function verified() {
  const { name } = await backupHandlers['backup.make']({ folder }, context());
  return backupHandlers['backup.verify']({ folder, name }, context());
}

test('a backup whose books agree with its vouchers is verified', async () => {
  expect(await verified()).toMatchObject({ verified: true });
});

test('one whose balance was changed from outside is made, and its check says which book is wrong', async () => {
  office.database.connection.exec('UPDATE fund_day SET balance = balance + 1');
  const failure = await failureOf(verified);
  expect(failure.code).toBe('damaged');
  expect(failure.text).toContain('sổ tiền mặt ngày 05/05/2023 của đợt "Làm nhà"');
});
