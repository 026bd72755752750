import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import { fail } from '../../../shared/failure.ts';
import { formatMoment } from '../../../shared/vietnamese/moments.ts';
import { unnamedFiles } from '../attachments/sweep.ts';
import type { CallContext, JobContext } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { refuseWhileReplacing } from '../office/one-at-a-time.ts';
import type { Office } from '../office/office.ts';
import { failureOfFile } from './file-failure.ts';
import { backupsIn, type FoundBackup } from './listing.ts';

/** A database that could not be opened, put aside by a restore: somebody may still save something out of it. */
export interface Aside {
  readonly name: string;
  /** When it was put aside. */
  readonly since: string;
  readonly bytes: number;
}

const prefix = 'hong-';

/** What cannot be opened is put aside as it is. */
export function putAside(office: Office): void {
  const { database, keys, backups } = office.paths;
  const files = [database, `${database}-wal`, `${database}-shm`].filter(existsSync);
  if (files.length === 0 && !existsSync(keys)) return;
  const aside = join(backups, `${prefix}${Date.now()}`);
  mkdirSync(aside, { recursive: true });
  if (existsSync(keys)) copyFileSync(keys, join(aside, basename(keys)));
  for (const file of files) renameSync(file, join(aside, basename(file)));
}

function sizeOf(path: string): number {
  if (!lstatSync(path).isDirectory()) return lstatSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** What lies aside in the program's own folder of backups, the oldest first. */
export function asideIn(backups: string): Aside[] {
  const names = existsSync(backups) ? readdirSync(backups).filter((name) => name.startsWith(prefix)) : [];
  const found = names.map((name) => {
    const path = join(backups, name);
    const told = Number(/^\d+$/.exec(name.slice(prefix.length))?.[0] ?? NaN);
    const moment = Number.isNaN(new Date(told).getTime()) ? statSync(path).mtimeMs : told;
    return { name, since: new Date(moment).toISOString(), bytes: sizeOf(path) };
  });
  return found.sort((a, b) => a.since.localeCompare(b.since));
}

/** The newest whole backup on this machine that was made after something was put aside and has the present key. */
function newerBackup(office: Office, { since }: Aside): FoundBackup | undefined {
  const { key_id } = office.requireEnvelope();
  return backupsIn(office.paths.backups).find(
    ({ complete, manifest }) => complete && manifest.made_at > since && manifest.key_id === key_id,
  );
}

/** What lies aside, what it holds up, and whether there is a newer backup yet, so that it may go. */
export async function tellAside({ office }: CallContext): Promise<CallOutput<'backup.aside'>> {
  const found = asideIn(office.paths.backups);
  if (found.length === 0) return { found: [], held: { files: 0, bytes: 0 } };
  const held = await unnamedFiles(office.database, office.paths.attachments);
  return {
    found: found.map((aside) => ({ ...aside, removable: newerBackup(office, aside) !== undefined })),
    held,
  };
}

/**
 * Removes what was put aside, after the whole check of a backup that is newer than it. Fails with `not_found`,
 * with `conflict` where there is no such backup yet, and with what the check finds; then nothing is removed.
 */
export async function removeAside(
  { name }: ParsedInput<'backup.remove_aside'>,
  context: JobContext,
): Promise<{ done: true }> {
  const { office, progress, signal } = context;
  refuseWhileReplacing(office);
  const { user_id } = office.requireSession();
  const { database, paths } = office;
  const aside =
    asideIn(paths.backups).find((one) => one.name === name) ??
    fail('not_found', 'Bộ dữ liệu hỏng này không còn ở đó.');
  const newer =
    newerBackup(office, aside) ??
    fail('conflict', 'Chưa có bản sao lưu nào mới hơn bộ dữ liệu hỏng này. Hãy sao lưu rồi xóa.', {
      safe: 'Chưa có gì bị xóa.',
    });
  const backupKey = Buffer.from(office.key);
  try {
    const target = join(paths.backups, `.dang-kiem-${process.pid}-${Date.now()}.db`);
    const input = { folder: paths.backups, manifest: newer.manifest, backupKey, target };
    await context.runTask('verify_backup', input, { progress, signal });
  } finally {
    backupKey.fill(0);
  }
  const payload = {
    about: `${name}, cất lúc ${formatMoment(aside.since)}`,
    before: { bytes: aside.bytes },
    after: { backup: newer.name },
  };
  database.commit(new UnitOfWork().audit({ action: 'remove_aside', userId: user_id, payload }));
  try {
    rmSync(join(paths.backups, name), { recursive: true, force: true });
  } catch (error) {
    throw failureOfFile(error);
  }
  return { done: true };
}
