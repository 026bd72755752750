import { statSync } from 'node:fs';

/** Which file a path names: a file that was deleted or replaced is another one. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** The identity of the file at this path, or null where there is none. */
export function identityOf(file: string): FileIdentity | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? { device: found.dev, inode: found.ino } : null;
}

/** Whether the path still names the same file, and not an emptied one. */
export function isStillThere(file: string, identity: FileIdentity): boolean {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return (
    found !== undefined && found.dev === identity.device && found.ino === identity.inode && found.size > 0n
  );
}

const everyMs = 5_000;

/**
 * Watches an open database's file: deleted or replaced while open, SQLite goes on writing into nothing. Calls
 * `onGone` once; gives the function that stops watching.
 */
export function watchIdentity(file: string, onGone: () => void, every = everyMs): () => void {
  const identity = identityOf(file);
  const timer = setInterval(() => {
    if (identity && isStillThere(file, identity)) return;
    clearInterval(timer);
    onGone();
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
