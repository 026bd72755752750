import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWithRecovery, readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import { readRecoveryKey } from '../../../electron/data/database/recovery-key.ts';
import {
  changePassword,
  logIn,
  logOut,
  recover,
  renewRecoveryKey,
} from '../../../electron/data/office/access.ts';
import { createOffice } from '../../../electron/data/office/create.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { openDatabase } from '../../../electron/data/office/open-database.ts';
import { officePaths } from '../../../electron/data/office/paths.ts';
import {
  changeUser,
  createUser,
  removeUser,
  setPassword,
} from '../../../electron/data/people/manage-users.ts';
import { allUsers } from '../../../electron/data/people/users.ts';
import {
  confirmKey,
  contextOf,
  failureOf,
  newOffice,
  officeOn,
  password,
  readyOffice,
  scratch,
} from './new-office.ts';
import { stretchCheaply } from '../../support/cheap-secrets.ts';

stretchCheaply();

// Two changes of the keys at once, and an office that is exchanged while its keys are being made.

let place: ReturnType<typeof scratch>;
let office: Office;
let recoveryKey: string;
beforeEach(async () => {
  place = scratch();
  ({ office, recoveryKey } = await readyOffice(place.config));
  await logIn(office, 'quantri', password);
});
afterEach(async () => {
  await office.close();
  place.clear();
});

const someone = (login: string, role: 'clerk' | 'administrator' = 'clerk') => ({
  login,
  full_name: 'Và Bá Chò',
  role,
  password: `${password} ${login}`,
});

test('a new user, a new recovery key and a new password at once: none gets lost', async () => {
  const [, recoveryKey] = await Promise.all([
    createUser(office, someone('cho')),
    renewRecoveryKey(office, password),
    changePassword(office, password, `${password} mới`),
  ]);
  await logOut(office);
  expect((await logIn(office, 'cho', `${password} cho`)).role).toBe('clerk');
  expect((await logIn(office, 'quantri', `${password} mới`)).role).toBe('administrator');
  await logOut(office);
  expect((await recover(office, recoveryKey, 'cho', `${password} lạc`)).session.login).toBe('cho');
});

test('a password set while its user is being removed gives her no lock', async () => {
  const id = await createUser(office, someone('cho'));
  const { version } = allUsers(office.database).find((user) => user.id === id) ?? { version: 0 };
  const removal = removeUser(contextOf(office), { id, version, change_key: false, password });
  const results = await Promise.allSettled([removal, setPassword(office, id, `${password} lại`)]);
  expect(results[0].status).toBe('fulfilled');
  expect(readEnvelope(office.paths.keys)?.users.map(({ login }) => login)).toEqual(['quantri']);
});

test('the last administrator stays, also while another one is being removed', async () => {
  const id = await createUser(office, someone('cho', 'administrator'));
  const me = office.requireSession().user_id;
  const removal = removeUser(contextOf(office), { id, version: 1, change_key: false, password });
  changeUser(office, { id: me, version: 1, full_name: 'Vừ Bá Rê', role: 'clerk' });
  expect((await failureOf(() => removal)).code).toBe('invalid');
  const administrators = allUsers(office.database).filter(
    (user) => user.role === 'administrator' && user.removed_at === null,
  );
  expect(administrators).toHaveLength(1);
});

test('keys that were being made never fall upon another office', async () => {
  const other = `${place.folder}/other`;
  await createOffice(other, newOffice, place.config);
  const keys = readEnvelope(officePaths(other).keys);
  const change = failureOf(() => setPassword(office, office.requireSession().user_id, `${password} mới`));
  await office.close();
  office.pointTo(other, null);
  expect((await change).code).toBe('conflict');
  expect(readEnvelope(officePaths(other).keys)).toEqual(keys);
});

test('a recovery key that waits for its confirmation goes with who made it', async () => {
  await renewRecoveryKey(office, password);
  expect(office.pendingRecoveryKey).not.toBeNull();
  await logOut(office);
  expect(office.pendingRecoveryKey).toBeNull();
});

/** Whether a recovery key opens the office. */
const opens = async (key: string) =>
  (await openWithRecovery(office.requireEnvelope(), readRecoveryKey(key))) !== null;

/** The key of set-up lies on paper, as in every office at work. */
const confirmFirst = () => {
  office.pendingRecoveryKey = recoveryKey;
  return confirmKey(office, recoveryKey);
};

/** As a full or protected folder: the envelope cannot be written. */
async function whileKeysCannotBeWritten<T>(work: () => Promise<T>): Promise<T> {
  const part = `${office.paths.keys}.part`;
  mkdirSync(part);
  try {
    return await work();
  } finally {
    rmSync(part, { recursive: true });
  }
}

test('the lock of a removed user that could not be taken away opens nothing, and goes at the next log-in', async () => {
  const id = await createUser(office, someone('cho'));
  const removal = () => removeUser(contextOf(office), { id, version: 1, change_key: false, password });
  await whileKeysCannotBeWritten(() => expect(removal()).rejects.toThrow());
  const logins = () => readEnvelope(office.paths.keys)?.users.map(({ login }) => login);
  expect(logins()).toContain('cho');
  await logOut(office);
  expect((await failureOf(() => logIn(office, 'cho', `${password} cho`))).code).toBe('wrong_password');
  await logIn(office, 'quantri', password);
  expect(logins()).toEqual(['quantri']);
});

test('a recovery key that cannot be written is not shown, and one that cannot be confirmed leaves both', async () => {
  await whileKeysCannotBeWritten(() => expect(renewRecoveryKey(office, password)).rejects.toThrow());
  expect(office.pendingRecoveryKey).toBeNull();
  const fresh = await renewRecoveryKey(office, password);
  await whileKeysCannotBeWritten(() => expect(confirmKey(office, fresh)).rejects.toThrow());
  for (const key of [fresh, recoveryKey]) expect(await opens(key)).toBe(true);
  // What was shown still waits: she may try again.
  await confirmKey(office, fresh);
  expect(await opens(recoveryKey)).toBe(false);
});

test('a new recovery key that was used lies on paper: it opens until the next one is confirmed', async () => {
  await confirmFirst();
  const fresh = await renewRecoveryKey(office, password);
  await logOut(office);
  const { recovery_key: next } = await recover(office, fresh, 'quantri', password);
  expect(await Promise.all([next, fresh, recoveryKey].map(opens))).toEqual([true, true, false]);
});

test('the paper from before that was used opens until the next one is confirmed', async () => {
  await confirmFirst();
  const lost = await renewRecoveryKey(office, password);
  await logOut(office);
  const { recovery_key: next } = await recover(office, recoveryKey, 'quantri', password);
  expect(await Promise.all([next, recoveryKey, lost].map(opens))).toEqual([true, true, false]);
});

test('a key of set-up is not confirmed behind the back of who opened the office meanwhile', async () => {
  await office.close();
  const { office: wizard } = officeOn(place.config);
  const elsewhere = join(place.folder, 'elsewhere');
  const key = await wizard.create(elsewhere, newOffice);
  const { office: other } = officeOn(place.config);
  await logIn(other, 'quantri', password);
  const keys = readEnvelope(officePaths(elsewhere).keys);
  expect((await failureOf(() => confirmKey(wizard, key))).code).toBe('in_use');
  expect(readEnvelope(officePaths(elsewhere).keys)).toEqual(keys);
  await other.close();
  await confirmKey(wizard, key);
  expect(wizard.status().recovery_unconfirmed).toBeNull();
});

test('nothing is opened while the files are half exchanged', async () => {
  const key = Buffer.from(office.key);
  await logOut(office);
  const decision = join(office.paths.folder, 'thay-doi.json');
  writeFileSync(decision, '{}');
  expect((await failureOf(() => openDatabase(office.paths, key, '0.1.0'))).code).toBe('in_use');
  await logIn(office, 'quantri', password);
  expect(existsSync(decision)).toBe(false);
});

test('a key is confirmed only while it is the newest: another office’s keys stay as they are', async () => {
  const fresh = await renewRecoveryKey(office, password);
  const other = `${place.folder}/other`;
  await createOffice(other, newOffice, place.config);
  const keys = readEnvelope(officePaths(other).keys);
  office.pointTo(other, null);
  expect((await failureOf(() => confirmKey(office, fresh))).code).toBe('conflict');
  expect(readEnvelope(officePaths(other).keys)).toEqual(keys);
});

test('the sample year asks nobody to keep its key', async () => {
  expect(office.status().recovery_unconfirmed).toMatchObject({ before_opens: false });
  await office.close();
  await createOffice(office.sampleFolder, newOffice, place.config);
  await office.useSample(true);
  expect(office.status()).toMatchObject({ state: 'closed', sample: true, recovery_unconfirmed: null });
});
