/** The texts that a clerk types for one form; what is proposed and kept by Enter is left out. */
export interface TypedTexts {
  readonly texts: readonly string[];
  /** Fields answered by one key: sex, reason. */
  readonly choiceKeys: number;
}

const SEPARATORS = /[/.-]/g;
const DATE_LIKE = /^[\d/.\-\s]+$/;

/**
 * The own characters of a form: letters (a Vietnamese letter counts once), digits and spaces of what is typed,
 * and the choice keys. The slashes of dates do not count.
 */
export function ownCharacters({ texts, choiceKeys }: TypedTexts): number {
  const count = (text: string) =>
    [...(DATE_LIKE.test(text) ? text.replace(SEPARATORS, '') : text).normalize('NFC')].length;
  return texts.reduce((sum, text) => sum + count(text), choiceKeys);
}
