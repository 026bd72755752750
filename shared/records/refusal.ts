import { cleanText } from '../vietnamese/text.ts';
import { fold } from '../vietnamese/fold.ts';

/**
 * "Từ chối" as clerks type it: with its marks, without any, or with one missing. Only these spellings, because
 * other words fold to the same letters ("từ chòi canh", "tự chơi", "tủ, chổi").
 */
const denies = /(?<!\p{L})[tT](?:ừ|u|ư) ch(?:ối|oi|ôi)(?!\p{L})/giu;
/** What is refused besides a signature is another subject, e.g. "từ chối nhận quà". */
const otherThing =
  /^ (nhan )?(tien|qua|ho tro|gao|ma tuy|ruou|kham|dieu tri|nhap vien)(?![a-z])(?!.*(^| )(ky|ki|cam ket)( |$))/;
/** The same said in other words, folded. */
const inOtherWords =
  /(^| )((khong|ko|kg|k|hong) (chiu|dong y|chap nhan|muon|them) (ky|ki|diem chi|cam ket)|quyet (khong|ko|kg|k) (ky|ki)|khuoc tu)( |$)/;

/** Words in lower case with one space between them: whatever else stood there parts words all the same. */
function wordsOf(text: string): string {
  return cleanText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ');
}

/** Whether a text speaks of refusing to sign: the office writes down that a household has not signed, no more. */
export function speaksOfRefusal(text: string): boolean {
  // The shortest such words have six letters; most notes and names are no longer than a few words.
  if (text.length < 6) return false;
  const words = wordsOf(text);
  for (const { index, 0: found } of words.matchAll(denies))
    if (!otherThing.test(` ${fold(words.slice(index + found.length))}`)) return true;
  return inOtherWords.test(fold(words));
}

/** Told under the field of such a text. */
export const noRefusal = 'Chỉ ghi "chưa ký"; không ghi việc từ chối ký ở bất cứ mục nào của hộ.';

/**
 * The kinds in which a household's signing could be told of: no note, reason or attachment of theirs may speak of
 * refusing. Elsewhere (a document, an opinion) the same words are another matter.
 */
export const householdKinds: readonly string[] = [
  'household',
  'household_event',
  'pledge',
  'pledge_batch',
  'pledge_breach',
  'pledge_campaign',
  'pledge_repeat',
];
export const tellsOfHousehold = (kind: string): boolean => householdKinds.includes(kind);

/** The text under each of these fields that speaks of it. */
export function refusalsIn(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, string> {
  const speaks = names.filter((name) => {
    const value = values[name];
    return typeof value === 'string' && speaksOfRefusal(value);
  });
  return Object.fromEntries(speaks.map((name) => [name, noRefusal]));
}
