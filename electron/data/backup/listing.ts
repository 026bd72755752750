import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupNameSchema, manifestSchema, type Manifest } from '../../../shared/api/backup.ts';
import { fail } from '../../../shared/failure.ts';
import type { CallContext } from '../context.ts';

/** A backup's manifest lies beside it under this name. */
export const manifestName = (name: string) => `${name}.json`;
/** The envelope of its key lies beside it under this name. */
export const keysName = (name: string) => `${name}.keys`;
const longestManifest = 100_000;

/** The folder with backups that a call names: one that was chosen, or the program's own. */
export function folderOf(token: string | undefined, { chosen, office }: CallContext): string {
  if (token === undefined) return office.paths.backups;
  return chosen[token]?.path ?? fail('bad_input', 'Nơi đã chọn không còn hiệu lực. Hãy chọn lại.');
}

/** A backup that was found in a folder. */
export interface FoundBackup {
  readonly name: string;
  readonly manifest: Manifest;
  /** All its files are there and of the right size. */
  readonly complete: boolean;
}

/** The manifest of a backup, or null where there is none that can be read. */
export function manifestOf(folder: string, name: string): Manifest | null {
  try {
    const file = join(folder, manifestName(name));
    const found = statSync(file);
    if (!found.isFile() || found.size > longestManifest) return null;
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return manifest.file === name ? manifest : null;
  } catch {
    return null;
  }
}

function isComplete(folder: string, name: string, manifest: Manifest): boolean {
  const database = statSync(join(folder, name), { throwIfNoEntry: false });
  const keys = statSync(join(folder, keysName(name)), { throwIfNoEntry: false });
  const list = statSync(join(folder, `${name}.attachments`), { throwIfNoEntry: false });
  return (
    database?.size === manifest.bytes && keys !== undefined && (!manifest.attachments || list !== undefined)
  );
}

/** The backups in a folder, newest first; none where the folder cannot be read. */
export function backupsIn(folder: string): FoundBackup[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const found = names.flatMap((name) => {
    if (!backupNameSchema.safeParse(name).success) return [];
    const manifest = manifestOf(folder, name);
    return manifest ? [{ name, manifest, complete: isComplete(folder, name, manifest) }] : [];
  });
  return found.sort((a, b) => b.manifest.made_at.localeCompare(a.manifest.made_at));
}

/** The newest whole backup in a folder, or null. */
export function newestBackup(folder: string): { name: string; made_at: string } | null {
  const newest = backupsIn(folder).find((backup) => backup.complete);
  return newest ? { name: newest.name, made_at: newest.manifest.made_at } : null;
}
