import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

/** Types of file systems as statfs(2) numbers them. */
const fileSystems: Readonly<Record<number, string>> = {
  0x01021994: 'tmpfs',
  0x858458f6: 'ramfs',
  0xef53: 'ext2/3/4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlayfs',
  0x6969: 'nfs',
  0x2fc12fc1: 'zfs',
};
const inMemory = new Set(['tmpfs', 'ramfs']);

function fileSystemOf(folder: string): string {
  const { type } = statfsSync(folder);
  return fileSystems[type] ?? `0x${type.toString(16)}`;
}

/** A new folder on a real disk, and its file system: below the temporary folder, or else below the project. */
export function realDisk(): { folder: string; fileSystem: string } {
  const own = join(project, 'test-results');
  mkdirSync(own, { recursive: true });
  for (const parent of [tmpdir(), own]) {
    const fileSystem = fileSystemOf(parent);
    if (!inMemory.has(fileSystem)) return { folder: mkdtempSync(join(parent, 'ba-yen-bench-')), fileSystem };
  }
  throw new Error('No folder here lies on a real disk.');
}
