import type { z } from 'zod';
import type { Right } from '../rights.ts';

/**
 * Who may make a call: anybody, even before log-in (`public`); anybody but someone in front of a locked screen
 * (`unlocked`); whoever is logged in and not locked (`signed_in`); or the holders of a right.
 */
export type Access = 'public' | 'unlocked' | 'signed_in' | Right;

/** One call of the contract between page and main side. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly access: Access;
  /** `data`: the data process; `desktop`: dialogs, drives, printers on the main side. */
  readonly runsIn: 'data' | 'desktop';
  readonly input: I;
  readonly output: O;
  /** A job answers at once with its id; its progress and its output travel as events. */
  readonly job?: true;
  /** Names of input fields that hold a token of a chosen file or folder; the gateway hands its path on. */
  readonly tokens?: readonly string[];
  /** The same for fields that hold a token of a chosen file; a folder's token is none, and the other way round. */
  readonly fileTokens?: readonly string[];
  /** The page makes it by itself from time to time: no sign that a person is there. */
  readonly unattended?: true;
  /** How large its input may be, in bytes of JSON, where that is not `maxInputBytes`. */
  readonly maxBytes?: number;
}

type Options = {
  access: Access;
  tokens?: readonly string[];
  fileTokens?: readonly string[];
  unattended?: true;
  maxBytes?: number;
};

/** A call that the data process answers. */
export function dataCall<I extends z.ZodType, O extends z.ZodType>(options: Options, input: I, output: O) {
  return { ...options, runsIn: 'data', input, output } as const;
}

/** A long call of the data process: answers `{ job }`, then progress and the output as events. */
export function dataJob<I extends z.ZodType, O extends z.ZodType>(options: Options, input: I, output: O) {
  return { ...options, runsIn: 'data', job: true, input, output } as const;
}

/** A call that the desktop side answers: dialogs, drives, printers. */
export function desktopCall<I extends z.ZodType, O extends z.ZodType>(options: Options, input: I, output: O) {
  return { ...options, runsIn: 'desktop', input, output } as const;
}

/** The largest input that the gateway lets in, in bytes of JSON; files never travel through calls. */
export const maxInputBytes = 1_000_000;
