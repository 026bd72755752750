import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './lib/chromium.ts';

const onPath = (command: string) =>
  ['/usr/local/sbin', '/usr/sbin', '/sbin', ...(process.env['PATH'] ?? '').split(':')].some(
    (folder) => folder !== '' && existsSync(`${folder}/${command}`),
  );

/** Debian package → whether what it brings is there. */
const present = {
  chromium: () => findChromium() !== undefined,
  'poppler-utils': () => onPath('pdftotext') && onPath('pdftoppm') && onPath('pdffonts'),
  strace: () => onPath('strace'),
  cups: () => onPath('cupsd') && onPath('lpadmin') && onPath('lp'),
  'printer-driver-cups-pdf': () => existsSync('/usr/lib/cups/backend/cups-pdf'),
  xvfb: () => onPath('Xvfb'),
  imagemagick: () => onPath('convert') || onPath('magick'),
} as const satisfies Record<string, () => boolean>;

export type DebianPackage = keyof typeof present;

function run(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/**
 * Sees to it that the Debian packages are here: installs what is missing as root, and otherwise says in one
 * line what to install and ends the process with 1.
 */
export function ensurePackages(packages: readonly DebianPackage[]): void {
  const missing = packages.filter((name) => !present[name]());
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.error(`Installing ${missing.join(', ')} …`);
    run('update', '-qq');
    run('install', '-y', '-qq', '--no-install-recommends', ...missing);
  }
  const still = missing.filter((name) => !present[name]());
  if (still.length === 0) return;
  console.error(`Missing here: ${still.join(', ')}. Install with: sudo apt-get install ${still.join(' ')}`);
  process.exit(1);
}
