import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JobContext } from '../../../electron/data/context.ts';
import { UnitOfWork } from '../../../electron/data/database/unit-of-work.ts';
import { query } from '../../../electron/data/database/tables.ts';
import { DocumentStore } from '../../../electron/data/documents-store.ts';
import type { ChosenPath, DataConfig } from '../../../electron/data/messages.ts';
import { confirmRecoveryKey } from '../../../electron/data/office/confirm-key.ts';
import { createOffice, type NewOffice } from '../../../electron/data/office/create.ts';
import { Office, type OfficeOptions, type TaskRunner } from '../../../electron/data/office/office.ts';
import { insertRecord } from '../../../electron/data/records/record-writer.ts';
import type { UnnumberedEvent } from '../../../shared/events.ts';
import { FailureError, type Failure } from '../../../shared/failure.ts';
import { runHere } from '../../support/run-here.ts';

/** A password for tests. */
export const password = 'ba yên đủ dài';

/** Runs tasks as the worker thread does, but in this one: threads are the shell tests' business. */
export function inThisThread(config: DataConfig, file: string, key: Buffer): TaskRunner {
  return {
    busy: false,
    run: (task, input, { progress = () => undefined, signal } = {}) =>
      runHere(task, input, { config, file, key, progress, cancelled: () => signal?.aborted ?? false }),
    stop: () => Promise.resolve(),
  };
}

/** A folder of its own under the system's temporary folder, and the configuration that points into it. */
export function scratch(): { folder: string; config: DataConfig; clear: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'ba-yen-'));
  return {
    folder: root,
    config: configIn(root),
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The configuration of a machine whose files all lie in one folder. */
export function configIn(root: string): DataConfig {
  return {
    programVersion: '0.1.0',
    resources: resolve('resources'),
    fonts: resolve('dist/fonts'),
    worker: resolve('dist/worker.cjs'),
    userData: join(root, 'user-data'),
    defaultFolder: join(root, 'office'),
  };
}

/** What a clerk would answer in the set-up wizard. */
export const newOffice: NewOffice = {
  level: 'district',
  commune_codes: ['16813'],
  agency: {
    valid_from: '2023-01-01',
    parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
    own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
    place_name: 'Kỳ Sơn',
    signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
    signer_rank: 'Thượng tá',
    signer_name: 'Lầu Bá Thử',
  },
  administrator: { login: 'quantri', full_name: 'Vừ Bá Rê', password },
};

/** An office process on this configuration, with the events that it sends. */
export function officeOn(config: DataConfig, options: OfficeOptions = {}) {
  const events: UnnumberedEvent[] = [];
  const all = { firstDelay: 1, makeWorker: inThisThread, ...options };
  const office = new Office(config, (event) => events.push(event), all);
  return { office, events };
}

interface MadeOffice {
  readonly recoveryKey: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The offices that this process has made, by the name that tests give them. */
const madeOffices = new Map<string, MadeOffice>();

async function makeOffice(name: string, config: DataConfig): Promise<MadeOffice> {
  const { defaultFolder: folder } = config;
  const recoveryKey = await createOffice(folder, newOffice, config);
  const read = (file: string) => [file, readFileSync(join(folder, file))] as const;
  const made = { recoveryKey, files: new Map(readdirSync(folder).map(read)) };
  madeOffices.set(name, made);
  return made;
}

/**
 * A set-up office in which nobody is logged in, and its recovery key. Making one takes a second of key stretching,
 * so a test file makes each office once and every further one of that name is a copy: an office that must be
 * another one, with other keys, needs another name.
 */
export async function readyOffice(config: DataConfig, name = 'usual') {
  const made = madeOffices.get(name) ?? (await makeOffice(name, config));
  mkdirSync(config.defaultFolder, { recursive: true });
  for (const [file, bytes] of made.files) writeFileSync(join(config.defaultFolder, file), bytes);
  return { ...officeOn(config), recoveryKey: made.recoveryKey };
}

/** What a handler is given by the data process. */
export function contextOf(office: Office, chosen: Record<string, ChosenPath> = {}): JobContext {
  return {
    config: office.config,
    office,
    chosen,
    emit: office.emit,
    session: office.session,
    documents: new DocumentStore(office.config.userData),
    runTask: (task, input, hooks) => office.worker.run(task, input, hooks),
    cancelJob: () => undefined,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
}

/** Confirms the recovery key just made, as a person does who has its paper before her. */
export function confirmKey(office: Office, recoveryKey: string): Promise<void> {
  return confirmRecoveryKey(office, 1, recoveryKey.split('-')[0] ?? '');
}

/** Saves a team, the simplest record there is; gives its key. */
export function saveTeam(office: Office, name: string): number {
  const unit = new UnitOfWork();
  const by = { userId: office.requireSession().user_id, at: new Date().toISOString() };
  const { id } = insertRecord(office.database, unit, 'team', { name, short_name: null, note: null }, by);
  office.database.commit(unit);
  return id;
}

/** The names of all teams, in the order of their keys. */
export function teamsOf(office: Office): string[] {
  const teams = query.selectFrom('team').select('name').orderBy('id');
  return office.database.all(teams.compile()).map(({ name }) => name);
}

/** The failure that an action ends with; an action that succeeds fails the test. */
export async function failureOf(action: () => unknown): Promise<Failure> {
  try {
    await action();
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('should have failed');
}
