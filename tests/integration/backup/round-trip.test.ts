import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { keyByRecovery, logIn, renewRecoveryKey } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { createUser, removeUser } from '../../../electron/data/people/manage-users.ts';
import { allUsers } from '../../../electron/data/people/users.ts';
import {
  configIn,
  confirmKey,
  contextOf,
  failureOf,
  officeOn,
  password,
  readyOffice,
  saveTeam,
  scratch,
  teamsOf,
} from '../office/new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let recoveryKey: string;
let stick: string;

const on = (one: Office, removable = true) =>
  contextOf(one, { [token]: { path: stick, removable, shown: 'USB (E:)' } });

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  ({ office, recoveryKey } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
});

afterEach(async () => {
  await office.close();
  place.clear();
});

async function backUp(): Promise<string> {
  return (await backupHandlers['backup.make']({ folder: token }, on(office))).name;
}

test('a copy on a stick holds three files, is listed and counts as USB copy', async () => {
  saveTeam(office, 'Đội An ninh');
  const made = await backupHandlers['backup.make']({ folder: token }, on(office));
  expect(made).toMatchObject({ usb: true, verified: true });
  expect(made.manifest.counts['team']).toBe(1);
  expect(made.manifest.chain_length).toBe(4);
  expect(readdirSync(stick).sort()).toEqual([made.name, `${made.name}.json`, `${made.name}.keys`]);
  expect(readdirSync(office.paths.backups)).toEqual([]);
  const listed = await backupHandlers['backup.list']({ folder: token }, on(office));
  expect(listed).toMatchObject([{ name: made.name, complete: true, cause: 'usb', records: 2 }]);
  const status = await backupHandlers['backup.status']({}, on(office));
  expect(status).toMatchObject({ last_usb: { shown: 'USB (E:)', days: 0 }, last_folder: null });
});

test('a copy in a plain folder never counts as USB copy', async () => {
  const made = await backupHandlers['backup.make']({ folder: token }, on(office, false));
  expect(made.usb).toBe(false);
  const status = await backupHandlers['backup.status']({}, on(office));
  expect(status.last_usb).toBeNull();
  expect(status.last_folder).toMatchObject({ shown: 'USB (E:)' });
});

test('verify agrees with what was made', async () => {
  saveTeam(office, 'Đội An ninh');
  const name = await backUp();
  expect(await backupHandlers['backup.verify']({ folder: token, name }, on(office))).toEqual({
    verified: true,
    records: 2,
    chain_length: 4,
  });
  expect(readdirSync(office.paths.backups)).toEqual([]);
});

test('a restore brings the backup back, saves what was there, and can be undone until the next save', async () => {
  saveTeam(office, 'Đội trước');
  const name = await backUp();
  saveTeam(office, 'Đội sau');
  await backupHandlers['backup.restore']({ folder: token, name, proof: password }, on(office));
  expect(teamsOf(office)).toEqual(['Đội trước']);
  expect(office.session).toMatchObject({ login: 'quantri', locked: false });
  const [saved] = await backupHandlers['backup.list']({}, on(office));
  expect(saved).toMatchObject({ cause: 'before_restore', complete: true });
  expect(await backupHandlers['backup.status']({}, on(office))).toMatchObject({ can_undo_restore: true });
  await backupHandlers['backup.undo_restore']({ proof: password }, on(office));
  expect(teamsOf(office)).toEqual(['Đội trước', 'Đội sau']);
  saveTeam(office, 'Đội mới');
  expect(await backupHandlers['backup.status']({}, on(office))).toMatchObject({ can_undo_restore: false });
  const failure = await failureOf(() =>
    backupHandlers['backup.undo_restore']({ proof: password }, on(office)),
  );
  expect(failure.code).toBe('not_found');
});

test('with the same key the present users stay', async () => {
  const gone = await createUser(office, {
    login: 'cu.nhan',
    full_name: 'Người Cũ',
    role: 'clerk',
    password: 'mat khau cu ky',
  });
  const name = await backUp();
  await removeUser(contextOf(office), { id: gone, version: 1, change_key: false, password });
  await createUser(office, {
    login: 'moi',
    full_name: 'Người Mới',
    role: 'viewer',
    password: 'mat khau moi toanh',
  });
  await backupHandlers['backup.restore']({ folder: token, name, proof: password }, on(office));
  const users = allUsers(office.database).map(({ login, removed_at }) => [login, removed_at === null]);
  expect(users).toEqual([
    ['moi', true],
    ['quantri', true],
    ['cu.nhan', false],
  ]);
  await logIn(office, 'moi', 'mat khau moi toanh');
  expect((await failureOf(() => logIn(office, 'cu.nhan', 'mat khau cu ky'))).code).toBe('wrong_password');
});

test('a bare machine restores with a password of the backup, another with its recovery key', async () => {
  saveTeam(office, 'Đội An ninh');
  const name = await backUp();
  for (const [where, secrets] of [
    ['second', { login: 'quantri', secret: password }],
    ['third', { secret: recoveryKey.toLowerCase() }],
  ] as const) {
    const { office: other } = officeOn(configIn(join(place.folder, where)));
    const restored = await backupHandlers['backup.restore']({ folder: token, name, ...secrets }, on(other));
    expect(restored.records).toBe(2);
    expect(other.status()).toMatchObject({ state: 'closed', office_name: 'CÔNG AN HUYỆN KỲ SƠN' });
    await logIn(other, 'quantri', password);
    expect(teamsOf(other)).toEqual(['Đội An ninh']);
    await other.close();
  }
});

test('a backup made before a new recovery key was confirmed opens with either paper, and tells it where it comes to', async () => {
  const fresh = await renewRecoveryKey(office, password);
  const name = await backUp();
  await confirmKey(office, fresh);
  for (const [where, secret] of [
    ['second', recoveryKey],
    ['third', fresh],
  ] as const) {
    const { office: other } = officeOn(configIn(join(place.folder, where)));
    await backupHandlers['backup.restore']({ folder: token, name, secret }, on(other));
    expect(other.status().recovery_unconfirmed).toMatchObject({ before_opens: true });
  }
  // Here it is confirmed, and a backup from before does not take that back.
  await backupHandlers['backup.restore']({ folder: token, name, proof: password }, on(office));
  expect(office.status().recovery_unconfirmed).toBeNull();
  const refused = await failureOf(() => keyByRecovery(office, recoveryKey));
  expect(refused.code).toBe('wrong_key');
});

test('another office needs both secrets; its users are replaced', async () => {
  const name = await backUp();
  const config = configIn(join(place.folder, 'second'));
  const { office: other } = await readyOffice(config, 'another');
  await logIn(other, 'quantri', password);
  saveTeam(other, 'Đội của cơ quan khác');
  const input = { folder: token, name, login: 'quantri' };
  const attempt = (secrets: object) =>
    failureOf(() => backupHandlers['backup.restore']({ ...input, ...secrets }, on(other)));
  expect((await attempt({ secret: password })).code).toBe('wrong_password');
  expect((await attempt({ secret: 'không phải mật khẩu', proof: password })).code).toBe('wrong_key');
  expect((await attempt({ proof: password })).code).toBe('wrong_key');
  expect(teamsOf(other)).toEqual(['Đội của cơ quan khác']);
  await backupHandlers['backup.restore']({ ...input, secret: password, proof: password }, on(other));
  expect(other.session).toBeNull();
  await logIn(other, 'quantri', password);
  expect(teamsOf(other)).toEqual([]);
  await backupHandlers['backup.undo_restore']({ proof: password }, on(other));
  await logIn(other, 'quantri', password);
  expect(teamsOf(other)).toEqual(['Đội của cơ quan khác']);
  await other.close();
});

test('a clerk cannot prove a restore', async () => {
  await createUser(office, {
    login: 'lien',
    full_name: 'Liên',
    role: 'clerk',
    password: 'mat khau cua lien',
  });
  const name = await backUp();
  const failure = await failureOf(() =>
    backupHandlers['backup.restore'](
      { folder: token, name, proof_login: 'lien', proof: 'mat khau cua lien' },
      on(office),
    ),
  );
  expect(failure.code).toBe('forbidden');
});
