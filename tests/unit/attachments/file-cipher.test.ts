import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  chunkBytes,
  DamagedFile,
  isWhole,
  nameOf,
  seal,
  sealedSize,
  unseal,
} from '../../../electron/data/attachments/file-cipher.ts';

const secret = { id: 1, secret: randomBytes(32) };
const sealed = (plain: Buffer, name: string, by = secret) => Buffer.concat([...seal(by, name, plain)]);
const opened = (bytes: Buffer, name: string, secrets = [secret]) =>
  Buffer.concat([...unseal(secrets, name, bytes)]);
const lengths = [
  0,
  1,
  15,
  16,
  1000,
  chunkBytes - 1,
  chunkBytes,
  chunkBytes + 1,
  2 * chunkBytes,
  2 * chunkBytes + 77,
];

describe.each(lengths)('%i bytes', (length) => {
  const plain = randomBytes(length);

  test('come back as they were, from a file of the size foretold', async () => {
    const name = await nameOf(secret, plain);
    const bytes = sealed(plain, name);
    expect(bytes.length).toBe(sealedSize(length));
    expect(opened(bytes, name).equals(plain)).toBe(true);
    if (length >= 16) expect(bytes.includes(plain.subarray(0, 16))).toBe(false);
  });

  test('any flipped bit is noticed', async () => {
    const name = await nameOf(secret, plain);
    const bytes = sealed(plain, name);
    const places = [
      0,
      4,
      5,
      8,
      9,
      bytes.length - 1,
      ...Array.from({ length: 12 }, () => randomInt(bytes.length)),
    ];
    for (const at of places) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << randomInt(8));
      expect(() => opened(flipped, name)).toThrow(DamagedFile);
      expect(isWhole([secret], name, flipped)).toBe(false);
    }
  });

  test('a file cut anywhere, or with bytes behind it, is noticed', async () => {
    const name = await nameOf(secret, plain);
    const bytes = sealed(plain, name);
    const cuts = [0, 1, 8, 9, 10, 25, bytes.length - 1, 9 + chunkBytes + 16, 9 + 2 * (chunkBytes + 16)];
    for (const cut of [...cuts, ...Array.from({ length: 8 }, () => randomInt(bytes.length))]) {
      if (cut >= bytes.length) continue;
      expect(isWhole([secret], name, bytes.subarray(0, cut))).toBe(false);
    }
    for (const more of [Buffer.alloc(1), Buffer.alloc(16), bytes.subarray(9)])
      expect(isWhole([secret], name, Buffer.concat([bytes, more]))).toBe(false);
  });
});

test('chunks that change places are noticed', async () => {
  const plain = randomBytes(3 * chunkBytes);
  const name = await nameOf(secret, plain);
  const bytes = sealed(plain, name);
  const chunk = chunkBytes + 16;
  const part = (index: number) => bytes.subarray(9 + index * chunk, 9 + (index + 1) * chunk);
  const swapped = Buffer.concat([bytes.subarray(0, 9), part(1), part(0), part(2)]);
  expect(isWhole([secret], name, swapped)).toBe(false);
  expect(isWhole([secret], name, bytes)).toBe(true);
});

test('a file under the name of another, or with a secret that is not there, opens nothing', async () => {
  const [one, other] = [randomBytes(100), randomBytes(100)];
  const [nameOne, nameOther] = [await nameOf(secret, one), await nameOf(secret, other)];
  const bytes = sealed(one, nameOne);
  expect(isWhole([secret], nameOther, bytes)).toBe(false);
  expect(isWhole([], nameOne, bytes)).toBe(false);
  expect(isWhole([{ id: 2, secret: secret.secret }], nameOne, bytes)).toBe(false);
  expect(isWhole([{ id: 1, secret: randomBytes(32) }], nameOne, bytes)).toBe(false);
});

test('the name tells content and office apart, and the same content has the same name and bytes', async () => {
  const plain = randomBytes(chunkBytes + 5);
  const name = await nameOf(secret, plain);
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(await nameOf(secret, Buffer.from(plain))).toBe(name);
  expect(await nameOf({ id: 1, secret: randomBytes(32) }, plain)).not.toBe(name);
  expect(await nameOf(secret, plain.subarray(1))).not.toBe(name);
  expect(sealed(plain, name).equals(sealed(plain, name))).toBe(true);
});
