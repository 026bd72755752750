import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import type { ReadValues } from './read-form.ts';

/** A soft error: shown, never in the way of Ctrl+Enter. */
export interface Warning {
  readonly field: string;
  readonly text: string;
}

/** What `pledges.check` is asked about a form; the signing date is judged here, at once. */
export interface CheckQuestion {
  readonly form_number?: number | undefined;
  readonly head_name?: string | undefined;
  readonly birth?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly member_count?: number | undefined;
  readonly signed_on?: string | null | undefined;
}

const asked = ['form_number', 'head_name', 'birth', 'sex', 'member_count', 'signed_on'] as const;

/** The question about what can be read so far; fields with hard errors are left out. */
export function questionOf(values: ReadValues): CheckQuestion {
  const entries = asked.filter((field) => values[field] !== undefined).map((field) => [field, values[field]]);
  return Object.fromEntries(entries) as CheckQuestion;
}

/** One text for one question: two questions are the same exactly when their keys are equal. */
export function questionKey(question: CheckQuestion): string {
  return JSON.stringify(asked.map((field) => question[field] ?? null));
}

/** The same question without its date, which is judged on the spot. */
export function withoutDate(question: CheckQuestion): CheckQuestion {
  const { signed_on: _judgedHere, ...rest } = question;
  return rest;
}

/** A signing date outside the campaign. */
export function dateWarnings(
  signedOn: IsoDate | null | undefined,
  campaign: { from: IsoDate; to: IsoDate },
): Warning[] {
  if (!signedOn || (signedOn >= campaign.from && signedOn <= campaign.to)) return [];
  const period = `${formatDate(campaign.from)}–${formatDate(campaign.to)}`;
  return [{ field: 'signed_on', text: `Ngày ký ngoài thời gian của đợt (${period}).` }];
}

/** All warnings of a form: the date's from here, the others from the database. */
export function joinedWarnings(answered: readonly Warning[], date: readonly Warning[]): Warning[] {
  return [...answered.filter(({ field }) => field !== 'signed_on'), ...date];
}
