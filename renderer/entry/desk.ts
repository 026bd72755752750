import type { BatchForm } from '../../shared/api/batches.ts';
import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import { toFailure } from '../../shared/failure.ts';
import type { SignatureMode } from '../../shared/records/pledge.ts';
import { Checks } from './checks.ts';
import {
  firstView,
  rowKey,
  type DeskDoor,
  type DeskStart,
  type DeskView,
  type FieldPort,
} from './desk-view.ts';
import { readDraft, type Sheet } from './draft.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { afterEnter, beforeField, entryFields, type EntryField, type TypedForm } from './fields.ts';
import { NumberProposal } from './numbers.ts';
import { readForm, type ReadForm } from './read-form.ts';
import { SaveQueue, type QueuedForm } from './save-queue.ts';
import { shownWhenLeft } from './shown.ts';
import { isBegun, newForm, typedOf } from './typed-form.ts';
import { dateWarnings, joinedWarnings, questionOf, type Warning } from './warnings.ts';

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
  readonly #listeners = new Set<() => void>();
  readonly #queue: SaveQueue;
  #checks: Checks;
  #signedOn: string;
  /** Put aside while another form is in the fields; the last one comes back first. */
  #aside: Sheet[] = [];
  /** Where a field outside of the Enter stops was reached from. */
  #cameFrom: EntryField | null = null;
  readonly #drafts: DraftKeeper;
  #busy = false;
  #view: DeskView;

  constructor(fields: FieldPort, door: DeskDoor, start: DeskStart) {
    this.#fields = fields;
    this.#door = door;
    this.#start = start;
    this.#numbers = new NumberProposal(start.next_number);
    this.#signedOn = start.signedOn;
    this.#checks = this.#newChecks(null);
    this.#view = firstView(start);
    this.#drafts = new DraftKeeper(
      () => this.#unsaved(),
      (content) => door.storeDraft(content),
    );
    this.#queue = new SaveQueue({
      save: (form) => door.save(form),
      onSaved: (_queued, saved) => {
        this.#numbers.learned(saved.next_number);
        const rows = this.#view.rows.filter((row) => rowKey(row) !== rowKey(saved.last));
        this.#show({ counts: saved.counts, rows: [saved.last, ...rows].slice(0, ROWS) });
        this.storeDraft();
      },
      onWarned: (queued) => this.#takeBackUnlessBegun(queued),
    });
    this.#queue.subscribe(() => this.#show({ queued: this.#queue.forms }));
  }

  get view(): DeskView {
    return this.#view;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

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
    const back = this.#cameFrom;
    if (back && (field === 'form_number' || field === 'note')) {
      this.#cameFrom = null;
      this.#fields.focus(back);
      return;
    }
    const next = afterEnter(field, this.#rules());
    if (next === 'save') {
      this.finish(false);
      return;
    }
    this.#flag(field, this.#read());
    this.#fields.focus(next);
    this.storeDraft();
  }

  /** Shift+Enter: the field before. */
  back(field: EntryField): void {
    this.#fields.focus(beforeField(field, this.#rules()));
  }

  /** A key leads to a field that Enter does not stop at; Enter leads back from it. */
  goTo(field: 'form_number' | 'note'): void {
    const current = this.#fields.current();
    if (current && current !== 'form_number' && current !== 'note') this.#cameFrom = current;
    this.#fields.focus(field);
  }

  /** A field was left: its hard error shows, and its soft ones are asked for. */
  left(field: EntryField): void {
    const typed = this.#fields.read();
    const read = this.#read(typed);
    const shown = read.errors[field] ? null : shownWhenLeft(field, read.values);
    if (shown !== null && shown !== typed[field]) this.#fields.writeOne(field, shown);
    if (typed[field].trim() !== '') this.#flag(field, read);
    if (isBegun(typed)) this.#ask(read);
  }

  /** Something was typed: kept 2 s later. */
  changed(): void {
    this.#drafts.soon();
  }

  /** How the form was signed. */
  setMode(mode: SignatureMode): void {
    const current = this.#fields.current();
    this.#show({ mode, errors: { ...this.#view.errors, signed_on: undefined, reason: undefined } });
    if (mode === 'not_yet' && current === 'signed_on') this.#fields.focus('reason');
    if (mode !== 'not_yet' && current === 'reason') this.#fields.focus('signed_on');
    this.changed();
  }

  /** Saves what is in the fields; `accept` saves with its soft errors, otherwise they lead to the note. */
  finish(accept: boolean): void {
    if (this.#busy) return;
    const read = this.#read();
    if (!read.form) {
      this.#show({ errors: read.errors });
      const first = entryFields.find((field) => read.errors[field]);
      if (first) this.#fields.focus(first);
      return;
    }
    const known = accept ? { answer: [] } : this.#checks.about(questionOf(read.values));
    const date = accept ? [] : dateWarnings(read.form.signed_on, this.#start.campaign);
    const warnings = joinedWarnings('answer' in known ? known.answer : [], date);
    if (warnings.length > 0) {
      this.#show({ warnings, errors: {} });
      this.#cameFrom = null;
      this.#fields.focus('note');
      return;
    }
    this.#send(read.form, 'coming' in known ? known.coming : undefined);
  }

  /** Lays the newest form on the desk that needs a look, or the last saved one; again: the one before it. */
  async openLast(): Promise<void> {
    const returned = this.#view.queued.find(({ state }) => state === 'failed' || state === 'held');
    if (returned && !this.#view.editing) return this.openQueued(returned.key);
    const { editing, rows } = this.#view;
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
    if (!this.#view.editing) this.#putAside();
    this.#lay({ typed: typedOf({ ...row, ethnicity }), mode: row.signature_mode }, row);
    this.#fields.focus('head_name');
  }

  /** Leaves the saved form as it was; the form put aside comes back. */
  leaveRow(): void {
    if (this.#view.editing) this.#layNext();
  }

  /** Takes the form in the fields away; gives it back to whoever wants to undo that. */
  discard(): Sheet {
    const gone = this.#sheet();
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

  /** Keeps all that is begun and not saved, now. */
  storeDraft(): void {
    this.#drafts.now();
  }

  #unsaved(): Sheet[] {
    const onTheWay = this.#queue.forms.map(({ typed, form }) => ({ typed, mode: form.signature_mode }));
    const inFields = this.#view.editing ? [] : [this.#sheet()];
    return [...onTheWay, ...this.#aside, ...inFields];
  }

  #rules() {
    return { mode: this.#view.mode, ethnicity: this.#start.ethnicity };
  }

  #read(typed: TypedForm = this.#fields.read()): ReadForm {
    return readForm(typed, { ...this.#rules(), today: this.#door.today() });
  }

  #sheet(): Sheet {
    return { typed: this.#fields.read(), mode: this.#view.mode };
  }

  #flag(field: EntryField, { errors }: ReadForm): void {
    const born = field === 'birth' && errors.birth === undefined ? { signed_on: undefined } : {};
    this.#show({ errors: { ...this.#view.errors, ...born, [field]: errors[field] } });
  }

  #ask({ values }: ReadForm): void {
    const checks = this.#checks;
    const known = checks.about(questionOf(values));
    const show = (answer: readonly Warning[]) => {
      if (checks !== this.#checks) return;
      const date = dateWarnings(this.#read().values.signed_on, this.#start.campaign);
      this.#show({ warnings: joinedWarnings(answer, date) });
    };
    if ('answer' in known) show(known.answer);
    else void known.coming.then(show);
  }

  #newChecks(exceptPledge: number | null): Checks {
    return new Checks((question) => this.#door.check(question, exceptPledge));
  }

  #send(form: PledgeForm, check?: Promise<readonly Warning[]>): void {
    const { editing } = this.#view;
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
        this.#show({ warnings });
        this.#fields.focus('note');
        return;
      }
      await this.#door.correct(row, form);
      this.#layNext();
      await this.refresh();
    } catch (error) {
      const failure = toFailure(error);
      this.#show({ failure, errors: failure.fields ?? {} });
    } finally {
      this.#busy = false;
    }
  }

  #takeBackUnlessBegun(queued: QueuedForm): boolean {
    if (this.#view.editing || isBegun(this.#fields.read())) return false;
    this.#lay({ typed: queued.typed, mode: queued.form.signature_mode });
    this.#show({ warnings: queued.warnings });
    this.#fields.focus('note');
    return true;
  }

  #putAside(): void {
    const sheet = this.#sheet();
    if (isBegun(sheet.typed)) this.#aside.push(sheet);
  }

  #layNext(): void {
    const sheet = this.#aside.pop();
    this.#lay(sheet ?? { typed: newForm(this.#numbers.next, this.#signedOn), mode: 'signed' });
    this.#fields.focus('head_name');
  }

  #lay({ typed, mode }: Sheet, editing: BatchForm | null = null): void {
    this.#cameFrom = null;
    this.#checks = this.#newChecks(editing?.pledge_id ?? null);
    this.#show({ mode, editing, errors: {}, warnings: [], failure: null, restored: false });
    this.#fields.write(typed);
  }

  #show(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
