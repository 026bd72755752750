import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listDrives } from '../../electron/desktop/drives.ts';
import { locate, parseMounts } from '../../electron/desktop/locations.ts';

test('the drives of this machine are listed by its own tools, whatever there is', async () => {
  for (const drive of await listDrives()) {
    expect(drive.path).not.toBe('/');
    expect(drive.totalBytes).toBeGreaterThanOrEqual(drive.freeBytes);
  }
});

test('a folder of this machine is a fixed place, also one that does not exist yet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-place-'));
  expect(await locate(folder)).toBe('fixed');
  expect(await locate(join(folder, 'not', 'yet'))).toBe('fixed');
  const link = join(folder, 'link');
  symlinkSync(folder, link);
  expect(await locate(join(link, 'below'))).toBe('fixed');
  rmSync(folder, { recursive: true });
});

test('a network path is refused without asking the network', async () => {
  expect(await locate('\\\\may-chu\\chung\\so-lieu')).toBe('network');
});

test.runIf(process.platform === 'linux')('the mounts of this machine can be read', () => {
  const mounts = parseMounts(readFileSync('/proc/self/mountinfo', 'utf8'));
  expect(mounts.map(({ point }) => point)).toContain('/proc');
});
