import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnvelope } from '../../../electron/data/database/key-envelope.ts';
import {
  changePassword,
  logIn,
  logOut,
  recover,
  renewRecoveryKey,
} from '../../../electron/data/office/access.ts';
import { createOffice } from '../../../electron/data/office/create.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { officePaths } from '../../../electron/data/office/paths.ts';
import {
  changeUser,
  createUser,
  removeUser,
  setPassword,
} from '../../../electron/data/people/manage-users.ts';
import { allUsers } from '../../../electron/data/people/users.ts';
import { contextOf, failureOf, newOffice, password, readyOffice, scratch } from './new-office.ts';

// Two changes of the keys at once, and an office that is exchanged while its keys are being made.

let place: ReturnType<typeof scratch>;
let office: Office;
beforeEach(async () => {
  place = scratch();
  ({ office } = await readyOffice(place.config));
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
