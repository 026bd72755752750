import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { z } from 'zod';

const base64 = z.base64().max(400);
const sealedSchema = z.object({ iv: base64, data: base64, tag: base64 });
type Sealed = z.infer<typeof sealedSchema>;

/** Cost of guessing; bounded so that a forged file cannot hang the program. */
export const scryptSchema = z.object({
  N: z.union([z.literal(2 ** 17), z.literal(2 ** 18)]),
  r: z.literal(8),
  p: z.literal(1),
});
export type ScryptCost = z.infer<typeof scryptSchema>;

/** About 350 ms and 128 MiB on an office PC. */
export const usualScrypt: ScryptCost = { N: 2 ** 17, r: 8, p: 1 };

/**
 * One way to the database key: the secret opens a private X25519 key, and that opens the database key. Because
 * the public half lies open, a new database key can be given to everybody without anybody's password.
 */
export const keyLockSchema = z.object({
  salt: base64,
  public_key: base64,
  private_key: sealedSchema,
  database_key: sealedSchema.extend({ ephemeral: base64 }),
  /** The second key, for those who answer opinions. */
  answer_key: sealedSchema.extend({ ephemeral: base64 }).optional(),
});
export type KeyLock = z.infer<typeof keyLockSchema>;

/** The key that a secret gives; Unicode is normalised, because input methods compose letters differently. */
function stretch(secret: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options = { ...cost, maxmem: 256 * 1024 * 1024 + 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function seal(key: Uint8Array, plain: Buffer, about: string): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(about));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    iv: iv.toString('base64'),
    data: data.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The plain bytes, or null when the key or what it is about is another. */
function unseal(key: Uint8Array, sealed: Sealed, about: string): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(Buffer.from(sealed.tag, 'base64'));
    const parts = [decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()];
    const plain = Buffer.concat(parts);
    for (const part of parts) part.fill(0);
    return plain;
  } catch {
    return null;
  }
}

const privateAbout = (owner: string, publicKey: string) => `private\n${owner}\n${publicKey}`;
const keyAbout = (owner: string, keyId: string) => `database\n${owner}\n${keyId}`;
const answerAbout = (owner: string, keyId: string) => `answer\n${owner}\n${keyId}`;

/** What a sealed key is for; each use has keys of its own. */
type Use = 'ba-yen database key' | 'ba-yen answer key';

function agreed(privateKey: Buffer, publicKey: string, salt: string, use: Use): Buffer {
  const shared = diffieHellman({
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
  });
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.from(salt, 'base64'), use, 32));
  shared.fill(0);
  return key;
}

function newPair(): { publicKey: string; privateKey: Buffer } {
  const pair = generateKeyPairSync('x25519');
  return {
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

function sealForKey(publicKey: string, about: string, plain: Buffer, use: Use) {
  const pair = newPair();
  const key = agreed(pair.privateKey, publicKey, pair.publicKey, use);
  const sealed = seal(key, plain, about);
  key.fill(0);
  pair.privateKey.fill(0);
  return { ...sealed, ephemeral: pair.publicKey };
}

/** A lock that `secret` opens, bound to its owner and to the database key's name. */
export async function makeKeyLock(
  secret: string,
  owner: string,
  keyId: string,
  databaseKey: Buffer,
  cost: ScryptCost,
): Promise<KeyLock> {
  const salt = randomBytes(16);
  const stretched = await stretch(secret, salt, cost);
  const pair = newPair();
  const lock: KeyLock = {
    salt: salt.toString('base64'),
    public_key: pair.publicKey,
    private_key: seal(stretched, pair.privateKey, privateAbout(owner, pair.publicKey)),
    database_key: sealForKey(pair.publicKey, keyAbout(owner, keyId), databaseKey, 'ba-yen database key'),
  };
  stretched.fill(0);
  pair.privateKey.fill(0);
  return lock;
}

/** The names of the keys behind a lock. */
export interface KeyNames {
  readonly key_id: string;
  readonly answer_key_id?: string | undefined;
}

/** What a lock gives: the database key, and the second key where the lock holds one. */
export interface Opened {
  readonly databaseKey: Buffer;
  readonly answerKey: Buffer | null;
}

/** The keys behind a lock, or null when the secret is wrong. */
export async function openKeyLock(
  lock: KeyLock,
  secret: string,
  owner: string,
  names: KeyNames,
  cost: ScryptCost,
): Promise<Opened | null> {
  const stretched = await stretch(secret, Buffer.from(lock.salt, 'base64'), cost);
  const privateKey = unseal(stretched, lock.private_key, privateAbout(owner, lock.public_key));
  stretched.fill(0);
  if (!privateKey) return null;
  const open = (sealed: Sealed & { ephemeral: string }, about: string, use: Use) => {
    const key = agreed(privateKey, sealed.ephemeral, sealed.ephemeral, use);
    const plain = unseal(key, sealed, about);
    key.fill(0);
    return plain;
  };
  const { database_key, answer_key } = lock;
  const databaseKey = open(database_key, keyAbout(owner, names.key_id), 'ba-yen database key');
  const answerKey =
    answer_key && names.answer_key_id !== undefined
      ? open(answer_key, answerAbout(owner, names.answer_key_id), 'ba-yen answer key')
      : null;
  privateKey.fill(0);
  return databaseKey && { databaseKey, answerKey };
}

/** The same lock, which also gives the second key. */
export function withAnswerKey(lock: KeyLock, owner: string, answerKeyId: string, answerKey: Buffer): KeyLock {
  const about = answerAbout(owner, answerKeyId);
  return { ...lock, answer_key: sealForKey(lock.public_key, about, answerKey, 'ba-yen answer key') };
}

/** The same lock, opened by the same secret, around another database key. */
export function resealKeyLock(lock: KeyLock, owner: string, keyId: string, databaseKey: Buffer): KeyLock {
  const about = keyAbout(owner, keyId);
  return { ...lock, database_key: sealForKey(lock.public_key, about, databaseKey, 'ba-yen database key') };
}
