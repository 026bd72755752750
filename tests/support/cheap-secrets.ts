import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let cheap = false;

/**
 * From now on secrets are stretched at a small part of their cost, which is half a second each time: it changes
 * nothing of what is written and when, and tests go through hundreds of keys. It lasts as long as the process, and
 * every test file has its own; a forked data process stretches fully, so both never share an office.
 */
export function stretchCheaply(): void {
  if (cheap) return;
  cheap = true;
  const calls = crypto as unknown as Record<string, (...args: unknown[]) => unknown>;
  const real = calls['scrypt'];
  if (!real) throw new Error('no scrypt');
  calls['scrypt'] = (secret, salt, length, options, done) =>
    real(secret, salt, length, { ...(options as crypto.ScryptOptions), N: 16 }, done);
  syncBuiltinESMExports();
}
