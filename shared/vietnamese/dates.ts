/** A calendar day as `yyyy-MM-dd`: no time, no zone. Compare two of them as plain strings. */
export type IsoDate = string;

export type ParsedDate = { ok: true; date: IsoDate } | { ok: false; reason: string };

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DIGITS_ONLY = /^(\d{2})(\d{2})(\d{4})$/;
const SEPARATED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{1,4})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1–12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether the text is a day of the calendar in the form `yyyy-MM-dd`. */
export function isIsoDate(text: string): boolean {
  const parts = ISO.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= daysInMonth(year, month);
}

function checkedDate(day: number, month: number, year: number): ParsedDate {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { ok: false, reason: `Năm phải từ ${FIRST_YEAR} đến ${LAST_YEAR}.` };
  }
  if (month < 1 || month > 12) return { ok: false, reason: `Không có tháng ${month}.` };
  if (day < 1 || day > daysInMonth(year, month)) {
    return { ok: false, reason: `Tháng ${month} năm ${year} không có ngày ${pad(day, 2)}.` };
  }
  return { ok: true, date: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/**
 * Reads a day as clerks type it: 8/10/1990, 08/10/1990, 8.10.1990, 8-10-1990 or 08101990. The year has four
 * digits and lies in 1900–2100. With `today`, later days are refused. The reason is Vietnamese, for the field.
 */
export function parseDate(typed: string, { today }: { today?: IsoDate } = {}): ParsedDate {
  const text = typed.replace(/\s/g, '');
  if (text === '') return { ok: false, reason: 'Chưa nhập ngày.' };
  const joined = DIGITS_ONLY.exec(text);
  const parted = joined ? null : SEPARATED.exec(text);
  if (!joined && !parted) return { ok: false, reason: 'Ngày phải có dạng 08/10/1990 hoặc 08101990.' };
  const [day, month, year] = joined ? joined.slice(1) : [parted?.[1], parted?.[3], parted?.[4]];
  if (String(year).length !== 4) return { ok: false, reason: 'Năm phải đủ bốn chữ số, ví dụ 08/10/1990.' };
  const parsed = checkedDate(Number(day), Number(month), Number(year));
  if (parsed.ok && today !== undefined && parsed.date > today) {
    return { ok: false, reason: `Ngày ${formatDate(parsed.date)} ở sau hôm nay (${formatDate(today)}).` };
  }
  return parsed;
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  const parts = ISO.exec(date);
  if (!parts || !isIsoDate(date)) throw new RangeError(`Not a calendar day: ${date}`);
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

/** The day as dd/MM/yyyy. Throws on text that is no day. */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${pad(day, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/**
 * The day as documents write it: "ngày 05 tháng 3 năm 2024". Days below 10 and the months 1 and 2 get a leading
 * zero, the months 3–9 do not (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function longDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `ngày ${pad(day, 2)} tháng ${month <= 2 ? pad(month, 2) : month} năm ${year}`;
}

const dayNumber = (date: IsoDate): number => {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
};

/** The day that many days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from the first to the second; negative when the second lies before. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The year of a day. */
export function yearOf(date: IsoDate): number {
  return partsOf(date).year;
}
