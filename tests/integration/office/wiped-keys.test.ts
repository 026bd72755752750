import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  newAnswerKey,
  openKeys,
  withoutUser,
  writeEnvelope,
} from '../../../electron/data/database/key-envelope.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import { changeDatabaseKey } from '../../../electron/data/office/change-key.ts';
import type { Office } from '../../../electron/data/office/office.ts';
import { createUser } from '../../../electron/data/people/manage-users.ts';
import { failureOf, password, readyOffice, scratch } from './new-office.ts';

// A key that nothing will use any more does not stay in memory.

// Nothing is replaced: only what these functions gave can be looked at.
vi.mock('../../../electron/data/database/key-envelope.ts', { spy: true });

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

const isWiped = (key: Buffer | null | undefined) => key?.every((byte) => byte === 0);

test('a change of key that fails wipes the second key that it made, and the one before goes on', async () => {
  const held = office.answerKey;
  vi.mocked(newAnswerKey).mockClear();
  // As a full or protected folder: the decision of the swap cannot be written.
  const decision = join(office.paths.folder, 'thay-doi.json.part');
  mkdirSync(decision);
  await expect(changeDatabaseKey(office)).rejects.toThrow();
  rmSync(decision, { recursive: true });
  const made = vi.mocked(newAnswerKey).mock.results.map(({ value }) => value as { key: Buffer });
  expect(made.map(({ key }) => isWiped(key))).toEqual([true]);
  expect(office.answerKey).toBe(held);
  expect(isWiped(held?.key)).toBe(false);
});

test('a log-in whose user was removed while her password was being stretched wipes the keys it opened', async () => {
  const lan = { login: 'lan', full_name: 'Và Bá Chò', role: 'clerk', password: `${password} lan` } as const;
  await createUser(office, lan);
  const { openKeys: really } = await vi.importActual<{ openKeys: typeof openKeys }>(
    '../../../electron/data/database/key-envelope.ts',
  );
  const opened: Awaited<ReturnType<typeof openKeys>>[] = [];
  vi.mocked(openKeys).mockImplementationOnce(async (...given) => {
    const keys = await really(...given);
    opened.push(keys);
    const envelope = office.requireEnvelope();
    const uid = envelope.users.find(({ login }) => login === 'lan')?.uid ?? '';
    writeEnvelope(office.paths.keys, withoutUser(envelope, uid));
    return keys;
  });
  expect((await failureOf(() => logIn(office, 'lan', lan.password))).code).toBe('wrong_password');
  expect(opened.map((keys) => [isWiped(keys?.databaseKey), isWiped(keys?.answerKey)])).toEqual([
    [true, true],
  ]);
  expect(office.session?.login).toBe('quantri');
});
