import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';

/** A secret of which the keys of files are made; the number stands in the files. */
export interface FileSecret {
  readonly id: number;
  readonly secret: Buffer;
}

/** "BYTK", then the version of this layout. */
const magic = Buffer.from([0x42, 0x59, 0x54, 0x4b, 1]);
const headerBytes = magic.length + 4;
const tagBytes = 16;
/** Plain bytes of a chunk: small enough that a save between two of them does not wait. */
export const chunkBytes = 512 * 1024;
const sealedChunk = chunkBytes + tagBytes;

const derive = (secret: Buffer, salt: Buffer, what: string) =>
  Buffer.from(hkdfSync('sha256', secret, salt, `ba-yen attachment ${what}`, 32));

/**
 * The name of a file: HMAC-SHA-256 of its plain bytes under a key of the first secret, in hex. The same photo twice
 * has one name, and nobody without the database can tell by it which photo it is.
 */
export async function nameOf(first: FileSecret, plain: Uint8Array): Promise<string> {
  const key = derive(first.secret, Buffer.alloc(0), 'name');
  const sum = createHmac('sha256', key);
  key.fill(0);
  for (let from = 0; from < plain.length; from += chunkBytes) {
    sum.update(plain.subarray(from, from + chunkBytes));
    await turn();
  }
  return sum.digest('hex');
}

/**
 * The key of one file. Its name is the salt: a name stands for one content, so chunks can be counted from 0 without
 * a nonce ever serving twice, the same photo gives the same bytes, and a file under another's name opens nothing.
 */
function fileKey(secret: FileSecret, name: string): Buffer {
  return derive(secret.secret, Buffer.from(name, 'hex'), 'file');
}

/** The nonce says which chunk it is and whether it is the last: chunks cannot be cut off, moved or repeated. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

const chunksOf = (plainBytes: number) => Math.max(1, Math.ceil(plainBytes / chunkBytes));

/** How many bytes a file has for so many plain ones. */
export function sealedSize(plainBytes: number): number {
  return headerBytes + plainBytes + chunksOf(plainBytes) * tagBytes;
}

/** The bytes of the file, piece by piece: AES-256-GCM in chunks behind a short header. */
export function* seal(secret: FileSecret, name: string, plain: Uint8Array): Generator<Buffer> {
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt32BE(secret.id, magic.length);
  yield header;
  const key = fileKey(secret, name);
  try {
    const chunks = chunksOf(plain.length);
    for (let index = 0; index < chunks; index += 1) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, index === chunks - 1));
      cipher.setAAD(header);
      const chunk = plain.subarray(index * chunkBytes, (index + 1) * chunkBytes);
      yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    }
  } finally {
    key.fill(0);
  }
}

/** The secret that a file was sealed with, by its header; undefined where it is no file of ours. */
function secretOf(header: Buffer, secrets: readonly FileSecret[]): FileSecret | undefined {
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) return undefined;
  const id = header.readUInt32BE(magic.length);
  return secrets.find((secret) => secret.id === id);
}

function openChunk(key: Buffer, header: Buffer, sealed: Buffer, index: number, last: boolean): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: tagBytes });
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

/**
 * The plain bytes of a sealed file, chunk by chunk; throws `DamagedFile` at the first bit that is not as it was
 * written, and for a file that is shorter, longer, another's, or sealed with a secret that is not here.
 */
export function* unseal(
  secrets: readonly FileSecret[],
  name: string,
  sealed: Buffer,
): Generator<Buffer, void, undefined> {
  const header = sealed.subarray(0, headerBytes);
  const secret = secretOf(header, secrets);
  if (!secret || sealed.length < headerBytes + tagBytes) throw new DamagedFile();
  const key = fileKey(secret, name);
  try {
    const body = sealed.subarray(headerBytes);
    const chunks = Math.ceil(body.length / sealedChunk);
    for (let index = 0; index < chunks; index += 1) {
      const chunk = body.subarray(index * sealedChunk, (index + 1) * sealedChunk);
      const plain =
        chunk.length < tagBytes ? null : openChunk(key, header, chunk, index, index === chunks - 1);
      if (plain === null) throw new DamagedFile();
      yield plain;
    }
  } finally {
    key.fill(0);
  }
}

/** A file whose bytes are not those that were written. */
export class DamagedFile extends Error {
  constructor() {
    super('damaged file');
    this.name = 'DamagedFile';
  }
}

/** Whether a sealed file is whole and its own. */
export function isWhole(secrets: readonly FileSecret[], name: string, sealed: Buffer): boolean {
  try {
    for (const chunk of unseal(secrets, name, sealed)) chunk.fill(0);
    return true;
  } catch (error) {
    if (error instanceof DamagedFile) return false;
    throw error;
  }
}
