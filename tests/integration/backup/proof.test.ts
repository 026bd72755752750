import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupHandlers } from '../../../electron/data/backup/handlers.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { replacingAlone } from '../../../electron/data/office/one-at-a-time.ts';
import { createUser } from '../../../electron/data/people/manage-users.ts';
import {
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

// Nobody replaces a database that can be opened without the proof of the present one.

const token = 'chosen-folder-token';
let place: ReturnType<typeof scratch>;
let office: Office;
let stick: string;
/** A backup of an attacker's own office, whose password she knows. */
let foreign: string;
const foreignPassword = password;

const on = (one: Office) => contextOf(one, { [token]: { path: stick, removable: true, shown: 'USB (E:)' } });
const restore = (secrets: object) =>
  backupHandlers['backup.restore']({ folder: token, name: foreign, ...secrets }, on(office));

beforeEach(async () => {
  place = scratch();
  stick = join(place.folder, 'stick');
  mkdirSync(stick);
  const elsewhere = { userData: join(place.folder, 'u2'), defaultFolder: join(place.folder, 'o2') };
  const other = await readyOffice({ ...place.config, ...elsewhere }, 'foreign');
  await logIn(other.office, 'quantri', password);
  foreign = (await backupHandlers['backup.make']({ folder: token }, on(other.office))).name;
  await other.office.close();
  ({ office } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
  saveTeam(office, 'Đội thật');
});
afterEach(async () => {
  await office.close();
  place.clear();
});

test('not while another restore or change of key has the database closed for a moment', async () => {
  let refused: Promise<unknown> | undefined;
  await office.replaceFiles((key) => {
    refused = failureOf(() => restore({ secret: foreignPassword }));
    return key;
  });
  expect(await refused).toMatchObject({ code: 'wrong_password' });
  expect(teamsOf(office)).toEqual(['Đội thật']);
});

test('not because keys.json was taken away from under an open database', async () => {
  rmSync(office.paths.keys);
  const failure = await failureOf(() => restore({ secret: foreignPassword }));
  expect(failure.code).toBe('wrong_password');
  expect(teamsOf(office)).toEqual(['Đội thật']);
});

test('not by somebody who is no administrator, before log-in or after', async () => {
  const clerk = { login: 'lan', full_name: 'Lan', role: 'clerk', password: `${password} lan` } as const;
  await createUser(office, clerk);
  const secrets = { secret: foreignPassword, proof_login: 'lan', proof: clerk.password };
  expect((await failureOf(() => restore(secrets))).code).toBe('forbidden');
  await office.close();
  expect((await failureOf(() => restore(secrets))).code).toBe('forbidden');
  expect((await failureOf(() => restore({ secret: foreignPassword }))).code).toBe('wrong_password');
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội thật']);
});

test('not while another restore or a change of key is at work', async () => {
  let finish = () => undefined as void;
  const other = replacingAlone(office, () => new Promise<void>((resolve) => (finish = resolve)));
  const secrets = { secret: foreignPassword, proof: password };
  expect((await failureOf(() => restore(secrets))).code).toBe('in_use');
  finish();
  await other;
  await restore(secrets);
  await logIn(office, 'quantri', foreignPassword);
  expect(teamsOf(office)).toEqual([]);
});

test('a restore that fails before log-in leaves the database closed', async () => {
  await office.close();
  // The save that goes before it has no place to go.
  rmSync(office.paths.backups, { recursive: true, force: true });
  writeFileSync(office.paths.backups, 'in the way');
  await expect(
    restore({ secret: foreignPassword, proof_login: 'quantri', proof: password }),
  ).rejects.toThrow();
  expect(office.isOpen).toBe(false);
  rmSync(office.paths.backups);
  await logIn(office, 'quantri', password);
  expect(teamsOf(office)).toEqual(['Đội thật']);
});
