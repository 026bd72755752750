import type { BatchForm } from '../../shared/api/batches.ts';
import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import { toFailure } from '../../shared/failure.ts';
import type { SignatureMode } from '../../shared/records/pledge.ts';
import {
  DeskStore,
  firstView,
  rowKey,
  type DeskDoor,
  type DeskStart,
  type DeskView,
  type FieldPort,
} from './desk-view.ts';
import { readDraft, type Sheet } from './draft.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { entryFields, type EntryField } from './fields.ts';
import { FormInFields } from './form-in-fields.ts';
import { NumberProposal } from './numbers.ts';
import { SaveQueue, type QueuedForm } from './save-queue.ts';
import { shownWhenLeft } from './shown.ts';
import { isBegun, newForm, typedOf } from './typed-form.ts';
import type { Warning } from './warnings.ts';

const ROWS = 12;

/**
 * The clerk's desk for one batch: the form in the fields, forms put aside, forms on their way to the database and
 * the last saved ones. It knows no screen: fields and calls are given to it.
 */
export class EntryDesk {
  readonly #fields: FieldPort;
  readonly #door: DeskDoor;
  readonly #start: DeskStart;
  readonly #numbers: NumberProposal;
  readonly #store: DeskStore;
  readonly #form: FormInFields;
  readonly #queue: SaveQueue;
  #signedOn: string;
  /** Put aside while another form is in the fields; the last one comes back first. */
  #aside: Sheet[] = [];
  readonly #drafts: DraftKeeper;
  #busy = false;
  /** Why a closed campaign is changed: said once, for all forms of this sitting. */
  #reason: string | undefined;

  constructor(fields: FieldPort, door: DeskDoor, start: DeskStart) {
    this.#fields = fields;
    this.#door = door;
    this.#start = start;
    this.#numbers = new NumberProposal(start.next_number);
    this.#signedOn = start.signedOn;
    this.#store = new DeskStore(firstView(start));
    this.#form = new FormInFields(fields, door, start, this.#store);
    this.#drafts = new DraftKeeper(
      () => this.#unsaved(),
      (content) => door.storeDraft(content),
    );
    this.#queue = new SaveQueue({
      save: (form) => this.#withReason((reason) => door.save(form, reason)),
      onSaved: (_queued, saved) => {
        this.#numbers.learned(saved.next_number);
        const rows = this.view.rows.filter((row) => rowKey(row) !== rowKey(saved.last));
        this.#show({ counts: saved.counts, rows: [saved.last, ...rows].slice(0, ROWS) });
        this.storeDraft();
      },
      onWarned: (queued) => this.#takeBackUnlessBegun(queued),
    });
    this.#queue.subscribe(() => this.#show({ queued: this.#queue.forms }));
  }

  get view(): DeskView {
    return this.#store.view;
  }

  subscribe = (listener: () => void): (() => void) => this.#store.subscribe(listener);

  /** Lays the first form on the desk: what a draft kept, or a new one. */
  open(): void {
    const kept = readDraft(this.#start.draft, this.#start.last_forms);
    for (const { typed } of kept) this.#numbers.used(Number(typed.form_number) || 0);
    this.#aside = [...kept];
    this.#layNext();
    this.#show({ restored: kept.length > 0 });
  }

  /** Enter: the next field; from the last one, saves and lays the next form. */
  enter(field: EntryField): void {
    if (this.#form.enter(field) === 'save') this.finish(false);
    else this.storeDraft();
  }

  /** Shift+Enter: the field before. */
  back(field: EntryField): void {
    this.#form.back(field);
  }

  /** A key leads to a field that Enter does not stop at; Enter leads back from it. */
  goTo(field: 'form_number' | 'note'): void {
    this.#form.goTo(field);
  }

  /** A field was left: its hard error shows, and its soft ones are asked for. */
  left(field: EntryField): void {
    this.#form.left(field);
  }

  /** Something was typed: kept 2 s later. */
  changed(): void {
    this.#drafts.soon();
  }

  /** How the form was signed. */
  setMode(mode: SignatureMode): void {
    const current = this.#fields.current();
    this.#show({ mode, errors: { ...this.view.errors, signed_on: undefined, reason: undefined } });
    if (mode === 'not_yet' && current === 'signed_on') this.#fields.focus('reason');
    if (mode !== 'not_yet' && current === 'reason') this.#fields.focus('signed_on');
    this.changed();
  }

  /** Saves what is in the fields; `accept` saves with its soft errors, otherwise they lead to the note. */
  finish(accept: boolean): void {
    if (this.#busy) return;
    const read = this.#form.read();
    if (!read.form) {
      this.#show({ errors: read.errors });
      const first = entryFields.find((field) => read.errors[field]);
      if (first) this.#fields.focus(first);
      return;
    }
    const soft = accept ? { stop: false } : this.#form.softErrors(read);
    if (!soft.stop) this.#send(read.form, soft.coming);
  }

  /** Lays the newest form on the desk that needs a look, or the last saved one; again: the one before it. */
  async openLast(): Promise<void> {
    const returned = this.view.queued.find(({ state }) => state === 'failed' || state === 'held');
    if (returned && !this.view.editing) return this.openQueued(returned.key);
    const { editing, rows } = this.view;
    const at = editing ? rows.findIndex((row) => rowKey(row) === rowKey(editing)) : -1;
    const row = rows[Math.min(at + 1, rows.length - 1)];
    if (row) await this.openRow(row);
  }

  /** Takes a form that came back into the fields. */
  openQueued(key: number): void {
    const queued = this.#queue.take(key);
    if (!queued) return;
    this.#putAside();
    this.#lay({ typed: queued.typed, mode: queued.form.signature_mode });
    this.#show({ warnings: queued.warnings, failure: queued.failure, errors: queued.failure?.fields ?? {} });
    const blamed = entryFields.find((field) => queued.failure?.fields?.[field]);
    this.#fields.focus(blamed ?? (queued.failure?.code === 'form_number_taken' ? 'form_number' : 'note'));
  }

  /** Lays a saved form on the desk, to be looked at, corrected or voided. */
  async openRow(row: BatchForm): Promise<void> {
    const ethnicity = await this.#door.ethnicityOf(row).catch(() => null);
    if (!this.view.editing) this.#putAside();
    this.#lay({ typed: typedOf({ ...row, ethnicity }), mode: row.signature_mode }, row);
    this.#fields.focus('head_name');
  }

  /** Leaves the saved form as it was; the form put aside comes back. */
  leaveRow(): void {
    if (this.view.editing) this.#layNext();
  }

  /** Takes the form in the fields away; gives it back to whoever wants to undo that. */
  discard(): Sheet {
    const gone = this.#form.sheet;
    this.#layNext();
    this.storeDraft();
    return gone;
  }

  /** Lays a form on the desk that was taken away. */
  layBack(sheet: Sheet): void {
    this.#putAside();
    this.#lay(sheet);
    this.#fields.focus('head_name');
  }

  /** Rows, counts and numbers as the database has them. */
  async refresh(): Promise<void> {
    const { counts, last_forms, next_number } = await this.#door.reload();
    this.#numbers.learned(next_number);
    this.#show({ counts, rows: last_forms });
  }

  /** Goes on saving after the program was unlocked. */
  resume(): void {
    this.#queue.resume();
    this.storeDraft();
  }

  /** The reason for changing a closed campaign; what waited for it is saved now. */
  giveReason(reason: string): void {
    const refused = this.view.failure?.code === 'campaign_closed';
    this.#reason = reason;
    this.#show({ needsReason: false, failure: null });
    this.#queue.resume();
    if (refused && this.view.editing) this.finish(true);
  }

  /** Keeps all that is begun and not saved, now. */
  storeDraft(): void {
    this.#drafts.now();
  }

  #unsaved(): Sheet[] {
    const onTheWay = this.#queue.forms.map(({ typed, form }) => ({ typed, mode: form.signature_mode }));
    const inFields = this.view.editing ? [] : [this.#form.sheet];
    return [...onTheWay, ...this.#aside, ...inFields];
  }

  #send(form: PledgeForm, check?: Promise<readonly Warning[]>): void {
    const { editing } = this.view;
    if (editing?.repeat) {
      this.leaveRow();
      return;
    }
    if (editing) {
      void this.#correct(editing, form, check);
      return;
    }
    const typed = this.#fields.read();
    this.#numbers.used(form.form_number);
    if (form.signed_on) this.#signedOn = shownWhenLeft('signed_on', form) ?? this.#signedOn;
    this.#layNext();
    this.#queue.add(typed, form, check);
  }

  async #correct(row: BatchForm, form: PledgeForm, check?: Promise<readonly Warning[]>): Promise<void> {
    this.#busy = true;
    try {
      const warnings = (await check) ?? [];
      if (warnings.length > 0) {
        this.#form.toNote(warnings);
        return;
      }
      await this.#withReason((reason) => this.#door.correct(row, form, reason));
      this.#layNext();
      await this.refresh();
    } catch (error) {
      const failure = toFailure(error);
      this.#show({ failure, errors: failure.fields ?? {} });
    } finally {
      this.#busy = false;
    }
  }

  async #withReason<T>(work: (reason: string | undefined) => Promise<T>): Promise<T> {
    try {
      return await work(this.#reason);
    } catch (error) {
      if (toFailure(error).code === 'campaign_closed') this.#show({ needsReason: true });
      throw error;
    }
  }

  #takeBackUnlessBegun(queued: QueuedForm): boolean {
    if (this.view.editing || isBegun(this.#fields.read())) return false;
    this.#lay({ typed: queued.typed, mode: queued.form.signature_mode });
    this.#show({ warnings: queued.warnings });
    this.#fields.focus('note');
    return true;
  }

  #putAside(): void {
    const sheet = this.#form.sheet;
    if (isBegun(sheet.typed)) this.#aside.push(sheet);
  }

  #layNext(): void {
    const sheet = this.#aside.pop();
    this.#lay(sheet ?? { typed: newForm(this.#numbers.next, this.#signedOn), mode: 'signed' });
    this.#fields.focus('head_name');
  }

  #lay(sheet: Sheet, editing: BatchForm | null = null): void {
    this.#form.lay(sheet, editing);
  }

  #show(change: Partial<DeskView>): void {
    this.#store.show(change);
  }
}
