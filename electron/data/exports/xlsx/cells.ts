import { daysBetween } from '../../../../shared/vietnamese/dates.ts';

/** The looks of cells, by their place in the list of formats in parts.ts. */
export const looks = {
  plain: 0,
  header: 1,
  text: 2,
  /** Text that a spreadsheet would otherwise take for a formula when the cell is edited. */
  quoted: 3,
  date: 4,
  moment: 5,
  count: 6,
  number: 7,
} as const;
type Look = (typeof looks)[keyof typeof looks];

/** What stands in a cell. */
export type Cell =
  { readonly text: string; readonly look?: Look } | { readonly number: number; readonly look: Look } | null;

/** No spreadsheet takes more characters (UTF-16 units) in a cell. */
const longestText = 32_767;
/** Stands where a text had to be cut. */
const cutMark = ' … (còn nữa, ô Excel không chứa hết)';
/** Spreadsheets believe in a 29th of February 1900: their days agree with the calendar only from here on. */
const firstSafeDay = '1900-03-01';
const dayZero = '1899-12-30';

/** What a spreadsheet may take for a formula or a command, also behind blanks and in full width. */
const dangerous = /^[\s\p{Cc}]*?[=+\-@＝＋－＠\t\r\n]/u;

/** Whether a spreadsheet might run a text that begins so. */
export const isDangerous = (text: string): boolean => dangerous.test(text);

/** A calendar day as the number that spreadsheets know it by; null where their numbers are wrong. */
export function serialDay(date: string): number | null {
  return date < firstSafeDay ? null : daysBetween(dayZero, date);
}

/** A moment (ISO 8601) as this machine's clock shows it, in days and parts of a day; null for none. */
export function serialMoment(moment: string): number | null {
  const at = new Date(moment);
  const minutes = Math.floor(at.getTime() / 60_000) - at.getTimezoneOffset();
  const days = minutes / 1440 - new Date(dayZero).getTime() / 86_400_000;
  return Number.isFinite(days) && days >= 61 ? Math.round(days * 1e8) / 1e8 : null;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as XML has it. Signs that XML does not know are written as ECMA-376 says (`_x0007_`), and a text that looks
 * like one is kept apart from it.
 */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
      // eslint-disable-next-line no-control-regex -- control signs are what must be written otherwise
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
        return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
      })
      .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
  );
}

/** A text that a cell holds: a longer one is cut, not within a sign, and says so. */
function fitted(text: string): string {
  if (text.length <= longestText) return text;
  const kept = text.slice(0, longestText - cutMark.length).replace(/[\ud800-\udbff]$/, '');
  return kept + cutMark;
}

/** The letters of a column, from 0: A … Z, AA … */
export function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}

/** A cell as the sheet's XML has it; nothing for an empty one. */
export function cellXml(place: string, cell: Cell): string {
  if (cell === null) return '';
  if ('number' in cell) return `<c r="${place}" s="${cell.look}"><v>${cell.number}</v></c>`;
  if (cell.text === '') return '';
  const look =
    isDangerous(cell.text) && cell.look !== looks.header ? looks.quoted : (cell.look ?? looks.text);
  const text = xmlText(fitted(cell.text));
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
