import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPrinters, printFile } from '../../electron/desktop/printers.ts';
import { FailureError } from '../../shared/failure.ts';
import { addQueue, comesOut, removeQueue, startScheduler } from '../support/print-queue.ts';

const queue = 'BaYenThu';
const refusing = 'BaYenTuChoi';
const pages = 37;
const folder = mkdtempSync(join(tmpdir(), 'ba-yen-print-'));
const source = join(folder, `thu-in-${String(process.pid)}.pdf`);

let endScheduler: () => Promise<void>;

beforeAll(async () => {
  endScheduler = await startScheduler();
  addQueue(queue);
  addQueue(refusing);
  execFileSync('/usr/sbin/cupsreject', [refusing]);
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
afterAll(async () => {
  removeQueue(queue);
  removeQueue(refusing);
  await endScheduler();
  rmSync(folder, { recursive: true, force: true });
});

test('the queues of the print system are listed', async () => {
  const names = (await listPrinters()).map(({ name }) => name);
  expect(names).toContain(queue);
  expect(names).toContain(refusing);
});

test('a document goes through the queue and comes out with all its pages', async () => {
  const begun = Date.now();
  await printFile(source, queue, 1);
  const output = await comesOut(queue, pages, begun);
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
