import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGateway, type Gateway } from '../../electron/gateway.ts';
import type { CallInput, CallOutput, JobName, PlainCallName } from '../../shared/api.ts';
import type { PageEvent } from '../../shared/events.ts';
import { FailureError } from '../../shared/failure.ts';
import { forkDataProcess } from '../browser-shell/forked-data.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the "desktop" of a client without a window answers. */
export interface ClientOptions {
  readonly userData?: string;
  /** The folder that the next folder dialog gives. */
  readonly folder?: () => string | null;
  /** The files that the next dialog for files gives. */
  readonly files?: () => readonly string[];
  readonly drives?: () => { path: string; label: string }[];
}

/** The program without its window: the real gateway and the real data bundle, driven by typed calls. */
export class ProgramClient {
  readonly userData: string;
  readonly gateway: Gateway;
  readonly events: PageEvent[] = [];
  #ends = new Map<string, (event: PageEvent) => void>();

  constructor(options: ClientOptions = {}) {
    this.userData = options.userData ?? mkdtempSync(path.join(tmpdir(), 'ba-yen-client-'));
    this.gateway = createGateway({
      startDataProcess: () => forkDataProcess(path.join(root, 'dist/data.cjs')),
      config: {
        programVersion: '0.1.0',
        resources: path.join(root, 'resources'),
        fonts: path.join(root, 'dist/fonts'),
        worker: path.join(root, 'dist/worker.cjs'),
        userData: this.userData,
        defaultFolder: path.join(this.userData, 'du-lieu'),
      },
      desktop: {
        chooseFolder: async () => Promise.resolve(options.folder?.() ?? null),
        chooseFiles: async () => Promise.resolve(options.files?.() ?? []),
        chooseSaveFile: async () => Promise.resolve(null),
        drives: async () =>
          Promise.resolve(
            (options.drives?.() ?? []).map((drive) => ({
              ...drive,
              fileSystem: 'ext4',
              freeBytes: 1e12,
              totalBytes: 1e12,
              readOnly: false,
            })),
          ),
        printers: async () => Promise.resolve([]),
        print: async () => Promise.resolve(),
      },
      emit: (event) => this.#receive(event),
      log: (line) => process.stderr.write(`${line}\n`),
    });
  }

  #receive(event: PageEvent): void {
    this.events.push(event);
    if ('job' in event && event.type !== 'job_progress') this.#ends.get(event.job)?.(event);
  }

  async #ask(name: string, input: unknown): Promise<unknown> {
    const answer = await this.gateway.handle({ trusted: true, name, input });
    if (!answer.ok) throw new FailureError(answer.error);
    return answer.value;
  }

  /** A call of the contract; throws its failure. */
  async call<N extends PlainCallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    return (await this.#ask(name, input)) as CallOutput<N>;
  }

  /** A job of the contract, to its end. */
  async job<N extends JobName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const { job } = (await this.#ask(name, input)) as { job: string };
    const early = this.events.find(
      (event) => 'job' in event && event.job === job && event.type !== 'job_progress',
    );
    const end = early ?? (await new Promise<PageEvent>((resolve) => this.#ends.set(job, resolve)));
    this.#ends.delete(job);
    if (end.type === 'job_failed') throw new FailureError(end.error);
    return (end as Extract<PageEvent, { type: 'job_done' }>).value as CallOutput<N>;
  }

  /** Ends it as a person does: the database is closed first. */
  async stop(): Promise<void> {
    await this.gateway.stop();
  }
}

/** Sets an office up with an administrator and logs her in. */
export async function setUpOffice(
  client: ProgramClient,
  communeCodes = ['16828'],
): Promise<{ recoveryKey: string }> {
  const { recovery_key } = await client.call('office.create', {
    level: 'district',
    commune_codes: communeCodes,
    agency: {
      valid_from: '2023-01-01',
      parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
      own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
      place_name: 'Kỳ Sơn',
      signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
      signer_rank: 'Thượng tá',
      signer_name: 'Nguyễn Văn Kiểm',
    },
    administrator: { login: 'quantri', full_name: 'Lê Thị Quản', password: testPassword },
  });
  await client.call('office.log_in', { login: 'quantri', password: testPassword });
  return { recoveryKey: recovery_key };
}

export const testPassword = 'mot hai ba bon';
