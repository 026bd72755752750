import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  newAnswerKey,
  newDatabaseKey,
  newEnvelope,
  openKeysByRecovery,
  openWithPassword,
  openWithRecovery,
  parseEnvelope,
  readEnvelope,
  withAnswerKeys,
  withConfirmedRecovery,
  withNewKey,
  withRecovery,
  withUser,
  writeEnvelope,
} from '../../../electron/data/database/key-envelope.ts';
import { newRecoveryKey, readRecoveryKey } from '../../../electron/data/database/recovery-key.ts';
import { createDatabaseFile, openReader, openWriter } from '../../../electron/data/database/open.ts';
import { failureOf, scratch } from '../office/new-office.ts';

let place: ReturnType<typeof scratch>;
beforeEach(() => (place = scratch()));
afterEach(() => place.clear());

const user = { uid: '01890a5d-ac96-774b-bcce-b302099a8057', login: 'lien' };
const other = { uid: '01890a5d-ac96-774b-bcce-b302099a8058', login: 'mua' };

test('an envelope opens with its passwords and its recovery key, and with nothing else', async () => {
  const key = newDatabaseKey();
  const envelope = await newEnvelope(key, user, 'mật khẩu dài', 'RECOVERY');
  expect(await openWithPassword(envelope, 'lien', 'mật khẩu dài')).toEqual(key);
  // Input methods compose letters differently; the person typed the same.
  expect(await openWithPassword(envelope, 'LIEN', 'mật khẩu dài'.normalize('NFD'))).toEqual(key);
  expect(await openWithRecovery(envelope, 'RECOVERY')).toEqual(key);
  expect(await openWithPassword(envelope, 'lien', 'mật khẩu dàj')).toBeNull();
  expect(await openWithPassword(envelope, 'mua', 'mật khẩu dài')).toBeNull();
  expect(await openWithRecovery(envelope, 'mật khẩu dài')).toBeNull();
});

test("a lock moved to another user's name opens nothing", async () => {
  const key = newDatabaseKey();
  const envelope = await newEnvelope(key, user, 'mật khẩu dài', 'RECOVERY');
  const renamed = { ...envelope, users: envelope.users.map((lock) => ({ ...lock, login: 'mua' })) };
  expect(await openWithPassword(renamed, 'mua', 'mật khẩu dài')).toBeNull();
});

test('a new key reaches everybody without their passwords; the old recovery key opens until the new one is confirmed', async () => {
  const first = newDatabaseKey();
  const one = await newEnvelope(first, user, 'mật khẩu dài', 'RECOVERY');
  const two = await withUser(one, first, other, 'mật khẩu khác');
  const second = newDatabaseKey();
  const unconfirmed = await withNewKey(withConfirmedRecovery(two), second, 'RECOVERY 2');
  expect(await openWithRecovery(unconfirmed, 'RECOVERY')).toEqual(second);
  expect(await openWithRecovery(unconfirmed, 'RECOVERY 2')).toEqual(second);
  const changed = withConfirmedRecovery(unconfirmed);
  expect(changed.key_id).not.toBe(two.key_id);
  expect(await openWithPassword(changed, 'lien', 'mật khẩu dài')).toEqual(second);
  expect(await openWithPassword(changed, 'mua', 'mật khẩu khác')).toEqual(second);
  expect(await openWithRecovery(changed, 'RECOVERY')).toBeNull();
  expect(await openWithRecovery(changed, 'RECOVERY 2')).toEqual(second);
});

test('of several new recovery keys that nobody confirmed, the newest and the confirmed one open', async () => {
  const key = newDatabaseKey();
  const first = withConfirmedRecovery(await newEnvelope(key, user, 'mật khẩu dài', 'PAPER'));
  const third = await withRecovery(await withRecovery(first, key, 'LOST'), key, 'NEWEST');
  expect(await openWithRecovery(third, 'PAPER')).toEqual(key);
  expect(await openWithRecovery(third, 'LOST')).toBeNull();
  expect(await openWithRecovery(third, 'NEWEST')).toEqual(key);
});

test('the second key lies under the recovery key before as well, until that one goes', async () => {
  const key = newDatabaseKey();
  const before = withConfirmedRecovery(await newEnvelope(key, user, 'mật khẩu dài', 'PAPER'));
  const answerKey = newAnswerKey();
  const after = withAnswerKeys(await withRecovery(before, key, 'NEWEST'), answerKey, new Set([user.uid]));
  for (const secret of ['PAPER', 'NEWEST'])
    expect((await openKeysByRecovery(after, secret))?.answerKey).toEqual(answerKey.key);
  expect(withAnswerKeys(after, answerKey, new Set([user.uid]))).toBe(after);
});

test('an envelope bears the lowest number whose programs lose nothing of it', async () => {
  const key = newDatabaseKey();
  const fresh = await newEnvelope(key, user, 'mật khẩu dài', 'PAPER');
  expect(fresh.format).toBe(3);
  const confirmed = withConfirmedRecovery(fresh);
  expect(confirmed.format).toBe(2);
  const renewed = await withRecovery(confirmed, key, 'NEWEST');
  expect(renewed.format).toBe(3);
  expect(withAnswerKeys(renewed, newAnswerKey(), new Set()).format).toBe(3);
  expect(withConfirmedRecovery(renewed).format).toBe(2);
});

test.each([1, 2])(
  'an envelope of format %d opens, and its recovery key counts as confirmed',
  async (format) => {
    const key = newDatabaseKey();
    const { unconfirmed: _later, ...known } = await newEnvelope(key, user, 'mật khẩu dài', 'PAPER');
    const { answer_key_id: _second, ...first } = known;
    const envelope = parseEnvelope(JSON.stringify({ ...(format === 1 ? first : known), format }));
    expect(envelope.unconfirmed).toBeUndefined();
    expect(await openWithPassword(envelope, 'lien', 'mật khẩu dài')).toEqual(key);
    const renewed = await withRecovery(envelope, key, 'NEWEST');
    for (const secret of ['PAPER', 'NEWEST']) expect(await openWithRecovery(renewed, secret)).toEqual(key);
    expect(withConfirmedRecovery(renewed).format).toBe(format);
  },
);

test('the file is replaced as a whole: a full disk leaves the old one', async () => {
  const folder = join(place.folder, 'tiny');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
  try {
    const file = join(folder, 'keys.json');
    const envelope = await newEnvelope(newDatabaseKey(), user, 'mật khẩu dài', 'RECOVERY');
    writeEnvelope(file, envelope);
    const before = readFileSync(file, 'utf8');
    expect(() => writeFileSync(join(folder, 'filler'), Buffer.alloc(20_000))).toThrow();
    const more = Array.from({ length: 20 }, () => envelope.users[0]).filter((one) => one !== undefined);
    expect(() => writeEnvelope(file, { ...envelope, users: more })).toThrow();
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(readdirSync(folder).sort()).toEqual(['filler', 'keys.json']);
    expect(readEnvelope(file)).toEqual(envelope);
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
});

test('what is no envelope is damage; a later format asks for a newer program', async () => {
  for (const text of ['', '{', '{"format":1}', 'null'])
    expect((await failureOf(() => parseEnvelope(text))).code).toBe('damaged');
  expect((await failureOf(() => parseEnvelope('{"format":4}'))).code).toBe('newer_program');
});

test('a recovery key: eight groups of four; case, blanks, O and I do not matter; every slip is told', () => {
  fc.assert(
    fc.property(fc.nat(31), fc.nat(30), (at, by) => {
      const key = newRecoveryKey();
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
      const secret = readRecoveryKey(key);
      const sloppy = key.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('-', ' ');
      expect(readRecoveryKey(sloppy)).toBe(secret);
      const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
      const position = at + Math.floor(at / 4);
      const wrong = letters.filter((letter) => letter !== key[position])[by];
      const slipped = key.slice(0, position) + wrong + key.slice(position + 1);
      expect(() => readRecoveryKey(slipped)).toThrow();
    }),
  );
});

test('a database opens with its key alone, durable, and nothing of it is readable without', async () => {
  const file = join(place.folder, 'x.db');
  const key = newDatabaseKey();
  const created = createDatabaseFile(file, key);
  created.exec("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('Kỳ Sơn')");
  created.close();
  expect(readFileSync(file).includes('Kỳ Sơn')).toBe(false);
  expect(readFileSync(file).subarray(0, 6).toString()).not.toBe('SQLite');
  const writer = openWriter(file, key);
  const pragma = (name: string): unknown => writer.pragma(name, { simple: true });
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('secure_delete')).toBe(1);
  expect(pragma('wal_autocheckpoint')).toBe(0);
  const reader = openReader(file, key);
  expect(reader.prepare('SELECT a FROM t').pluck().get()).toBe('Kỳ Sơn');
  expect(() => reader.exec("INSERT INTO t VALUES ('x')")).toThrow(/readonly/);
  const copy = join(place.folder, 'copy.db');
  reader.prepare('VACUUM INTO ?').run(copy);
  expect(readFileSync(copy).includes('Kỳ Sơn')).toBe(false);
  reader.close();
  writer.close();
  expect((await failureOf(() => openReader(copy, newDatabaseKey()))).code).toBe('damaged');
  expect((await failureOf(() => openReader(join(place.folder, 'none.db'), key))).code).toBe('vanished');
});
