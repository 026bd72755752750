import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Route } from '@playwright/test';
import { createGateway, type Gateway } from '../../electron/gateway.ts';
import { listDrives } from '../../electron/desktop/drives.ts';
import type { Desktop } from '../../electron/desktop/desktop.ts';
import { systemDesktop } from '../../electron/desktop/system.ts';
import { createPageFiles, type PageFiles } from '../../electron/page-files.ts';
import { dataConfig } from '../../electron/paths.ts';
import { findChromium } from '../../scripts/lib/chromium.ts';
import manifest from '../../package.json' with { type: 'json' };
import { statfs } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { bridgeScript, EventPipe } from './bridge.ts';
import { forkDataProcess } from './forked-data.ts';
import { terminalDialogs } from './terminal-dialogs.ts';
import type { DialogAnswers, LaunchOptions, RunningProgram, TestDrive } from './program.ts';

const project = join(import.meta.dirname, '..', '..');
const origin = 'https://ba-yen.invalid';

const switches = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--test-type',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
  '--lang=vi',
];

/** More options for the one who starts the program for a person. */
export interface ShellOptions extends LaunchOptions {
  /** A window of its own size instead of an exact 1366×768 page. */
  readonly forPerson?: boolean;
  /** Another folder than `dist/` with `page/` and `data.cjs`. */
  readonly dist?: string;
}

async function asDrive({ path, label }: TestDrive) {
  const space = await statfs(path);
  const bytes = { freeBytes: space.bavail * space.bsize, totalBytes: space.blocks * space.bsize };
  return { path, label, fileSystem: 'vfat', readOnly: false, ...bytes };
}

function desktop(
  answers: () => DialogAnswers,
  { drives, forPerson }: Pick<ShellOptions, 'drives' | 'forPerson'>,
): Desktop {
  const standing = {
    chooseFolder: () => Promise.resolve(answers().folder ?? null),
    chooseFiles: () => Promise.resolve(answers().files ?? []),
    chooseSaveFile: () => Promise.resolve(answers().saveFile ?? null),
  };
  const system = systemDesktop(forPerson ? terminalDialogs : standing);
  return { ...system, drives: () => (drives ? Promise.all(drives.map(asDrive)) : listDrives()) };
}

/** Our own page gets its files, everything else nothing. */
async function answerRequest(route: Route, pageFiles: PageFiles, refused: string[]): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  if (url.origin !== origin) {
    refused.push(request.url());
    return route.abort('blockedbyclient');
  }
  const { status, headers, body } = await pageFiles(request.method(), url.pathname);
  await route.fulfill({ status, headers, body: Buffer.from(body) });
}

/** Calls come in by a binding; whoever is not our page in the main frame is a foreigner. */
async function bindCalls(
  context: BrowserContext,
  page: () => Page,
  gateway: Gateway,
  slow: NonNullable<LaunchOptions['slow']>,
): Promise<void> {
  await context.exposeBinding('baYenCall', async ({ page: sender, frame }, name: unknown, input: unknown) => {
    const own = sender === page() && frame === sender.mainFrame();
    const trusted = own && new URL(frame.url()).origin === origin;
    if (typeof name === 'string' && Object.hasOwn(slow, name)) await setTimeout(slow[name]);
    return gateway.handle({ trusted, name, input });
  });
  await context.addInitScript(bridgeScript);
}

/** The policies of Electron's window that Playwright can give: no other page, no other address. */
function keepAtHome(context: BrowserContext, page: Page): void {
  context.on('page', (opened) => {
    if (opened !== page) void opened.close();
  });
  page.on('framenavigated', (frame) => {
    const away = frame === page.mainFrame() && !frame.url().startsWith(`${origin}/`);
    if (away) void page.goto(`${origin}/index.html`).catch(() => undefined);
  });
}

async function openContext(options: ShellOptions): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: install the package chromium.');
  const profile = join(options.userData, 'chromium');
  mkdirSync(profile, { recursive: true });
  const size = { width: 1366, height: 768 };
  const own = options.forPerson
    ? ['--app=data:text/html,<title>Ba Y%C3%AAn</title>', '--window-size=1366,768']
    : [];
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    args: [...switches, ...own],
    chromiumSandbox: process.getuid?.() !== 0,
    ...(options.forPerson ? { viewport: null } : { viewport: size, screen: size, deviceScaleFactor: 1 }),
    locale: 'vi-VN',
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
  });
}

/**
 * Runs the program in this machine's Chromium: the built page, served by interception from an address that
 * exists nowhere, the same gateway, and the data bundle in a Node process.
 */
export async function launchShell(options: ShellOptions): Promise<RunningProgram> {
  const dist = options.dist ?? join(project, 'dist');
  let answers: DialogAnswers = options.answers ?? {};
  const refused: string[] = [];
  const pipe = new EventPipe();
  mkdirSync(join(options.userData, 'program'), { recursive: true });
  // As in Electron, the data process starts while the window is being made.
  const gateway = createGateway({
    startDataProcess: () => forkDataProcess(join(dist, 'data.cjs')),
    config: dataConfig({
      programVersion: manifest.version,
      program: project,
      userData: join(options.userData, 'program'),
      shared: undefined,
    }),
    desktop: desktop(() => answers, options),
    emit: (event) => pipe.push(event),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  const context = await openContext(options);
  const page = context.pages()[0] ?? (await context.newPage());
  pipe.open(page);
  const pageFiles = createPageFiles({
    folder: join(dist, 'page'),
    openOnce: (token) => gateway.openOnce(token),
  });
  await context.route('**/*', (route) => answerRequest(route, pageFiles, refused));
  await bindCalls(context, () => page, gateway, options.slow ?? {});
  keepAtHome(context, page);
  await page.goto(`${origin}/index.html`);
  const runtime = `Chromium ${context.browser()?.version() ?? ''}`.trim();
  return {
    shell: 'browser',
    runtime,
    page,
    refused,
    answerDialogs: (changed) => {
      answers = { ...answers, ...changed };
      return Promise.resolve();
    },
    dataProcessId: () => Promise.resolve(gateway.dataProcessId()),
    close: async () => {
      await gateway.stop();
      await context.close();
    },
    kill: async () => {
      gateway.kill();
      await context.close();
    },
  };
}
