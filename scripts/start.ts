import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildAll } from './build.ts';
import { findElectron } from './lib/electron-binary.ts';
import { hasDisplay } from './lib/display.ts';
import { ensurePackages } from './packages.ts';

const root = dirname(import.meta.dirname);

/** Downloads Electron's binary the way its package does, unless that takes longer than a minute. */
function fetchElectron(): string | undefined {
  console.error("Fetching Electron's binary …");
  const install = join(root, 'node_modules', 'electron', 'install.js');
  spawnSync(process.execPath, [install], { stdio: 'ignore', timeout: 60_000 });
  return findElectron();
}

function startElectron(executable: string): void {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...sandbox, root], { stdio: 'inherit' });
  child.once('exit', (code) => (process.exitCode = code ?? 1));
}

async function startShell(): Promise<void> {
  console.error(
    'Không có Electron trên máy này (no Electron binary here): chương trình mở trong Chromium của máy.',
  );
  ensurePackages(['chromium']);
  const { launchShell } = await import('../tests/browser-shell/launch-shell.ts');
  const userData = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'ba-yen');
  mkdirSync(userData, { recursive: true });
  const program = await launchShell({ userData, headless: false, forPerson: true });
  await new Promise((resolve) => program.page.once('close', resolve));
  await program.close();
}

if (hasDisplay()) {
  await buildAll();
  const electron = findElectron() ?? fetchElectron();
  if (electron) startElectron(electron);
  else await startShell();
} else {
  console.error(
    'Máy này không có màn hình (no display here). To see the whole program work without one: npm run demo',
  );
  process.exitCode = 1;
}
