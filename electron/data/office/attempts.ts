import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../../../shared/failure.ts';

const firstDelay = 500;
const longestDelay = 15_000;

/** Slows wrong passwords: each answer after a wrong one takes longer. One at a time, so that many calls gain nothing. */
export class Attempts {
  #wrong = 0;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #firstDelay: number;

  constructor(delay = firstDelay) {
    this.#firstDelay = delay;
  }

  /** What `check` gives; null means wrong, answered with `wrong_password` after the delay. */
  run<T>(check: () => Promise<T | null>, onWrong: () => void = () => undefined): Promise<T> {
    const answer = this.#queue.then(() => this.#once(check, onWrong));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  async #once<T>(check: () => Promise<T | null>, onWrong: () => void): Promise<T> {
    const value = await check();
    if (value !== null) {
      this.#wrong = 0;
      return value;
    }
    onWrong();
    const delay = Math.min(longestDelay, this.#firstDelay * 2 ** this.#wrong);
    this.#wrong += 1;
    await sleep(delay);
    return fail('wrong_password', 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại.');
  }
}
