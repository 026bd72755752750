import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { handlers } from '../../../electron/data/handlers.ts';
import { logIn } from '../../../electron/data/office/access.ts';
import type { Office, TaskRunner } from '../../../electron/data/office/office.ts';
import { createOffice } from '../../../electron/data/office/create.ts';
import type { JobContext } from '../../../electron/data/context.ts';
import type { DataConfig } from '../../../electron/data/messages.ts';
import { api, type CallInput, type CallOutput, type DataCallName } from '../../../shared/api.ts';
import { fontFolder } from '../documents/reader.ts';
import { configIn, contextOf, newOffice, officeOn, password } from '../office/new-office.ts';
import { runHere } from '../../support/run-here.ts';

/** An office whose data side answers here, with its files in a folder of its own. */
export interface Desk {
  readonly office: Office;
  readonly context: JobContext;
  /** Carries out a call of the contract as who is logged in. */
  readonly call: <N extends DataCallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly logIn: (login: 'quantri' | 'xem') => Promise<unknown>;
  /** The bytes of a document that was made. */
  readonly bytes: (documentId: string) => Buffer;
  readonly close: () => Promise<void>;
  /** The person cancels whatever runs. */
  cancelled: boolean;
}

/** Sets an office up with an administrator, who is logged in, and a viewer. */
export async function desk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-exports-'));
  const config = { ...configIn(folder), fonts: fontFolder() };
  await createOffice(config.defaultFolder, newOffice, config);
  // Runs every task as the worker thread does, but in this one.
  const makeWorker = (of: DataConfig, file: string, key: Buffer): TaskRunner => ({
    busy: false,
    run: (task, input, { progress = () => undefined } = {}) =>
      runHere(task, input, { config: of, file, key, progress, cancelled: () => made.cancelled }),
    stop: () => Promise.resolve(),
  });
  const { office } = officeOn(config, { makeWorker });
  await logIn(office, 'quantri', password);
  const context = contextOf(office);
  const call = async <N extends DataCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const handler = handlers[name] as (input: unknown, context: JobContext) => Promise<CallOutput<N>>;
    return handler(api[name].input.parse(input), context);
  };
  await call('users.create', { login: 'xem', full_name: 'Người xem', role: 'viewer', password });
  const made: Desk = {
    office,
    context,
    call,
    logIn: (login) => logIn(office, login, password),
    bytes: (id) => readFileSync(context.documents.get(id).path),
    close: async () => {
      await office.close();
      for (const place of [folder, config.fonts]) rmSync(place, { recursive: true, force: true });
    },
    cancelled: false,
  };
  return made;
}

/** One part of a workbook's archive. */
export function partOf(bytes: Uint8Array, name: string): string {
  const { files = {} } = read(bytes, { bookFiles: true }) as {
    files?: Record<string, { content: Uint8Array }>;
  };
  const found = Object.entries(files).find(([path]) => path.endsWith(name));
  if (!found) throw new Error(`The workbook has no ${name}`);
  return Buffer.from(found[1].content).toString();
}

/** A workbook as a spreadsheet program reads it. */
export function readWorkbook(bytes: Uint8Array): { book: WorkBook; list: WorkSheet; rows: unknown[][] } {
  const book = read(bytes, { cellNF: true, cellStyles: true, cellFormula: true });
  const list = book.Sheets[book.SheetNames[0] ?? ''];
  if (!list) throw new Error('The workbook has no sheet');
  return { book, list, rows: utils.sheet_to_json(list, { header: 1, raw: true, defval: null }) };
}
