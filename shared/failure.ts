import { z } from 'zod';

/** Every kind of failure that the page may meet. One code, one cause; the text says it in Vietnamese. */
export const failureCodes = [
  'bad_input', // the call itself was malformed: never the clerk's doing
  'invalid', // a field's value cannot be
  'unknown_call',
  'not_signed_in',
  'locked',
  'forbidden',
  'wrong_password',
  'wrong_key',
  'not_found',
  'conflict', // somebody changed the record since it was read
  'duplicate',
  'form_number_taken',
  'campaign_closed',
  'batch_closed',
  'totals_disagree',
  'insufficient_balance', // a fund would fall below zero on that day or a later one
  'fund_closed', // nothing is received after its closing day
  'voucher_frozen', // what was issued is cancelled and reversed, never edited
  'in_use', // another Windows user or program has the database open
  'no_office',
  'office_exists',
  'bad_location', // network path or removable drive for the live database
  'newer_program', // made by a newer program
  'damaged',
  'vanished',
  'disk_full',
  'read_only',
  'removed', // the stick was pulled out
  'file_exists',
  'no_printer',
  'print_failed',
  'cancelled',
  'clock_set_back',
  'process_gone',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/** What crosses every border instead of an exception. */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  /** Vietnamese, for the clerk: what happened and what to do next. */
  text: z.string(),
  /** Vietnamese: what is safe in spite of it. */
  safe: z.string().optional(),
  /** Field name → Vietnamese text, where single fields are to blame. */
  fields: z.record(z.string(), z.string()).optional(),
});

export type Failure = z.infer<typeof failureSchema>;

/** A failure on its way up inside one process; the border turns it into an answer. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.text}`);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

/** Throws a failure with its code, its Vietnamese text and, where useful, what is safe and which fields. */
export function fail(code: FailureCode, text: string, more: Omit<Failure, 'code' | 'text'> = {}): never {
  throw new FailureError({ code, text, ...more });
}

/** What every call answers: errors lose their class between processes, so they travel as values. */
export type Answer<T = unknown> = { ok: true; value: T } | { ok: false; error: Failure };

/** Turns anything thrown into a failure; unknown errors become `internal` without leaking their text. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return {
    code: 'internal',
    text: 'Chương trình gặp lỗi không lường trước. Hãy thử lại; nếu còn lỗi, hãy khởi động lại chương trình.',
    safe: 'Những gì đã lưu vẫn còn nguyên.',
  };
}
