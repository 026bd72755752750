import type { BatchForm } from '../../shared/api/batches.ts';
import { Checks, type Known } from './checks.ts';
import type { DeskDoor, DeskStart, DeskStore, FieldPort } from './desk-view.ts';
import type { Sheet } from './draft.ts';
import { afterEnter, beforeField, type EntryField, type StopRules, type TypedForm } from './fields.ts';
import { readForm, type ReadForm } from './read-form.ts';
import { shownWhenLeft } from './shown.ts';
import { isBegun } from './typed-form.ts';
import { dateWarnings, joinedWarnings, questionOf, type Warning } from './warnings.ts';

/** The one form that lies in the fields: walking through it, reading it, and what is wrong with it. */
export class FormInFields {
  readonly #fields: FieldPort;
  readonly #door: DeskDoor;
  readonly #start: DeskStart;
  readonly #store: DeskStore;
  #checks: Checks;
  /** The last question: the answer to an older one, coming late, is not shown. */
  #asked: Known | null = null;
  /** Where a field outside of the Enter stops was reached from. */
  #cameFrom: EntryField | null = null;

  constructor(fields: FieldPort, door: DeskDoor, start: DeskStart, store: DeskStore) {
    this.#fields = fields;
    this.#door = door;
    this.#start = start;
    this.#store = store;
    this.#checks = this.#newChecks(null);
  }

  /** What is typed, as it would be put aside. */
  get sheet(): Sheet {
    return { typed: this.#fields.read(), mode: this.#store.view.mode };
  }

  /** What is typed, read. */
  read(typed: TypedForm = this.#fields.read()): ReadForm {
    return readForm(typed, { ...this.#rules(), today: this.#door.today() });
  }

  /** Puts a form into the fields, with nothing said about it yet. */
  lay({ typed, mode }: Sheet, editing: BatchForm | null): void {
    this.#cameFrom = null;
    this.#asked = null;
    this.#checks = this.#newChecks(editing?.pledge_id ?? null);
    this.#store.show({ mode, editing, errors: {}, warnings: [], failure: null, restored: false });
    this.#fields.write(typed);
  }

  /** Enter in a field: moves to the next one; `save` when it was the last. */
  enter(field: EntryField): 'moved' | 'save' {
    const back = this.#cameFrom;
    if (back && (field === 'form_number' || field === 'note')) {
      this.#cameFrom = null;
      this.#fields.focus(back);
      return 'moved';
    }
    const next = afterEnter(field, this.#rules());
    if (next === 'save') return 'save';
    this.#flag(field, this.read());
    this.#fields.focus(next);
    return 'moved';
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
    const read = this.read(typed);
    const shown = read.errors[field] ? null : shownWhenLeft(field, read.values);
    if (shown !== null && shown !== typed[field]) this.#fields.writeOne(field, shown);
    if (typed[field].trim() !== '') this.#flag(field, read);
    if (isBegun(typed)) this.#ask(read);
  }

  /** What is known about the soft errors of a whole form; those that are known now are shown at the note. */
  softErrors(read: ReadForm): { readonly stop: boolean; readonly coming?: Promise<readonly Warning[]> } {
    const known = this.#checks.about(questionOf(read.values));
    const date = dateWarnings(read.values.signed_on, this.#start.campaign);
    const warnings = joinedWarnings('answer' in known ? known.answer : [], date);
    if (warnings.length > 0) {
      this.toNote(warnings);
      return { stop: true };
    }
    return 'coming' in known ? { stop: false, coming: known.coming } : { stop: false };
  }

  /** Shows soft errors and leads to the note. */
  toNote(warnings: readonly Warning[]): void {
    this.#store.show({ warnings, errors: {} });
    this.#cameFrom = null;
    this.#fields.focus('note');
  }

  #rules(): StopRules {
    return { mode: this.#store.view.mode, ethnicity: this.#start.ethnicity };
  }

  #flag(field: EntryField, { errors }: ReadForm): void {
    const born = field === 'birth' && errors.birth === undefined ? { signed_on: undefined } : {};
    this.#store.show({ errors: { ...this.#store.view.errors, ...born, [field]: errors[field] } });
  }

  #ask({ values }: ReadForm): void {
    const known = this.#checks.about(questionOf(values));
    this.#asked = known;
    const show = (answer: readonly Warning[]) => {
      if (known !== this.#asked) return;
      const date = dateWarnings(this.read().values.signed_on, this.#start.campaign);
      this.#store.show({ warnings: joinedWarnings(answer, date) });
    };
    if ('answer' in known) show(known.answer);
    else void known.coming.then(show);
  }

  #newChecks(exceptPledge: number | null): Checks {
    return new Checks((question) => this.#door.check(question, exceptPledge));
  }
}
