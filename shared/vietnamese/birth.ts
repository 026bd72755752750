import { formatDate, parseDate, type IsoDate } from './dates.ts';

/** A birth as stored: `1978` where only the year is known, `1990-10-08` where the day is. */
export type Birth = string;

export type ParsedBirth = { ok: true; birth: Birth } | { ok: false; reason: string };

const YEAR_ONLY = /^\d{4}$/;

const YEAR = '(?:19|20)\\d\\d';
const LEAP_YEAR = '(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))';
const MONTH_AND_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))';

/** Exactly the births that may be stored: the years 1900–2099, or a day of the calendar in them. */
export const birthPattern = new RegExp(`^(?:${YEAR}(?:-${MONTH_AND_DAY})?|${LEAP_YEAR}-02-29)$`);

/** Whether the text is a birth as stored. */
export function isBirth(text: string): boolean {
  return birthPattern.test(text);
}

/**
 * Reads a birth as typed: a year (1978) or a day (08/10/1990, 8/10/1990, 08101990). With `today`, later births
 * are refused. The reason is Vietnamese, for the field.
 */
export function parseBirth(typed: string, { today }: { today?: IsoDate } = {}): ParsedBirth {
  const text = typed.replace(/\s/g, '');
  if (text === '') return { ok: false, reason: 'Chưa nhập năm sinh.' };
  if (YEAR_ONLY.test(text)) {
    if (!isBirth(text)) return { ok: false, reason: 'Năm sinh phải từ 1900 đến 2099.' };
    if (today !== undefined && text > today.slice(0, 4)) {
      return { ok: false, reason: `Năm sinh ${text} ở sau năm nay.` };
    }
    return { ok: true, birth: text };
  }
  if (/^\d{1,3}$/.test(text)) return { ok: false, reason: 'Năm sinh phải đủ bốn chữ số, ví dụ 1978.' };
  if (/^\d+$/.test(text) && text.length !== 8) {
    return { ok: false, reason: 'Năm sinh phải có dạng 1978, 08/10/1990 hoặc 08101990.' };
  }
  const parsed = parseDate(text, today === undefined ? {} : { today });
  if (!parsed.ok) return parsed;
  if (!isBirth(parsed.date)) return { ok: false, reason: 'Năm sinh phải từ 1900 đến 2099.' };
  return { ok: true, birth: parsed.date };
}

/** `1978` or `08/10/1990`, as exactly as it is known. */
export function formatBirth(birth: Birth): string {
  return birthPrecision(birth) === 'year' ? birth : formatDate(birth);
}

/** How exactly the birth is known. */
export function birthPrecision(birth: Birth): 'year' | 'day' {
  return YEAR_ONLY.test(birth) ? 'year' : 'day';
}

/** The year of birth. */
export function birthYear(birth: Birth): number {
  return Number(birth.slice(0, 4));
}

/**
 * Whether the person was certainly born after that day. A birth known by its year alone is not certainly after
 * any day of that year.
 */
export function bornAfter(birth: Birth, date: IsoDate): boolean {
  if (birthPrecision(birth) === 'year') return birthYear(birth) > Number(date.slice(0, 4));
  return birth > date;
}
