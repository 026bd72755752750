import { hash, randomBytes } from 'node:crypto';
import { fail } from '../../../shared/failure.ts';

/** Crockford's base 32: no I, L, O or U, which are read as other letters on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretLength = 28;
const groupLength = 4;

function checkOf(secret: string): string {
  const digest = hash('sha256', `ba-yen recovery ${secret}`, 'buffer');
  return Array.from(digest.subarray(0, groupLength), (byte) => alphabet[byte & 31]).join('');
}

/** A new recovery key: 140 random bits and a checksum, in eight groups of four. */
export function newRecoveryKey(): string {
  const secret = Array.from(randomBytes(secretLength), (byte) => alphabet[byte & 31]).join('');
  return groupsOf(secret + checkOf(secret)).join('-');
}

/** The groups of a recovery key, as printed. */
export function groupsOf(key: string): string[] {
  return key.replaceAll('-', '').match(/.{1,4}/g) ?? [];
}

/** What was retyped, in the letters of the alphabet: case, spaces and hyphens do not matter. */
export function cleanRecoveryText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether a text has the shape of a recovery key, right or wrong: tells it from a password. */
export function looksLikeRecoveryKey(typed: string): boolean {
  const text = cleanRecoveryText(typed);
  return text.length === secretLength + groupLength && [...text].every((letter) => alphabet.includes(letter));
}

/** The secret in a retyped recovery key; a slip of the pen is told by its checksum (`wrong_key`). */
export function readRecoveryKey(typed: string): string {
  const text = cleanRecoveryText(typed);
  const secret = text.slice(0, secretLength);
  if (!looksLikeRecoveryKey(typed))
    fail('wrong_key', 'Khóa khôi phục gồm 8 nhóm, mỗi nhóm 4 ký tự. Hãy xem lại phiếu và nhập đủ.');
  if (checkOf(secret) !== text.slice(secretLength))
    fail('wrong_key', 'Khóa khôi phục bị gõ sai ít nhất một ký tự. Hãy đối chiếu từng nhóm với phiếu.');
  return secret;
}
