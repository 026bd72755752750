import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import type { SavedForm } from '../../shared/api/pledges.ts';
import { toFailure, type Failure } from '../../shared/failure.ts';
import type { TypedForm } from './fields.ts';
import type { Warning } from './warnings.ts';

/** A form that left the fields and is not yet known to be in the database. */
export interface QueuedForm {
  readonly key: number;
  readonly typed: TypedForm;
  readonly form: PledgeForm;
  /**
   * `checking`: the answer about soft errors is not there yet; `waiting`: for its turn, for the lock to open or for a reason;
   * `saving`; `held`: has soft errors nobody has seen; `failed`: refused by the database.
   */
  readonly state: 'checking' | 'waiting' | 'saving' | 'held' | 'failed';
  readonly warnings: readonly Warning[];
  readonly failure: Failure | null;
}

/** What the queue needs from outside. */
export interface QueueDoor {
  readonly save: (form: PledgeForm) => Promise<SavedForm>;
  readonly onSaved: (queued: QueuedForm, saved: SavedForm) => void;
  /** Soft errors came after the form had left the fields: true takes it back into the fields. */
  readonly onWarned: (queued: QueuedForm) => boolean;
}

/** Failures that pass without a change of the form (unlocked, a reason given): it waits instead of coming back. */
const passing = new Set(['locked', 'not_signed_in', 'campaign_closed']);

/**
 * Saves forms one after the other while the clerk types on. Nothing typed is lost: a form leaves the queue only
 * when it is saved, or when the clerk takes it back into the fields.
 */
export class SaveQueue {
  #forms: readonly QueuedForm[] = [];
  #lastKey = 0;
  #running = false;
  readonly #listeners = new Set<() => void>();
  readonly #door: QueueDoor;

  constructor(door: QueueDoor) {
    this.#door = door;
  }

  /** The forms on their way, oldest first; a new array after each change. */
  get forms(): readonly QueuedForm[] {
    return this.#forms;
  }

  /** Calls back after each change; gives the function that stops it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lets a form in; with `check`, it is saved only when that answers without soft errors. */
  add(typed: TypedForm, form: PledgeForm, check?: Promise<readonly Warning[]>): void {
    this.#lastKey += 1;
    const key = this.#lastKey;
    const state = check ? 'checking' : 'waiting';
    this.#set([...this.#forms, { key, typed, form, state, warnings: [], failure: null }]);
    if (check) void this.#clear(key, check);
    else void this.#run();
  }

  /** Takes a held or failed form out of the queue, to be corrected in the fields. */
  take(key: number): QueuedForm | undefined {
    const found = this.#forms.find((queued) => queued.key === key);
    if (!found || (found.state !== 'held' && found.state !== 'failed')) return undefined;
    this.#set(this.#forms.filter((queued) => queued !== found));
    return found;
  }

  /** Goes on after the program was unlocked, or a reason was given. */
  resume(): void {
    void this.#run();
  }

  async #clear(key: number, check: Promise<readonly Warning[]>): Promise<void> {
    // A check that cannot be answered must not stop the form: the save itself still refuses what cannot be.
    const warnings = await check.catch(() => []);
    const queued = this.#forms.find((form) => form.key === key);
    if (!queued) return;
    if (warnings.length === 0) {
      this.#change(key, { state: 'waiting' });
      return this.#run();
    }
    const held: QueuedForm = { ...queued, state: 'held', warnings };
    if (this.#door.onWarned(held)) this.#set(this.#forms.filter((form) => form.key !== key));
    else this.#change(key, held);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        if (!(await this.#saveOne(next))) return;
      }
    } finally {
      this.#running = false;
    }
  }

  /** The oldest form, unless it still waits for its check: forms are saved in the order of the stack. */
  #next(): QueuedForm | undefined {
    const open = this.#forms.find(({ state }) => state === 'waiting' || state === 'checking');
    return open?.state === 'waiting' ? open : undefined;
  }

  async #saveOne(queued: QueuedForm): Promise<boolean> {
    this.#change(queued.key, { state: 'saving' });
    try {
      const saved = await this.#door.save(queued.form);
      this.#set(this.#forms.filter(({ key }) => key !== queued.key));
      this.#door.onSaved(queued, saved);
      return true;
    } catch (error) {
      const failure = toFailure(error);
      const waits = passing.has(failure.code);
      this.#change(queued.key, waits ? { state: 'waiting' } : { state: 'failed', failure });
      return !waits;
    }
  }

  #change(key: number, change: Partial<QueuedForm>): void {
    this.#set(this.#forms.map((queued) => (queued.key === key ? { ...queued, ...change } : queued)));
  }

  #set(forms: readonly QueuedForm[]): void {
    this.#forms = forms;
    for (const listener of this.#listeners) listener();
  }
}
