import { randomBytes } from 'node:crypto';
import type { ChosenPath } from '../data/messages.ts';

/** A name that nobody can guess, for a thing that the page may speak of but not see. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** Tokens for the files and folders that a person chose: the page gets the token, never acts on a path. */
export class TokenStore {
  readonly #byToken = new Map<string, ChosenPath>();
  readonly #byPath = new Map<string, string>();

  /** The token of a path; the same path keeps its token, so that listing drives often does not pile them up. */
  keep(chosen: ChosenPath): string {
    const token = this.#byPath.get(chosen.path) ?? newToken();
    this.#byPath.set(chosen.path, token);
    this.#byToken.set(token, chosen);
    return token;
  }

  /** Forgets every path. */
  clear(): void {
    this.#byToken.clear();
    this.#byPath.clear();
  }

  get(token: string): ChosenPath | undefined {
    return this.#byToken.get(token);
  }
}
