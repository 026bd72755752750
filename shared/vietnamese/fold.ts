import { cleanText, identityKey } from './text.ts';

const MARKS = /\p{M}+/gu;
const D_WITH_STROKE = /đ/g;
/** Every sign that clerks and machines put for an apostrophe. */
const APOSTROPHES = /['’‘ʼʹ`´′]/gu;
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Text without case and diacritics, for search that forgives: "Đoọc Mạy" → "dooc may". Different names may fold
 * to one text (Nậm Cắn, Nậm Càn), so nothing is ever identified by it.
 */
export function fold(text: string): string {
  return cleanText(text).toLowerCase().replace(D_WITH_STROKE, 'd').normalize('NFD').replace(MARKS, '').trim();
}

/** Text for search that minds diacritics: lower case, NFC, one style of tone placement (hoà = hòa). */
export function exactText(text: string): string {
  return identityKey(text);
}

/**
 * The words of a folded or exact text. Apostrophes vanish, so H'Mông and Hmông are one word; hyphens and all
 * other signs part words, so Khơ-mú and Khơ mú are the same two words.
 */
export function searchTokens(text: string): string[] {
  return text.replace(APOSTROPHES, '').match(TOKEN) ?? [];
}

/** What the folded search index stores of a text; ask it with `searchTokens(fold(query))`. */
export function foldedIndexText(text: string): string {
  return searchTokens(fold(text)).join(' ');
}

/** What the exact-diacritics search index stores of a text; ask it with `searchTokens(exactText(query))`. */
export function exactIndexText(text: string): string {
  return searchTokens(exactText(text)).join(' ');
}
