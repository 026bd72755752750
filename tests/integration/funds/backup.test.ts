import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { auditRows } from '../../../electron/data/people/audit-reader.ts';
import { changeBy } from '../../../electron/data/records/change-by.ts';
import { saveVoucher } from '../../../electron/data/records/funds/vouchers.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import { contextOf, failureOf, password, readyOffice, scratch } from '../office/new-office.ts';

// The check of a backup adds its funds up; a copy whose books are wrong is a true copy all the same.

const folder = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let values: Record<string, string | number | boolean>;
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
  values = {
    fund_id,
    receiver_id,
    received_on: '2023-05-05',
    way: 'cash',
    amount: 5_000_000,
    ...donor,
  };
  issue();
});
const issue = (more: object = {}) =>
  saveVoucher(
    office.database,
    'receipt',
    { values: { ...values, ...more }, items: [], donations: [], issue: true },
    changeBy(context()),
  );
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

test('a restore of another office’s backup calls no voucher of the present one lost', async () => {
  const elsewhere = { userData: join(place.folder, 'u2'), defaultFolder: join(place.folder, 'o2') };
  const { office: other } = await readyOffice({ ...place.config, ...elsewhere }, 'foreign');
  await logIn(other, 'quantri', password);
  const theirs = contextOf(other, context().chosen);
  const { name } = await backupHandlers['backup.make']({ folder }, theirs);
  await other.close();
  const secrets = { secret: password, proof: password };
  const restored = await backupHandlers['backup.restore']({ folder, name, ...secrets }, context());
  expect(restored.lost_numbers).toEqual([]);
});

test('a restore tells which vouchers are out on paper and no longer in the books; typed again they get their numbers', async () => {
  const { name } = await backupHandlers['backup.make']({ folder }, context());
  for (const received_on of ['2023-05-06', '2024-01-02', '2023-05-07', '2023-05-08']) issue({ received_on });
  const restored = await backupHandlers['backup.restore']({ folder, name, proof: password }, context());
  expect(restored.lost_numbers).toEqual(['PT 02/2023 – PT 04/2023', 'PT 01/2024']);
  const trail = auditRows(office.database, { action: 'restore_backup', limit: 1 });
  expect(trail.rows[0]?.reason).toBe('Phiếu không còn trong sổ: PT 02/2023 – PT 04/2023, PT 01/2024');
  expect(issue({ received_on: '2023-05-06' }).number).toBe(2);
  const again = await backupHandlers['backup.make']({ folder }, context());
  const same = await backupHandlers['backup.restore'](
    { folder, name: again.name, proof: password },
    context(),
  );
  expect(same.lost_numbers).toEqual([]);
});
