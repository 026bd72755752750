import { logError } from '../log.ts';
import { lock } from './access.ts';
import type { Office } from './office.ts';
import { settingsOf } from './settings.ts';

const lookEvery = 5_000;

/** For tests: another clock, in ms, and how often it is looked at. */
export interface IdleLockOptions {
  readonly now?: () => number;
  readonly every?: number;
}

/**
 * Locks an office in which no person has done anything for its idle time. The page locks by itself too; this lock
 * holds whatever becomes of the page. Its clock does not follow the system's, which may be set.
 */
export class IdleLock {
  readonly #office: Office;
  readonly #now: () => number;
  readonly #timer: NodeJS.Timeout;
  #last: number;

  constructor(office: Office, { now = () => performance.now(), every = lookEvery }: IdleLockOptions = {}) {
    this.#office = office;
    this.#now = now;
    this.#last = now();
    this.#timer = setInterval(() => this.#look(), every);
    this.#timer.unref();
  }

  /** A person did something just now. */
  touch(): void {
    this.#last = this.#now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { session, isOpen } = this.#office;
    if (!session || session.locked || !isOpen) return;
    try {
      const idle = settingsOf(this.#office.database).idle_minutes * 60_000;
      if (this.#now() - this.#last >= idle) lock(this.#office);
    } catch (error) {
      // A lock must not depend on what can be read just now.
      logError('idle lock', error);
      lock(this.#office);
    }
  }
}
