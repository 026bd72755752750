import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/lib/electron-binary.ts';
import { hasDisplay, startVirtualDisplay, type VirtualDisplay } from '../../scripts/lib/display.ts';
import type { DialogAnswers, LaunchOptions, RunningProgram, TestDrive } from './program.ts';

const project = join(import.meta.dirname, '..', '..');

/** Electron, and the program in it, for tests that ask what only Electron knows. */
export interface ElectronProgram extends RunningProgram {
  readonly application: ElectronApplication;
}

/** An `lsblk` that lists the test's folders as sticks: the program's own code for drives runs as it is. */
function fakeLsblk(folder: string, drives: readonly TestDrive[]): string {
  const bin = join(folder, 'test-bin');
  mkdirSync(bin, { recursive: true });
  const blockdevices = drives.map(({ path, label }, index) => ({
    name: `sd${String(index)}1`,
    type: 'part',
    rm: true,
    ro: false,
    label,
    fstype: 'vfat',
    mountpoints: [path],
  }));
  writeFileSync(join(bin, 'drives.json'), JSON.stringify({ blockdevices }));
  writeFileSync(join(bin, 'lsblk'), `#!/bin/sh\nexec cat "${join(bin, 'drives.json')}"\n`);
  chmodSync(join(bin, 'lsblk'), 0o755);
  return bin;
}

/** Replaces the system's dialogs by standing answers, in the running program of this test only. */
async function answerDialogs(application: ElectronApplication, answers: DialogAnswers): Promise<void> {
  await application.evaluate(({ dialog }, { folder, saveFile, files }) => {
    const standing = globalThis as { openAnswers?: { folders: string[]; files: string[] } };
    const open = (standing.openAnswers ??= { folders: [], files: [] });
    if (folder !== undefined) open.folders = folder === null ? [] : [folder];
    if (files !== undefined) open.files = [...files];
    // Called as (options) or as (window, options).
    dialog.showOpenDialog = (...given: unknown[]) => {
      const { properties = [] } = given.at(-1) as { properties?: string[] };
      const filePaths = properties.includes('openFile') ? open.files : open.folders;
      return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    };
    if (saveFile !== undefined) {
      const answer = { canceled: saveFile === null, filePath: saveFile ?? '' };
      dialog.showSaveDialog = () => Promise.resolve(answer);
    }
  }, answers);
}

/** Process ids of a process and all below it, on Linux. */
function family(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // ended meanwhile
    }
  }
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found;
}

/** The process that runs the data bundle: a Node child, or Electron's utility process of that kind. */
function findDataProcess(root: number): number | undefined {
  return family(root).find((id) => {
    try {
      const line = readFileSync(`/proc/${String(id)}/cmdline`, 'utf8');
      return line.includes('data.cjs') || line.includes('node.mojom.NodeService');
    } catch {
      return false;
    }
  });
}

async function environment(options: LaunchOptions): Promise<[Record<string, string>, VirtualDisplay?]> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  if (options.drives) {
    env['PATH'] = [fakeLsblk(options.userData, options.drives), env['PATH']].join(delimiter);
  }
  if (hasDisplay() && !(options.headless ?? true)) return [env];
  if (process.platform !== 'linux') return [env];
  const display = await startVirtualDisplay();
  env['DISPLAY'] = display.name;
  delete env['WAYLAND_DISPLAY'];
  return [env, display];
}

async function firstPage(application: ElectronApplication): Promise<Page> {
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  return page;
}

/** Runs the program on the Electron that is here, through Playwright. */
export async function launchElectron(options: LaunchOptions): Promise<ElectronProgram> {
  const executablePath = findElectron();
  if (!executablePath) throw new Error("Electron's binary is not here");
  mkdirSync(options.userData, { recursive: true });
  const [env, display] = await environment(options);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    executablePath,
    args: [
      ...root,
      project,
      `--user-data-dir=${options.userData}`,
      '--force-device-scale-factor=1',
      '--lang=vi',
    ],
    cwd: project,
    env,
    timeout: 60_000,
  });
  const refused: string[] = [];
  const page = await firstPage(application);
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText.includes('BLOCKED')) refused.push(request.url());
  });
  await answerDialogs(application, { folder: null, saveFile: null, ...options.answers });
  const version = await application.evaluate(() => process.versions.electron ?? '');
  const main = application.process().pid;
  return {
    shell: 'electron',
    runtime: `Electron ${version}`,
    application,
    page,
    refused,
    answerDialogs: (answers) => answerDialogs(application, answers),
    dataProcessId: () => Promise.resolve(main === undefined ? undefined : findDataProcess(main)),
    close: async () => {
      await application.close();
      display?.process.kill();
    },
    kill: async () => {
      const gone = new Promise((resolve) => application.process().once('exit', resolve));
      for (const id of main === undefined ? [] : family(main)) kill(id);
      await gone;
      display?.process.kill();
    },
  };
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // ended meanwhile
  }
}
