import type { NotYetReason } from '../../shared/records/pledge.ts';
import type { Sex } from '../../shared/records/household.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import { fold } from '../../shared/vietnamese/fold.ts';

/** One of the few answers of a field that is filled by a single key. */
export interface Choice<V> {
  readonly value: V;
  /** Shown, and put into the field when it is left. */
  readonly word: string;
  /** Shown beside the word. */
  readonly digit: string;
  /** First letters that mean it too, folded. */
  readonly letters: readonly string[];
}

export const sexChoices: readonly Choice<Sex>[] = [
  { value: 'male', word: 'Nam', digit: '1', letters: ['n', 'na', 'nam'] },
  { value: 'female', word: 'Nữ', digit: '2', letters: ['u', 'w', 'nu'] },
];

/** `null` is "no reason known". There is none for refusing: that is stored nowhere. */
export const reasonChoices: readonly Choice<NotYetReason | null>[] = [
  { value: 'away', word: 'vắng', digit: '1', letters: ['v'] },
  { value: 'works_elsewhere', word: 'đi làm ăn xa', digit: '2', letters: ['d', 'x'] },
  { value: 'just_moved_in', word: 'mới chuyển đến', digit: '3', letters: ['m'] },
  { value: 'not_met', word: 'chưa gặp', digit: '4', letters: ['c', 'g'] },
  { value: null, word: 'không ghi', digit: '0', letters: ['k'] },
];

/**
 * The choice that the typed text means: a digit, a letter, or the word itself, in any letter case, with or
 * without diacritics (an input method may have turned "u" into "ư"). Undefined when it means none.
 */
export function readChoice<V>(typed: string, choices: readonly Choice<V>[]): Choice<V> | undefined {
  const text = fold(cleanText(typed));
  if (text === '') return undefined;
  const exact = choices.find(
    ({ digit, letters, word }) => digit === text || letters.includes(text) || fold(word) === text,
  );
  return exact ?? choices.find(({ word }) => text.length > 1 && fold(word).startsWith(text));
}

/** The word of a value, as the field shows it; empty for a value that is none of them. */
export function wordOf<V>(value: V, choices: readonly Choice<V>[]): string {
  return choices.find((choice) => choice.value === value)?.word ?? '';
}
