import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

// Stands between the program and `node:fs`: every call that changes the disk can be seen, or made to fail, before it
// is carried out. What SQLite writes goes past it: that it lives through a power cut is SQLite's own affair.

const changing = [
  'openSync',
  'writeFileSync',
  'writeSync',
  'ftruncateSync',
  'fsyncSync',
  'fdatasyncSync',
  'renameSync',
  'rmSync',
  'copyFileSync',
  'linkSync',
  'mkdirSync',
] as const;

/** A call that is about to be carried out, and the file that it is about. */
export interface DiskCall {
  readonly name: (typeof changing)[number];
  readonly path: string;
}

type AnyCall = (...args: unknown[]) => unknown;

/** Does work while `onCall` is asked before each call that changes the disk; what it throws, the call throws. */
export async function watchingDisk<T>(onCall: (call: DiskCall) => void, work: () => Promise<T>): Promise<T> {
  const calls = fs as unknown as Record<string, AnyCall>;
  const real = new Map(changing.map((name) => [name, calls[name] as AnyCall]));
  const opened = new Map<number, string>();
  let asking = false;
  for (const [name, call] of real) {
    calls[name] = (...args) => {
      const [first] = args;
      const path = typeof first === 'number' ? (opened.get(first) ?? '') : String(first);
      if (!asking) {
        asking = true;
        try {
          onCall({ name, path });
        } finally {
          asking = false;
        }
      }
      const value = call(...args);
      if (name === 'openSync') opened.set(value as number, path);
      return value;
    };
  }
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    for (const [name, call] of real) calls[name] = call;
    syncBuiltinESMExports();
  }
}

/** The files that make an office, and what a swap leaves of them on its way. */
const ofOffice = /^(ba-yen\.db|keys\.json|thay-doi\.json)/;

function digestOf(folder: string): string {
  const sum = createHash('sha256');
  for (const name of fs
    .readdirSync(folder)
    .filter((one) => ofOffice.test(one))
    .sort())
    sum.update(`${name}\0`).update(fs.readFileSync(join(folder, name)));
  return sum.digest('hex');
}

/**
 * Does work and gives every state of an office's folder in which a power cut may find it, each once and as a copy
 * below `into`, in their order: the first is before the work, the last after it.
 */
export async function statesDuring<T>(
  folder: string,
  into: string,
  work: () => Promise<T>,
): Promise<{ states: string[]; value: T }> {
  const states: string[] = [];
  const seen = new Set<string>();
  const keep = () => {
    const digest = digestOf(folder);
    if (seen.has(digest)) return;
    seen.add(digest);
    const root = join(into, String(states.length));
    fs.mkdirSync(join(root, 'office'), { recursive: true });
    for (const name of fs.readdirSync(folder).filter((one) => ofOffice.test(one)))
      fs.copyFileSync(join(folder, name), join(root, 'office', name));
    states.push(root);
  };
  const value = await watchingDisk(keep, work);
  keep();
  return { states, value };
}
