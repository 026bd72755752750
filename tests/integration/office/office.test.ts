import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import {
  changePassword,
  keyByPassword,
  lock,
  logIn,
  logOut,
  recover,
  renewRecoveryKey,
  unlock,
} from '../../../electron/data/office/access.ts';
import { officeHandlers } from '../../../electron/data/office/handlers.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { openSample } from '../../../electron/data/office/sample.ts';
import { createUser } from '../../../electron/data/people/manage-users.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import {
  confirmKey,
  contextOf,
  failureOf,
  newOffice,
  officeOn,
  password,
  saveTeam,
  scratch,
  teamsOf,
} from './new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

let place: ReturnType<typeof scratch>;
let office: Office;
let events: ReturnType<typeof officeOn>['events'];
let recoveryKey: string;

const quiet = { progress: () => undefined, cancelled: () => false };
const actions = () =>
  office.database
    .all(query.selectFrom('audit').select('action').orderBy('seq').compile())
    .map((r) => r.action);

beforeEach(async () => {
  place = scratch();
  ({ office, events } = officeOn(place.config));
  recoveryKey = await office.create(undefined, newOffice);
});

afterEach(async () => {
  await office.close();
  place.clear();
});

test('a new office: closed, encrypted, with its units, lines and a whole audit trail', async () => {
  expect(office.status()).toMatchObject({
    state: 'closed',
    logins: ['quantri'],
    office_name: 'CÔNG AN HUYỆN KỲ SƠN',
    session: null,
  });
  expect(readFileSync(office.paths.database).includes('KỲ SƠN')).toBe(false);
  expect(await failureOf(() => office.database)).toMatchObject({ code: 'not_signed_in' });
  await logIn(office, 'QuanTri ', password);
  expect(office.status().state).toBe('open');
  expect(
    office.database.first(query.selectFrom('agency').select(['own_agency', 'signer_rank']).compile()),
  ).toEqual({
    own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
    signer_rank: 'Thượng tá',
  });
  const communes = query.selectFrom('unit').select('id').where('level', '=', 'commune');
  expect(office.database.all(communes.compile()).length).toBeGreaterThan(0);
  expect(verifyAudit(office.database.connection, quiet).broken).toEqual([]);
});

test('a folder with an office is not set up again', async () => {
  expect((await failureOf(() => office.create(undefined, newOffice))).code).toBe('office_exists');
});

test('the recovery key is confirmed group by group, as it was printed', async () => {
  const confirm = officeHandlers['office.confirm_recovery_key'];
  const group = recoveryKey.split('-')[2] ?? '';
  const wrong = await failureOf(() => confirm({ position: 2, group }, contextOf(office)));
  expect(wrong.code).toBe('invalid');
  const sheet = await officeHandlers['office.recovery_key_sheet']({}, contextOf(office));
  expect(sheet.document_id).not.toBe('');
  expect(await confirm({ position: 3, group: group.toLowerCase() }, contextOf(office))).toEqual({
    done: true,
  });
  const again = await failureOf(() => officeHandlers['office.recovery_key_sheet']({}, contextOf(office)));
  expect(again.code).toBe('not_found');
});

test('wrong passwords wait longer and longer and are told in the trail, without what was typed', async () => {
  const { office: slow } = officeOn(place.config, { firstDelay: 150 });
  const began = Date.now();
  expect((await failureOf(() => logIn(slow, 'quantri', 'sai mật khẩu'))).code).toBe('wrong_password');
  const once = Date.now() - began;
  const [second] = await Promise.all([
    failureOf(() => logIn(slow, 'quantri', 'x')),
    failureOf(() => logIn(slow, 'khong.co', 'y')),
  ]);
  expect(second.code).toBe('wrong_password');
  expect(once).toBeGreaterThan(150);
  expect(Date.now() - began - once).toBeGreaterThan(900);
  await logIn(slow, 'quantri', password);
  const tries = query
    .selectFrom('audit')
    .innerJoin('audit_payload', 'audit_payload.seq', 'audit.seq')
    .select('payload')
    .where('action', '=', 'wrong_password');
  const rows = slow.database.all(tries.compile());
  expect(rows).toHaveLength(3);
  expect(rows.map(({ payload }) => payload).join()).not.toContain('sai mật khẩu');
  await slow.close();
});

test('a locked screen opens only with the password, while jobs go on', async () => {
  await logIn(office, 'quantri', password);
  lock(office);
  expect(office.status().state).toBe('locked');
  expect((await failureOf(() => office.requireSession())).code).toBe('locked');
  expect(teamsOf(office)).toEqual([]);
  expect((await failureOf(() => unlock(office, 'không đúng'))).code).toBe('wrong_password');
  expect(office.session?.locked).toBe(true);
  expect(await unlock(office, password)).toMatchObject({ locked: false });
  const told = events.flatMap((event) => (event.type === 'session' ? [event.session?.locked ?? null] : []));
  expect(told).toEqual([false, true, false]);
});

test('log-out closes the database and wipes its key', async () => {
  await logIn(office, 'quantri', password);
  const { key } = office;
  expect(key.some((byte) => byte !== 0)).toBe(true);
  await logOut(office);
  expect(key.every((byte) => byte === 0)).toBe(true);
  expect(existsSync(`${office.paths.database}-wal`)).toBe(false);
  expect((await failureOf(() => office.key)).code).toBe('not_signed_in');
});

test('the recovery key sets a new password and is replaced', async () => {
  const again = await recover(
    office,
    recoveryKey.toLowerCase().replaceAll('-', ' '),
    'quantri',
    'một mật khẩu mới',
  );
  expect(again.session.login).toBe('quantri');
  expect(again.recovery_key).not.toBe(recoveryKey);
  expect(actions()).toContain('recover');
  await confirmKey(office, again.recovery_key);
  await logOut(office);
  expect((await failureOf(() => logIn(office, 'quantri', password))).code).toBe('wrong_password');
  expect((await failureOf(() => recover(office, recoveryKey, 'quantri', password))).code).toBe('wrong_key');
  await logIn(office, 'quantri', 'một mật khẩu mới');
});

test('a slip in the recovery key is told without trying it', async () => {
  const last = recoveryKey.at(-1) === '0' ? '1' : '0';
  const failure = await failureOf(() =>
    recover(office, recoveryKey.slice(0, -1) + last, 'quantri', 'mật khẩu mới'),
  );
  expect(failure).toMatchObject({ code: 'wrong_key' });
  expect(failure.text).toContain('gõ sai');
});

test('password and recovery key are renewed only with the password', async () => {
  await logIn(office, 'quantri', password);
  expect((await failureOf(() => changePassword(office, 'sai rồi mà', 'mật khẩu thứ hai'))).code).toBe(
    'wrong_password',
  );
  await changePassword(office, password, 'mật khẩu thứ hai');
  (await keyByPassword(office, 'quantri', 'mật khẩu thứ hai')).fill(0);
  expect((await failureOf(() => renewRecoveryKey(office, password))).code).toBe('wrong_password');
  const renewed = await renewRecoveryKey(office, 'mật khẩu thứ hai');
  expect(renewed).not.toBe(recoveryKey);
  await confirmKey(office, renewed);
  expect((await failureOf(() => recover(office, recoveryKey, 'quantri', password))).code).toBe('wrong_key');
});

test('a second process is told who has the database open', async () => {
  const lockFile = resolve('electron/data/database/office-lock.ts');
  const code = `const { takeOfficeLock } = await import(${JSON.stringify(lockFile)});
    takeOfficeLock(${JSON.stringify(office.paths.folder)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  const failure = await failureOf(() => logIn(office, 'quantri', password));
  expect(failure.code).toBe('in_use');
  expect(failure.text).toMatch(/người dùng \S+ trên máy \S+ \(từ \d\d\/\d\d\/\d{4} \d\d:\d\d\)/);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await logIn(office, 'quantri', password)).toMatchObject({ login: 'quantri' });
});

test('a database deleted while open: saving stops and the page is told', async () => {
  await office.close();
  ({ office, events } = officeOn(place.config, { watchEvery: 20 }));
  await logIn(office, 'quantri', password);
  rmSync(office.paths.database);
  await expect.poll(() => events.some((event) => event.type === 'trouble')).toBe(true);
  expect((await failureOf(() => saveTeam(office, 'Đội'))).code).toBe('not_signed_in');
  expect((await failureOf(() => office.database)).code).toBe('vanished');
  expect(office.status()).toMatchObject({ state: 'trouble', trouble: { code: 'vanished' } });
});

test.each([
  ['cut to half', (file: string) => truncateSync(file, 4096 * 20)],
  ['overwritten', (file: string) => writeFileSync(file, Buffer.alloc(300_000, 7))],
  ['emptied', (file: string) => truncateSync(file, 0)],
])('a database %s leads to the newest backup, which restores it', async (_what, damage) => {
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
  const folder = office.paths.backups;
  mkdirSync(folder, { recursive: true });
  const token = 'chosen-folder-token';
  const context = () => contextOf(office, { [token]: { path: folder, removable: false, shown: folder } });
  const { name } = await backupHandlers['backup.make']({ folder: token }, context());
  await office.close();
  damage(office.paths.database);
  // As after a crash: the note of the last opening is still there.
  writeFileSync(join(office.paths.folder, 'office.lock.json'), '{}');
  expect((await failureOf(() => logIn(office, 'quantri', password))).code).toBe('damaged');
  expect(office.status()).toMatchObject({ state: 'trouble', newest_backup: { name } });
  await backupHandlers['backup.restore']({ name, login: 'quantri', secret: password }, context());
  expect(office.status().state).toBe('closed');
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội An ninh']);
});

test('a garbled log loses nothing that was in the database file', async () => {
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
  await office.close();
  writeFileSync(`${office.paths.database}-wal`, Buffer.alloc(50_000, 3));
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội An ninh']);
});

test('keys that cannot be read are told as damage, not as a wrong password', async () => {
  writeFileSync(office.paths.keys, '{"format":1');
  expect((await failureOf(() => logIn(office, 'quantri', password))).code).toBe('damaged');
  expect(office.status()).toMatchObject({ state: 'trouble', trouble: { code: 'damaged' } });
});

test('a clock set back stops a clerk; an administrator goes on, and the trail says so', async () => {
  await logIn(office, 'quantri', password);
  await createUser(office, {
    login: 'lien',
    full_name: 'Liên',
    role: 'clerk',
    password: 'mật khẩu của Liên',
  });
  saveTeam(office, 'Đội An ninh');
  const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString();
  office.database.connection
    .prepare('UPDATE audit SET at = ? WHERE seq = (SELECT max(seq) FROM audit)')
    .run(ahead);
  // As a power cut ends it: nothing more is written.
  await office.close(false);
  expect((await failureOf(() => logIn(office, 'lien', 'mật khẩu của Liên'))).code).toBe('clock_set_back');
  expect(office.isOpen).toBe(false);
  await logIn(office, 'quantri', password);
  expect(actions()).toContain('accept_clock');
  // The row edited above breaks the chain, and that is told as well.
  expect(events.some((event) => event.type === 'trouble')).toBe(true);
});

test('the trail is walked from the last checkpoint, and an edit since is told', async () => {
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội An ninh');
  const { seq } = office.database.chainHead;
  await office.close();
  await logIn(office, 'quantri', password);
  expect(events.some((event) => event.type === 'trouble')).toBe(false);
  office.database.connection.prepare("UPDATE audit SET action = 'x' WHERE seq = ?").run(seq - 3);
  await logIn(office, 'quantri', password);
  expect(events.some((event) => event.type === 'trouble')).toBe(false);
  saveTeam(office, 'Đội Phong trào');
  office.database.connection
    .prepare("UPDATE audit SET action = 'x' WHERE seq = (SELECT max(seq) FROM audit)")
    .run();
  await logIn(office, 'quantri', password);
  expect(events.some((event) => event.type === 'trouble')).toBe(true);
});

test('the sample year lies apart and leaves the office alone', async () => {
  await openSample(contextOf(office));
  expect(office.sample).toBe(true);
  expect(office.status()).toMatchObject({ state: 'open', sample: true });
  await office.useSample(false);
  expect(office.status()).toMatchObject({ state: 'closed', sample: false, logins: ['quantri'] });
});

test('the whole disk full: a save fails as a whole and works again', async () => {
  await logIn(office, 'quantri', password);
  const { connection } = office.database;
  const pages = Number(connection.pragma('page_count', { simple: true }));
  connection.pragma(`max_page_count = ${pages}`);
  const big = query.insertInto('setting').values({ name: 'big', value: 'x'.repeat(2_000_000) });
  const unit = () => new UnitOfWork().add(big.compile());
  expect((await failureOf(() => office.database.commit(unit()))).code).toBe('disk_full');
  connection.pragma('max_page_count = 1000000');
  office.database.commit(unit());
  await sleep(1);
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
});
