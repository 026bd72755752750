import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * From now on secrets are stretched at a small part of their cost, which is half a second each time: it changes
 * nothing of what is written and when, and the tests go through hundreds of keys. Gives the way back.
 */
export function stretchCheaply(): () => void {
  const calls = crypto as unknown as Record<string, (...args: unknown[]) => unknown>;
  const real = calls['scrypt'];
  if (!real) throw new Error('no scrypt');
  calls['scrypt'] = (secret, salt, length, options, done) =>
    real(secret, salt, length, { ...(options as crypto.ScryptOptions), N: 16 }, done);
  syncBuiltinESMExports();
  return () => {
    calls['scrypt'] = real;
    syncBuiltinESMExports();
  };
}
