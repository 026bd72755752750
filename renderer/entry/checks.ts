import { questionKey, withoutDate, type CheckQuestion, type Warning } from './warnings.ts';

/** What is known about the soft errors of a form at this moment. */
export type Known =
  { readonly answer: readonly Warning[] } | { readonly coming: Promise<readonly Warning[]> };

/**
 * Asks about soft errors as soon as a field is left and remembers the answers of one form, so that the last Enter
 * finds them there. The date is not part of a question: it is judged on the spot.
 */
export class Checks {
  readonly #ask: (question: CheckQuestion) => Promise<readonly Warning[]>;
  readonly #known = new Map<string, Known>();

  constructor(ask: (question: CheckQuestion) => Promise<readonly Warning[]>) {
    this.#ask = ask;
  }

  /** The answer to a question, asked now unless it was before. */
  about(full: CheckQuestion): Known {
    const question = withoutDate(full);
    const key = questionKey(question);
    const before = this.#known.get(key);
    if (before) return before;
    const known = this.#known;
    const coming = this.#ask(question).then(
      (answer) => {
        known.set(key, { answer });
        return answer;
      },
      () => {
        known.delete(key);
        return [];
      },
    );
    known.set(key, { coming });
    return { coming };
  }
}
