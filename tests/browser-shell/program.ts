import type { Page } from '@playwright/test';

/** What the system's dialogs answer from now on; null is "cancel", which is also the answer at first. */
export interface DialogAnswers {
  readonly folder?: string | null;
  readonly saveFile?: string | null;
  /** Files that are chosen to be attached; none is "cancel". */
  readonly files?: readonly string[];
}

/** A folder that poses as a plugged-in stick. */
export interface TestDrive {
  readonly path: string;
  readonly label: string;
}

export interface LaunchOptions {
  /** The program's own folder; the same one again finds the same database. */
  readonly userData: string;
  /** Without a window on the screen (default). */
  readonly headless?: boolean;
  readonly answers?: DialogAnswers;
  /** Instead of the machine's own drives. */
  readonly drives?: readonly TestDrive[];
  /** Calls that are answered so many ms late, as on a slow machine; only the browser shell can do it. */
  readonly slow?: Readonly<Record<string, number>>;
}

/** The program as tests, the demo and `npm start` see it, whichever shell it runs on. */
export interface RunningProgram {
  readonly shell: 'electron' | 'browser';
  /** e.g. `Electron 45.4.1`, `Chromium 140.0.1`. */
  readonly runtime: string;
  readonly page: Page;
  /** Addresses that the page asked for and did not get, as far as the shell tells. */
  readonly refused: readonly string[];
  answerDialogs(answers: DialogAnswers): Promise<void>;
  dataProcessId(): Promise<number | undefined>;
  /** Ends it as a person does: the database is closed first. */
  close(): Promise<void>;
  /** Ends everything at once, as a power cut does. */
  kill(): Promise<void>;
}
