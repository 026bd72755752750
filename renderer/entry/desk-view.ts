import type { BatchCounts, BatchForm } from '../../shared/api/batches.ts';
import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import type { SavedForm } from '../../shared/api/pledges.ts';
import type { Failure } from '../../shared/failure.ts';
import type { SignatureMode } from '../../shared/records/pledge.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import type { EntryField, TypedForm } from './fields.ts';
import type { FieldErrors } from './read-form.ts';
import type { QueuedForm } from './save-queue.ts';
import type { CheckQuestion, Warning } from './warnings.ts';

/** The inputs of the form, as the desk sees them. Reading gives what stands there at this moment. */
export interface FieldPort {
  read(): TypedForm;
  write(typed: TypedForm): void;
  writeOne(field: EntryField, text: string): void;
  focus(field: EntryField): void;
  current(): EntryField | null;
}

/** The calls that the desk makes. */
export interface DeskDoor {
  /** `reason` is why a closed campaign is changed. */
  save(form: PledgeForm, reason?: string): Promise<SavedForm>;
  check(question: CheckQuestion, exceptPledge: number | null): Promise<readonly Warning[]>;
  correct(row: BatchForm, form: PledgeForm, reason?: string): Promise<void>;
  /** The ethnicity code of a saved form: the rows do not carry it. */
  ethnicityOf(row: BatchForm): Promise<string | null>;
  /** The batch as it is after a correction or a void. */
  reload(): Promise<{ counts: BatchCounts; last_forms: readonly BatchForm[]; next_number: number }>;
  /** Keeps the half-typed forms, or drops them (`null`). */
  storeDraft(content: string | null): void;
  today(): IsoDate;
}

/** What the desk is opened with. */
export interface DeskStart {
  readonly counts: BatchCounts;
  readonly last_forms: readonly BatchForm[];
  readonly next_number: number;
  /** dd/MM/yyyy, or empty in a new batch. */
  readonly signedOn: string;
  readonly campaign: { readonly from: IsoDate; readonly to: IsoDate };
  readonly ethnicity: boolean;
  /** The campaign is closed: a reason is asked for before the first form is saved. */
  readonly closed: boolean;
  readonly draft: string | null;
}

/** All that the screen shows besides the texts in the inputs. */
export interface DeskView {
  readonly mode: SignatureMode;
  readonly errors: FieldErrors;
  readonly warnings: readonly Warning[];
  /** A failure of the form as a whole. */
  readonly failure: Failure | null;
  /** The saved form that is being looked at or corrected. */
  readonly editing: BatchForm | null;
  readonly counts: BatchCounts;
  /** Newest first. */
  readonly rows: readonly BatchForm[];
  readonly queued: readonly QueuedForm[];
  /** Forms came back from a draft. */
  readonly restored: boolean;
  /** The campaign is closed, and nobody has said yet why it is changed. */
  readonly needsReason: boolean;
}

export const rowKey = (row: BatchForm): string => `${row.pledge_id}/${row.repeat_id ?? ''}`;

/** The view of a desk on which nothing lies yet. */
export const firstView = (start: DeskStart): DeskView => ({
  mode: 'signed',
  errors: {},
  warnings: [],
  failure: null,
  editing: null,
  counts: start.counts,
  rows: start.last_forms,
  queued: [],
  restored: false,
  needsReason: start.closed,
});

/** The view of a desk and who watches it. */
export class DeskStore {
  #view: DeskView;
  readonly #listeners = new Set<() => void>();

  constructor(first: DeskView) {
    this.#view = first;
  }

  get view(): DeskView {
    return this.#view;
  }

  /** Calls back after each change; gives the function that stops it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  show(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
