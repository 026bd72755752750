import { formatDate, isIsoDate, parseDate, type IsoDate } from './dates.ts';

/** A birth as stored: `1978` where only the year is known, `1990-10-08` where the day is. */
export type Birth = string;

export type ParsedBirth = { ok: true; birth: Birth } | { ok: false; reason: string };

const YEAR_ONLY = /^\d{4}$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Whether the text is a stored birth: a year of 1900–2100 or a day of the calendar. */
export function isBirth(text: string): boolean {
  if (YEAR_ONLY.test(text)) return Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
  return isIsoDate(text);
}

/**
 * Reads a birth as typed: a year (1978) or a day (08/10/1990, 8/10/1990, 08101990). With `today`, later births
 * are refused. The reason is Vietnamese, for the field.
 */
export function parseBirth(typed: string, { today }: { today?: IsoDate } = {}): ParsedBirth {
  const text = typed.replace(/\s/g, '');
  if (text === '') return { ok: false, reason: 'Chưa nhập năm sinh.' };
  if (/^\d{4}$/.test(text)) {
    if (!isBirth(text)) return { ok: false, reason: `Năm sinh phải từ ${FIRST_YEAR} đến ${LAST_YEAR}.` };
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
  return parsed.ok ? { ok: true, birth: parsed.date } : parsed;
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
