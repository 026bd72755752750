import { writeDraft, type Sheet } from './draft.ts';

const PAUSE_MS = 2000;

/** Keeps the half-typed forms: at once when told to, and 2 s after a change. */
export class DraftKeeper {
  readonly #sheets: () => readonly Sheet[];
  readonly #store: (content: string | null) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sheets: () => readonly Sheet[], store: (content: string | null) => void) {
    this.#sheets = sheets;
    this.#store = store;
  }

  /** Something was typed. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE_MS);
  }

  /** Keeps all that is begun and not saved. */
  now(): void {
    clearTimeout(this.#timer);
    this.#store(writeDraft(this.#sheets()));
  }
}
