import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fail } from '../../shared/failure.ts';
import type { Printer } from './desktop.ts';

const run = promisify(execFile);
/** The C locale, because the answers are read by their words; the rest as it is (a queue may be elsewhere). */
const environment = () => ({ ...process.env, LC_ALL: 'C', LANG: 'C', SOFTWARE: '' });
const patience = 60_000;

async function ask(command: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(command, args, { env: environment(), timeout: patience });
  return stdout;
}

/** Names of the queues in the output of `lpstat -e`, the default one marked. */
export function parseQueues(names: string, defaultLine: string): Printer[] {
  const defaultName = /^system default destination: (\S+)/m.exec(defaultLine)?.[1];
  const lines = names.split('\n').map((line) => line.trim());
  return lines
    .filter((name) => name !== '')
    .map((name) => ({ name, shown: name, isDefault: name === defaultName }));
}

async function unixPrinters(): Promise<Printer[]> {
  try {
    const names = await ask('lpstat', ['-e']);
    return parseQueues(names, await ask('lpstat', ['-d']).catch(() => ''));
  } catch {
    return []; // no print system here, or it does not run
  }
}

async function windowsPrinters(): Promise<Printer[]> {
  const { getPrinters, getDefaultPrinter } = await import('pdf-to-printer');
  const [printers, standard] = await Promise.all([getPrinters(), getDefaultPrinter()]);
  return printers.map(({ deviceId, name }) => ({
    name: deviceId,
    shown: name,
    isDefault: deviceId === standard?.deviceId,
  }));
}

/** The printers that the system knows. */
export function listPrinters(): Promise<Printer[]> {
  return process.platform === 'win32' ? windowsPrinters() : unixPrinters();
}

const failedText =
  'Chưa gửi được văn bản tới máy in. Hãy xem máy in có bật và còn giấy không, rồi in lại; hoặc lưu PDF.';
const safe = 'Văn bản vẫn còn trong chương trình, có thể in lại hoặc lưu PDF.';

async function printOnUnix(file: string, printer: string, copies: number): Promise<void> {
  const printed = await ask('lp', ['-d', printer, '-n', String(copies), '-t', 'Ba Yen', '--', file]);
  if (!/request id is \S+-\d+/.test(printed)) fail('print_failed', failedText, { safe });
}

async function isAccepting(printer: string): Promise<boolean> {
  const state = await ask('lpstat', ['-a', printer]);
  return !/not accepting/.test(state);
}

async function printOnWindows(file: string, printer: string, copies: number): Promise<void> {
  const { print } = await import('pdf-to-printer');
  await print(file, { printer, copies, scale: 'noscale', silent: true });
}

/**
 * Hands a PDF to a printer's queue and returns when the queue has taken it.
 * Fails `no_printer` where there is none of that name, `print_failed` where the queue refuses.
 */
export async function printFile(file: string, printer: string, copies: number): Promise<void> {
  const known = await listPrinters().catch(() => []);
  if (!known.some(({ name }) => name === printer)) {
    fail('no_printer', `Không tìm thấy máy in "${printer}". Hãy chọn máy in khác hoặc lưu PDF.`, { safe });
  }
  let accepted = true;
  try {
    if (process.platform === 'win32') await printOnWindows(file, printer, copies);
    else if (await isAccepting(printer)) await printOnUnix(file, printer, copies);
    else accepted = false;
  } catch {
    accepted = false;
  }
  if (!accepted) fail('print_failed', failedText, { safe });
}
