import { exactText, fold, searchTokens } from '../../../shared/vietnamese/fold.ts';

/**
 * Stands before every word that minds its diacritics, so that in the index such words are others than the folded
 * ones and each search reads one list a word, with no column to be looked at. A letter that no name here holds.
 */
const exactMark = 'þ';

const marked = (word: string): string => exactMark + word;

/** What the search index stores of a text: its words with their diacritics, and folded. */
export function searchText(text: string): { exact: string; folded: string } {
  return { exact: exact(text).join(' '), folded: folded(text).join(' ') };
}

/** The words of a search as folded in the index. */
export function folded(typed: string): string[] {
  return searchTokens(fold(typed));
}

/** The words of a search with their diacritics, as in the index. */
export function exact(typed: string): string[] {
  return searchTokens(exactText(typed)).map(marked);
}

/** The FTS5 expression that finds all the words, the last one as the beginning of a word; null without words. */
export function matchOf(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  return words
    .map((word, index) => `"${word.replaceAll('"', '')}"${index === words.length - 1 ? '*' : ''}`)
    .join(' AND ');
}
