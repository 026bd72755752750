import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { logIn, recover } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { userHandlers } from '../../../electron/data/people/handlers.ts';
import {
  changeUser,
  createUser,
  removeUser,
  setPassword,
} from '../../../electron/data/people/manage-users.ts';
import { backupsIn } from '../../../electron/data/backup/listing.ts';
import {
  confirmKey,
  contextOf,
  failureOf,
  password,
  readyOffice,
  saveTeam,
  scratch,
  teamsOf,
} from '../office/new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

let place: ReturnType<typeof scratch>;
let office: Office;
let recoveryKey: string;
const lien = { login: 'lien', full_name: 'Xồng Liên', role: 'clerk', password: 'mật khẩu của Liên' } as const;

beforeEach(async () => {
  place = scratch();
  ({ office, recoveryKey } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
});

afterEach(async () => {
  await office.close();
  place.clear();
});

test('a new user logs in with her role; a log-in name is given once', async () => {
  await createUser(office, lien);
  expect((await failureOf(() => createUser(office, lien))).code).toBe('duplicate');
  expect(await logIn(office, 'lien', lien.password)).toMatchObject({ role: 'clerk', full_name: 'Xồng Liên' });
});

test('somebody must stay administrator', async () => {
  const change = { id: 1, version: 1, full_name: 'Vừ Bá Rê', role: 'viewer' } as const;
  expect((await failureOf(() => changeUser(office, change))).code).toBe('invalid');
  const remove = { id: 1, version: 1, change_key: false, password };
  expect((await failureOf(() => userHandlers['users.remove'](remove, contextOf(office)))).code).toBe(
    'invalid',
  );
  await createUser(office, { ...lien, role: 'administrator' });
  changeUser(office, change);
  expect(office.session?.role).toBe('viewer');
});

test('a change of what somebody else changed is refused', async () => {
  const id = await createUser(office, lien);
  changeUser(office, { id, version: 1, full_name: 'Xồng Thị Liên', role: 'commander' });
  const failure = await failureOf(() =>
    changeUser(office, { id, version: 1, full_name: 'X', role: 'viewer' }),
  );
  expect(failure.code).toBe('conflict');
});

test('an administrator sets a new password; the old one stops working', async () => {
  const id = await createUser(office, lien);
  await setPassword(office, id, 'mật khẩu mới tinh');
  expect((await failureOf(() => logIn(office, 'lien', lien.password))).code).toBe('wrong_password');
  await logIn(office, 'lien', 'mật khẩu mới tinh');
});

test('a removed user no longer opens anything', async () => {
  const id = await createUser(office, lien);
  const input = { id, version: 1, change_key: false, password };
  expect(
    (await failureOf(() => removeUser(contextOf(office), { ...input, password: 'sai mật khẩu' }))).code,
  ).toBe('wrong_password');
  expect(await removeUser(contextOf(office), input)).toBeNull();
  expect(readFileSync(office.paths.keys, 'utf8')).not.toContain('lien');
  expect((await failureOf(() => logIn(office, 'lien', lien.password))).code).toBe('wrong_password');
});

test('a change of key: other passwords stay, the old key and recovery key open nothing any more', async () => {
  const id = await createUser(office, lien);
  await createUser(office, { ...lien, login: 'mua', password: 'mật khẩu của Mùa' });
  saveTeam(office, 'Đội An ninh');
  const oldKey = Buffer.from(office.key);
  const oldId = readEnvelope(office.paths.keys)?.key_id;
  const renewed = await removeUser(contextOf(office), { id, version: 1, change_key: true, password });
  expect(office.key.equals(oldKey)).toBe(false);
  expect(readEnvelope(office.paths.keys)?.key_id).not.toBe(oldId);
  expect(backupsIn(office.paths.backups)).toMatchObject([{ complete: true, manifest: { key_id: oldId } }]);
  expect(teamsOf(office)).toEqual(['Đội An ninh']);
  saveTeam(office, 'Đội Phong trào');
  await confirmKey(office, renewed ?? '');
  await logIn(office, 'mua', 'mật khẩu của Mùa');
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội An ninh', 'Đội Phong trào']);
  expect((await failureOf(() => recover(office, recoveryKey, 'mua', password))).code).toBe('wrong_key');
  await recover(office, renewed ?? '', 'mua', 'lại một mật khẩu');
});
