import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUIDv7 (RFC 9562): sorted by the moment it was made, 74 random bits. `now` in ms since 1970. */
export function uuidv7(now = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = now.toString(16).padStart(12, '0');
  const at = (index: number) => hex[pool[used + index] ?? 0] ?? '00';
  const version = `7${at(0).slice(1)}${at(1)}`;
  const variant = `${hex[0x80 | ((pool[used + 2] ?? 0) & 0x3f)] ?? '80'}${at(3)}`;
  const rest = at(4) + at(5) + at(6) + at(7) + at(8) + at(9);
  used += 10;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}
