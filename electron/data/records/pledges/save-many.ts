import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { FailureError, toFailure } from '../../../../shared/failure.ts';
import { identityKey } from '../../../../shared/vietnamese/text.ts';
import type { JobContext } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { ChangeBy } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { campaignOf, requireReason, type Campaign } from './campaign.ts';
import { planForm, type FormPlace, type PlannedForm } from './save-form.ts';

type Input = ParsedInput<'pledges.save_many'>;
type Form = Input['forms'][number];
type Result = CallOutput<'pledges.save_many'>;

/** A chunk is planned for so long, in ms: a save that comes meanwhile waits for it and its transaction. */
const chunkMs = 4;

/** Forms planned but not yet committed: their own kind must not be asked of the database. */
interface Chunk {
  readonly unit: UnitOfWork;
  readonly forms: Form[];
  readonly planned: PlannedForm[];
  /** village, head and birth of the planned forms */
  readonly heads: Set<string>;
  /** commune and number */
  readonly numbers: Set<string>;
}

const emptyChunk = (): Chunk => ({
  unit: new UnitOfWork(),
  forms: [],
  planned: [],
  heads: new Set(),
  numbers: new Set(),
});

/** The job before; two at once would double the wait of a clerk's own save. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Saves many forms of one campaign in short transactions, so that a clerk's own save never waits for long; one
 * such job after the other.
 */
export function saveMany(input: Input, context: JobContext): Promise<Result> {
  const own = before.then(() => saveInChunks(input, context));
  before = own.catch(() => undefined);
  return own;
}

async function saveInChunks(input: Input, context: JobContext): Promise<Result> {
  const { database } = context.office;
  const campaign = campaignOf(database, input.campaign_id);
  requireReason(campaign, input.reason_for_change);
  const userId = context.office.requireSession().user_id;
  const saver = new ManySaver(database, campaign, userId, input.reason_for_change);
  for (let next = 0; next < input.forms.length;) {
    if (context.signal.aborted) throw context.signal.reason as FailureError;
    next = saver.saveChunk(input.forms, next);
    context.progress('Đang lưu các tờ cam kết', next, input.forms.length);
    await nextTurn();
  }
  return saver.result;
}

class ManySaver {
  readonly result: Result = { saved: 0, repeats: 0, conflicts: 0, refused: [] };
  readonly #database: Database;
  readonly #campaign: Campaign;
  readonly #userId: number;
  readonly #reason: string | undefined;
  readonly #communes = new Map<number, number>();

  constructor(database: Database, campaign: Campaign, userId: number, reason: string | undefined) {
    this.#database = database;
    this.#campaign = campaign;
    this.#userId = userId;
    this.#reason = reason;
  }

  /** Saves the forms from `start` on for as long as a chunk may last; gives the index behind the last one. */
  saveChunk(forms: readonly Form[], start: number): number {
    const until = performance.now() + chunkMs;
    const chunk = emptyChunk();
    const by = this.#by();
    let next = start;
    while (next < forms.length && performance.now() < until) {
      const form = forms[next];
      if (form === undefined || !this.#plan(chunk, form, by)) break;
      next += 1;
    }
    this.#commit(chunk);
    // A form that leans on one of its own chunk opens the next chunk, so at least one more is always done.
    return next;
  }

  #place(form: Form): FormPlace {
    const { village_id } = form;
    let commune_id = this.#communes.get(village_id);
    if (commune_id === undefined) {
      const units = unitsOf(this.#database);
      units.requireVillage(village_id);
      commune_id = units.communeOf(village_id, this.#campaign.to_date);
      this.#communes.set(village_id, commune_id);
    }
    return { campaign_id: this.#campaign.id, commune_id, village_id, batch_id: null };
  }

  #by(): ChangeBy {
    return { userId: this.#userId, at: this.#database.now(), reason: this.#reason };
  }

  /** False where the form must wait for the chunk's commit. */
  #plan(chunk: Chunk, form: Form, by: ChangeBy): boolean {
    try {
      const place = this.#place(form);
      const head = `${form.village_id} ${form.birth} ${identityKey(form.head_name)}`;
      const number = `${place.commune_id} ${form.form_number}`;
      if (chunk.heads.has(head) || chunk.numbers.has(number)) return false;
      chunk.planned.push(planForm(this.#database, chunk.unit, place, form, by));
      chunk.forms.push(form);
      chunk.heads.add(head);
      chunk.numbers.add(number);
    } catch (error) {
      this.#refuse(form, error);
    }
    return true;
  }

  #refuse(form: Form, error: unknown): void {
    const failure = toFailure(error);
    // What is no fault of the form itself ends the job: a full disk, a vanished file …
    if (
      !(error instanceof FailureError) ||
      !['invalid', 'form_number_taken', 'duplicate', 'not_found'].includes(failure.code)
    )
      throw error;
    this.result.refused.push({ form_number: form.form_number, text: failure.text });
  }

  #commit(chunk: Chunk): void {
    if (chunk.planned.length === 0) return;
    this.#database.commit(chunk.unit);
    for (const planned of chunk.planned) {
      if (planned.outcome === 'saved') this.result.saved += 1;
      else this.result.repeats += 1;
      if (planned.conflict) this.result.conflicts += 1;
    }
  }
}
