import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/lib/electron-binary.ts';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { launchProgram } from '../browser-shell/launch-program.ts';
import { launchShell } from '../browser-shell/launch-shell.ts';
import { inPairs, type Bench, type Measurement, type Sample } from './harness.ts';
import { newOffice } from './office.ts';

const pairs = 7;
const emptyPage =
  '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ba Yên</title><body></body></html>';
/** A data process that opens nothing. */
const idleData = `process.on('message', (m) => { if (m.type === 'stop') process.exit(0); });
process.on('disconnect', () => process.exit(0));\n`;
const emptyMain = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('page/index.html'));
app.on('window-all-closed', () => app.quit());\n`;

function emptyProgram(folder: string): string {
  mkdirSync(join(folder, 'page'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), emptyPage);
  writeFileSync(join(folder, 'data.cjs'), idleData);
  writeFileSync(join(folder, 'main.cjs'), emptyMain);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  return folder;
}

/** Waits for the log-in form and types a key into it. */
async function typeKey(page: Page): Promise<void> {
  const field = page.locator('form[aria-label="Đăng nhập"] input[type="password"]:focus');
  await field.waitFor();
  await page.keyboard.press('a');
  if ((await field.inputValue()) !== 'a') throw new Error('The log-in form took no key.');
}

async function startProgram(userData: string): Promise<Sample> {
  const begun = performance.now();
  const program = await launchProgram({ userData });
  await typeKey(program.page);
  const value = performance.now() - begun;
  await program.close();
  return { value, n: 1 };
}

async function startEmptyElectron(
  program: string,
  userData: string,
  executablePath: string,
): Promise<Sample> {
  const begun = performance.now();
  const display = hasDisplay() || process.platform !== 'linux' ? undefined : await startVirtualDisplay();
  const env = { ...process.env, ...(display && { DISPLAY: display.name }) } as Record<string, string>;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath,
    args: [...sandbox, program, `--user-data-dir=${userData}`],
    env,
  });
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  const value = performance.now() - begun;
  await application.close();
  display?.process.kill();
  return { value, n: 1 };
}

async function startEmptyShell(dist: string, userData: string): Promise<Sample> {
  const begun = performance.now();
  const program = await launchShell({ userData, dist });
  const value = performance.now() - begun;
  await program.close();
  return { value, n: 1 };
}

async function measure({ folder, say }: Bench) {
  const electron = findElectron();
  const userData = join(folder, 'program');
  const own = electron ? userData : join(userData, 'program');
  await newOffice(own);
  const empty = emptyProgram(join(folder, 'empty'));
  const emptyData = join(folder, 'empty-data');
  mkdirSync(emptyData);
  const floor = () =>
    electron ? startEmptyElectron(empty, emptyData, electron) : startEmptyShell(empty, emptyData);
  const figures = await inPairs(pairs, () => startProgram(userData), floor);
  say(`start: on ${electron ? 'Electron' : 'the browser shell'}`);
  return { start_ms: figures.product, start_floor_ms: figures.floor };
}

/** From the start of the process to a log-in form that takes a key, against an empty page on the same shell. */
export const start: Measurement = { name: 'start', keys: ['start_ms', 'start_floor_ms'], run: measure };
