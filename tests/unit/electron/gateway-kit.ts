import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemDesktop } from '../../../electron/desktop/system.ts';
import type { Desktop } from '../../../electron/desktop/desktop.ts';
import { createGateway, type Gateway } from '../../../electron/gateway.ts';
import type { PageEvent } from '../../../shared/events.ts';
import type { Answer } from '../../../shared/failure.ts';
import type { Role } from '../../../shared/rights.ts';
import { forkDataProcess } from '../../browser-shell/forked-data.ts';

export interface Kit {
  readonly gateway: Gateway;
  readonly events: PageEvent[];
  readonly folder: string;
  readonly log: string[];
  call(name: unknown, input?: unknown): Promise<Answer>;
  logIn(role: Role): Promise<void>;
  /** Waits until the condition holds. */
  until(condition: () => boolean): Promise<void>;
  chooses: { folder: string | null; saveFile: string | null; files: string[] };
}

/** A gateway over a small data process of the tests' own, in a process of its own. */
export function gatewayKit(desktopParts: Partial<Desktop> = {}): Kit {
  const folder = mkdtempSync(join(tmpdir(), 'ba-yen-gateway-'));
  const document = join(folder, 'source.pdf');
  writeFileSync(document, '%PDF-1.7 test');
  const events: PageEvent[] = [];
  const log: string[] = [];
  const chooses: Kit['chooses'] = { folder: null, saveFile: null, files: [] };
  const dialogs = {
    chooseFolder: () => Promise.resolve(chooses.folder),
    chooseFiles: () => Promise.resolve(chooses.files),
    chooseSaveFile: () => Promise.resolve(chooses.saveFile),
  };
  const config = {
    programVersion: '0',
    resources: '',
    fonts: '',
    worker: '',
    userData: folder,
    defaultFolder: folder,
  };
  const gateway = createGateway({
    startDataProcess: () =>
      forkDataProcess(join(import.meta.dirname, 'echo-data.ts'), { env: { TEST_DOCUMENT: document } }),
    config,
    desktop: { ...systemDesktop(dialogs), ...desktopParts },
    emit: (event) => events.push(event),
    log: (line) => log.push(line),
  });
  const call = (name: unknown, input: unknown = {}) => gateway.handle({ trusted: true, name, input });
  return {
    gateway,
    events,
    folder,
    log,
    chooses,
    call,
    logIn: async (role) => {
      await call('office.log_in', { login: role, password: 'x' });
    },
    until: async (condition) => {
      while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

/** The failure code of an answer, or `ok`. */
export const codeOf = (answer: Answer): string => (answer.ok ? 'ok' : answer.error.code);
