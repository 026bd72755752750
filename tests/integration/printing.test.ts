import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { createWriteStream } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPrinters, printFile } from '../../electron/desktop/printers.ts';
import { FailureError } from '../../shared/failure.ts';

const queue = 'BaYenThu';
const refusing = 'BaYenTuChoi';
const pages = 37;
const folder = mkdtempSync(join(tmpdir(), 'ba-yen-print-'));
const source = join(folder, `thu-in-${String(process.pid)}.pdf`);
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function schedulerRuns(): boolean {
  try {
    return run('lpstat', '-r').includes('is running');
  } catch {
    return false;
  }
}

/** The print system, where these tests had to start it themselves. */
let scheduler: ChildProcess | undefined;

async function startScheduler(): Promise<void> {
  if (schedulerRuns()) return;
  scheduler = spawn('/usr/sbin/cupsd', ['-f'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !schedulerRuns(); tries += 1) await sleep(100);
}

function pageCount(file: string): number {
  try {
    return Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))?.[1]);
  } catch {
    return 0; // still being written
  }
}

/** PDFs that the virtual printer has written: it puts them into a folder of the user who printed. */
function printed(): string[] {
  const folders = [join(homedir(), 'PDF'), '/var/spool/cups-pdf/ANONYMOUS', '/root/PDF'];
  const there = [...new Set(folders)].filter(existsSync);
  return there.flatMap((place) => readdirSync(place).map((name) => join(place, name)));
}

beforeAll(async () => {
  await startScheduler();
  const model = ['-m', 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'];
  run('/usr/sbin/lpadmin', '-p', queue, '-E', '-v', 'cups-pdf:/', ...model);
  run('/usr/sbin/lpadmin', '-p', refusing, '-v', 'cups-pdf:/', ...model);
  run('/usr/sbin/cupsreject', refusing);
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false, font: '' });
  const written = new Promise<void>((resolve) =>
    document.pipe(createWriteStream(source)).once('finish', resolve),
  );
  for (let page = 0; page < pages; page += 1)
    document
      .addPage()
      .rect(50, 50, 100, 100 + page)
      .stroke();
  document.end();
  await written;
});
afterAll(() => {
  run('/usr/sbin/lpadmin', '-x', queue);
  run('/usr/sbin/lpadmin', '-x', refusing);
  scheduler?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the queues of the print system are listed', async () => {
  const names = (await listPrinters()).map(({ name }) => name);
  expect(names).toContain(queue);
  expect(names).toContain(refusing);
});

test('a document goes through the queue and comes out with all its pages', async () => {
  const before = new Map(printed().map((file) => [file, statSync(file).mtimeMs]));
  await printFile(source, queue, 1);
  let output: string | undefined;
  for (let tries = 0; tries < 300 && output === undefined; tries += 1) {
    await sleep(100);
    output = printed().find(
      (file) => before.get(file) !== statSync(file).mtimeMs && pageCount(file) === pages,
    );
  }
  expect(output).toBeDefined();
  expect(existsSync(source)).toBe(true);
  if (output) rmSync(output);
});

async function failureOf(printer: string): Promise<string> {
  try {
    await printFile(source, printer, 1);
    return 'printed';
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : 'another error';
  }
}

test('a printer that is not there is told, and so is a queue that takes nothing', async () => {
  expect(await failureOf('KhongCo')).toBe('no_printer');
  expect(await failureOf('-o landscape')).toBe('no_printer');
  expect(await failureOf(`${queue}; touch /tmp/x`)).toBe('no_printer');
  expect(await failureOf(refusing)).toBe('print_failed');
});
