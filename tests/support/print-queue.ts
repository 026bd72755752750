import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
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

/**
 * Starts the system's print service unless it runs; gives what ends it again. There is one on a machine, so the
 * files that print must not run beside each other.
 */
export async function startScheduler(): Promise<() => Promise<void>> {
  if (schedulerRuns()) return () => Promise.resolve();
  const scheduler = spawn('/usr/sbin/cupsd', ['-f'], { stdio: 'ignore' });
  const ended = once(scheduler, 'exit');
  for (let tries = 0; tries < 100 && !schedulerRuns(); tries += 1) await sleep(100);
  return async () => {
    scheduler.kill();
    await ended;
  };
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

/** Numbers of the jobs that a queue was given, printed or not. */
function jobsOf(queue: string): string[] {
  const lines = run('lpstat', '-W', 'all', '-o', queue).split('\n');
  return lines.flatMap((line) => /^\S+-(\d+)\s/.exec(line)?.[1] ?? []);
}

/** PDFs that the virtual printer has written: they lie in a folder of the user who printed. */
function papers(): string[] {
  const folders = [join(homedir(), 'PDF'), '/var/spool/cups-pdf/ANONYMOUS', '/root/PDF'];
  const there = [...new Set(folders)].filter(existsSync);
  return there.flatMap((place) => readdirSync(place).map((name) => join(place, name)));
}

/**
 * The PDF of so many pages that came out of a queue since `begun` (ms); undefined after 30 s. The virtual printer
 * puts the job's number at the end of a file's name, so that what another queue prints meanwhile is told apart.
 */
export async function comesOut(queue: string, pages: number, begun: number): Promise<string | undefined> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ends = jobsOf(queue).map((job) => `-job_${job}.pdf`);
    const found = papers().find(
      (file) =>
        ends.some((end) => file.endsWith(end)) &&
        statSync(file).mtimeMs >= begun &&
        pageCount(file) === pages,
    );
    if (found) return found;
    await sleep(100);
  }
  return undefined;
}
