import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fail } from '../../../shared/failure.ts';
import { readIfThere, writeWhole } from './atomic-file.ts';
import {
  keyLockSchema,
  makeKeyLock,
  openKeyLock,
  resealKeyLock,
  scryptSchema,
  usualScrypt,
  withAnswerKey,
  type KeyLock,
  type Opened,
} from './key-lock.ts';

const userLockSchema = keyLockSchema.extend({ uid: z.uuid(), login: z.string().min(1).max(64) });

/**
 * `keys.json` beside a database: who may open it. Each user's password, and the recovery key on paper, opens one
 * lock; each lock gives the same random database key.
 */
export const envelopeSchema = z.object({
  /** 2 with a second key, 3 while a recovery key is unconfirmed: a program that knows neither would lose them. */
  format: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Names the database key; backups with the same one open with the same passwords. */
  key_id: z.uuid(),
  /** Names the second key, under which the speakers of opinions lie. */
  answer_key_id: z.uuid().optional(),
  scrypt: scryptSchema,
  users: z.array(userLockSchema).max(1000),
  recovery: keyLockSchema,
  /**
   * While nobody has confirmed that the recovery key lies on paper: since when, and the lock of the one before,
   * which still opens. So the paper that an office has works whatever happens between making a key and keeping it.
   */
  unconfirmed: z
    .object({ since: z.iso.datetime({ precision: 3 }), before: keyLockSchema.optional() })
    .optional(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** Somebody with a password. */
export interface KeyUser {
  readonly uid: string;
  readonly login: string;
}

const ownerOf = (user: KeyUser) => `${user.uid}\n${user.login}`;
const recoveryOwner = 'recovery';
const newestFormat = 3;

/** The envelope under the lowest number whose programs lose nothing of it. */
function numbered(envelope: Envelope): Envelope {
  const { unconfirmed, answer_key_id } = envelope;
  return { ...envelope, format: unconfirmed ? newestFormat : answer_key_id === undefined ? 1 : 2 };
}

/** 32 random bytes: the key of a database. The caller wipes it. */
export function newDatabaseKey(): Buffer {
  return randomBytes(32);
}

/** The second key with its name. */
export interface AnswerKey {
  readonly id: string;
  readonly key: Buffer;
}

/** A new second key. The caller wipes it. */
export function newAnswerKey(): AnswerKey {
  return { id: randomUUID(), key: randomBytes(32) };
}

/** A new envelope with one user and the recovery key; both hold the second key too. */
export async function newEnvelope(
  databaseKey: Buffer,
  user: KeyUser,
  password: string,
  recoverySecret: string,
): Promise<Envelope> {
  const keyId = randomUUID();
  const lock = (secret: string, owner: string) => makeKeyLock(secret, owner, keyId, databaseKey, usualScrypt);
  const answerKey = newAnswerKey();
  const envelope: Envelope = {
    format: newestFormat,
    key_id: keyId,
    scrypt: usualScrypt,
    users: [{ ...user, ...(await lock(password, ownerOf(user))) }],
    recovery: await lock(recoverySecret, recoveryOwner),
    unconfirmed: { since: new Date().toISOString() },
  };
  const whole = withAnswerKeys(envelope, answerKey, new Set([user.uid]));
  answerKey.key.fill(0);
  return whole;
}

/** A lock with the second key or without it, as it should be; the same one where it is so already. */
function answering<L extends KeyLock>(
  lock: L,
  owner: string,
  answerKey: AnswerKey | null,
  should: boolean,
): L {
  if ((lock.answer_key !== undefined) === should) return lock;
  if (should)
    return answerKey ? { ...lock, ...withAnswerKey(lock, owner, answerKey.id, answerKey.key) } : lock;
  const { answer_key: _gone, ...rest } = lock;
  return rest as L;
}

/**
 * The envelope in which exactly these users and the recovery key hold the second key; the very same envelope where
 * it is so already. Without the key, wraps are only taken away.
 */
export function withAnswerKeys(
  envelope: Envelope,
  answerKey: AnswerKey | null,
  answerers: ReadonlySet<string>,
): Envelope {
  // Wraps of another second key are worth nothing beside this one.
  const other = answerKey !== null && envelope.answer_key_id !== answerKey.id;
  const base = other ? withAnswerKeys(envelope, null, new Set()) : envelope;
  const users = base.users.map((user) => answering(user, ownerOf(user), answerKey, answerers.has(user.uid)));
  const whole = withRecoveryLocks(base, (lock) => {
    if (!answerKey) return lock;
    const bare = other ? answering(lock, recoveryOwner, null, false) : lock;
    return answering(bare, recoveryOwner, answerKey, true);
  });
  const same = whole === base && users.every((user, index) => user === base.users[index]);
  if (same && !other) return envelope;
  return numbered({ ...whole, users, ...(answerKey && { answer_key_id: answerKey.id }) });
}

/** The envelope with each lock that a recovery key opens changed; the very same one where none changes. */
function withRecoveryLocks(envelope: Envelope, change: (lock: KeyLock) => KeyLock): Envelope {
  const { recovery: now, unconfirmed } = envelope;
  const recovery = change(now);
  const before = unconfirmed?.before && change(unconfirmed.before);
  if (recovery === now && before === unconfirmed?.before) return envelope;
  return { ...envelope, recovery, ...(unconfirmed && { unconfirmed: { ...unconfirmed, before } }) };
}

/** Who holds the second key in an envelope, by life-long name. */
export function answerersIn(envelope: Envelope): string[] {
  return envelope.users.filter(({ answer_key }) => answer_key !== undefined).map(({ uid }) => uid);
}

/** The user's entry by log-in name, letter case aside. */
export function userOf(envelope: Envelope, login: string): KeyUser | undefined {
  const wanted = login.trim().toLowerCase();
  return envelope.users.find((user) => user.login === wanted);
}

/** The keys, or null for a wrong password or an unknown log-in; takes as long for either. The caller wipes them. */
export async function openKeys(envelope: Envelope, login: string, password: string): Promise<Opened | null> {
  const wanted = login.trim().toLowerCase();
  const lock = envelope.users.find((user) => user.login === wanted);
  if (!lock) {
    await openKeyLock(envelope.recovery, password, 'nobody', envelope, envelope.scrypt);
    return null;
  }
  return openKeyLock(lock, password, ownerOf(lock), envelope, envelope.scrypt);
}

/**
 * The keys behind the recovery key, or null when it is not this envelope's; the one before counts until the newest
 * is confirmed. The caller wipes them.
 */
export async function openKeysByRecovery(envelope: Envelope, recoverySecret: string): Promise<Opened | null> {
  const { recovery, unconfirmed, scrypt } = envelope;
  const open = (lock: KeyLock) => openKeyLock(lock, recoverySecret, recoveryOwner, envelope, scrypt);
  return (await open(recovery)) ?? (unconfirmed?.before ? open(unconfirmed.before) : null);
}

/** Whether a recovery key is the newest one of an envelope. */
export async function isNewestRecovery(envelope: Envelope, recoverySecret: string): Promise<boolean> {
  const key = await openWithRecovery(withConfirmedRecovery(envelope), recoverySecret);
  key?.fill(0);
  return key !== null;
}

/** The envelope whose newest recovery key lies on paper: the one before opens nothing here any more. */
export function withConfirmedRecovery(envelope: Envelope): Envelope {
  const { unconfirmed: _before, ...confirmed } = envelope;
  return numbered(confirmed);
}

/** The database key alone; the second one is wiped. */
export function databaseKeyOf(opened: Opened | null): Buffer | null {
  opened?.answerKey?.fill(0);
  return opened?.databaseKey ?? null;
}

/** The database key, or null for a wrong password or an unknown log-in. */
export async function openWithPassword(
  envelope: Envelope,
  login: string,
  password: string,
): Promise<Buffer | null> {
  return databaseKeyOf(await openKeys(envelope, login, password));
}

/** The database key, or null when it is not this envelope's recovery key. */
export async function openWithRecovery(envelope: Envelope, recoverySecret: string): Promise<Buffer | null> {
  return databaseKeyOf(await openKeysByRecovery(envelope, recoverySecret));
}

/** The envelope with this user's lock added or replaced. */
export async function withUser(
  envelope: Envelope,
  databaseKey: Buffer,
  user: KeyUser,
  password: string,
): Promise<Envelope> {
  const lock = await makeKeyLock(password, ownerOf(user), envelope.key_id, databaseKey, envelope.scrypt);
  const others = envelope.users.filter((other) => other.uid !== user.uid);
  return { ...envelope, users: [...others, { uid: user.uid, login: user.login, ...lock }] };
}

/** The envelope without this user's lock; the same one where she has none. */
export function withoutUser(envelope: Envelope, uid: string): Envelope {
  const users = envelope.users.filter((user) => user.uid !== uid);
  return users.length === envelope.users.length ? envelope : { ...envelope, users };
}

/** The envelope with a new recovery key; the last one that was confirmed opens until this one is. */
export async function withRecovery(
  envelope: Envelope,
  databaseKey: Buffer,
  recoverySecret: string,
): Promise<Envelope> {
  const recovery = await makeKeyLock(
    recoverySecret,
    recoveryOwner,
    envelope.key_id,
    databaseKey,
    envelope.scrypt,
  );
  const before = envelope.unconfirmed?.before ?? envelope.recovery;
  return numbered({ ...envelope, recovery, unconfirmed: { since: new Date().toISOString(), before } });
}

/** The envelope for a new database key: everybody's password stays, the recovery key is new. */
export async function withNewKey(
  envelope: Envelope,
  newKey: Buffer,
  recoverySecret: string,
): Promise<Envelope> {
  const keyId = randomUUID();
  const users = envelope.users.map((user) => ({
    ...user,
    ...resealKeyLock(user, ownerOf(user), keyId, newKey),
  }));
  const resealed = withRecoveryLocks(envelope, (lock) => resealKeyLock(lock, recoveryOwner, keyId, newKey));
  return withRecovery({ ...resealed, key_id: keyId, users }, newKey, recoverySecret);
}

/** Reads an envelope from its text; `damaged` when it is none. */
export function parseEnvelope(text: string): Envelope {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const format = z.object({ format: z.number() }).safeParse(value);
  if (format.success && format.data.format > newestFormat)
    fail('newer_program', 'Tệp khóa do phiên bản mới hơn của chương trình tạo ra. Hãy cài phiên bản mới.');
  const parsed = envelopeSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return fail('damaged', 'Tệp khóa keys.json bị hỏng. Hãy khôi phục từ bản sao lưu đã kiểm tra gần nhất.', {
    safe: 'Cơ sở dữ liệu và các bản sao lưu không bị thay đổi.',
  });
}

/** The envelope in this file, or null where there is none. */
export function readEnvelope(file: string): Envelope | null {
  const text = readIfThere(file);
  return text === null ? null : parseEnvelope(text);
}

/** Replaces the envelope's file as a whole. */
export function writeEnvelope(file: string, envelope: Envelope): void {
  writeWhole(file, `${JSON.stringify(envelopeSchema.parse(envelope), null, 1)}\n`);
}

/** The same bytes as a buffer: a copy would be one more to wipe. */
export function viewOf(key: Uint8Array): Buffer {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
}
