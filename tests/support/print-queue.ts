import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const model = ['-m', 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'];
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function schedulerRuns(): boolean {
  try {
    return run('lpstat', '-r').includes('is running');
  } catch {
    return false;
  }
}

/** Starts the system's print service unless it runs; gives what was started, to be ended after the tests. */
export async function startScheduler(): Promise<ChildProcess | undefined> {
  if (schedulerRuns()) return undefined;
  const scheduler = spawn('/usr/sbin/cupsd', ['-f'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !schedulerRuns(); tries += 1) await sleep(100);
  return scheduler;
}

/** Adds a queue of the virtual PDF printer. */
export function addQueue(name: string): void {
  run('/usr/sbin/lpadmin', '-p', name, '-E', '-v', 'cups-pdf:/', ...model);
}

/** Takes a queue away; one that is not there is no failure. */
export function removeQueue(name: string): void {
  try {
    run('/usr/sbin/lpadmin', '-x', name);
  } catch {
    // It is gone already.
  }
}

/** The pages of a PDF; 0 while it is still being written. */
export function pageCount(file: string): number {
  try {
    return Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))?.[1]);
  } catch {
    return 0;
  }
}

/** PDFs that the virtual printer has written, with their time: they lie in a folder of the user who printed. */
export function printed(): Map<string, number> {
  const folders = [join(homedir(), 'PDF'), '/var/spool/cups-pdf/ANONYMOUS', '/root/PDF'];
  const there = [...new Set(folders)].filter(existsSync);
  const files = there.flatMap((place) => readdirSync(place).map((name) => join(place, name)));
  return new Map(files.map((file) => [file, statSync(file).mtimeMs]));
}

/** The PDF of so many pages that came out of the printer since `before`; undefined after 30 s. */
export async function comesOut(
  before: ReadonlyMap<string, number>,
  pages: number,
): Promise<string | undefined> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isNew = ([file, time]: [string, number]) => before.get(file) !== time && pageCount(file) === pages;
    const found = [...printed()].find(isNew);
    if (found) return found[0];
    await sleep(100);
  }
  return undefined;
}
