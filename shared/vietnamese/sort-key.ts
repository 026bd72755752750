import { canonicalTone } from './text.ts';

// Signs of a key, each one ASCII character. Their order is the order of the keys:
//   ' ' parts given name from the rest < '!' parts letters from tones < the characters of the text.
const PART = ' ';
const LEVEL = '!';
const FIRST_CODE = 0x22;

/** The order of the Vietnamese collation before digits; signs in one string count as the same sign. */
const SIGNS = [
  ' ',
  '_',
  '-',
  '–',
  '—',
  ',',
  ';',
  ':',
  '!',
  '?',
  '.',
  "'‘’",
  '"“”',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
];
const MORE_SIGNS = ['@', '*', '/', '\\', '&', '#', '%', '`', '^', '+', '<', '=', '>', '|', '~', '$'];
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** ngang (no mark), huyền, hỏi, ngã, sắc, nặng: their order; the number is the place in this list. */
const TONE_MARKS = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const OTHER_MARK = TONE_MARKS.length;
const TONE_STEPS = OTHER_MARK;

const keyChar = (place: number): string => String.fromCharCode(FIRST_CODE + place);
const DIGIT_PLACE = SIGNS.length + MORE_SIGNS.length;
const LETTER_PLACE = DIGIT_PLACE + 10;
/** Stands before the code of a character that the table does not know: after all letters. */
const UNKNOWN = '~';

// One entry per character up to ỹ (U+1EF9) and the curly quotes: place << 3 | tone, or 0 when unknown.
const TABLE = new Uint16Array(0x2020);
const KNOWN = 1 << 12;

function put(characters: string, place: number, tone: number): void {
  for (const character of characters) TABLE[character.charCodeAt(0)] = KNOWN | (place << 3) | tone;
}

function fillTable(): void {
  [...SIGNS, ...MORE_SIGNS].forEach((signs, place) => put(signs, place, 0));
  put('\u00a0\t\n\r', 0, 0);
  [...LETTERS].forEach((letter, index) => {
    TONE_MARKS.forEach((mark, tone) => {
      const composed = (letter + mark).normalize('NFC');
      if (composed.length === 1) put(composed + composed.toUpperCase(), LETTER_PLACE + index, tone);
    });
  });
  put('ÐðƉɖ', LETTER_PLACE + LETTERS.indexOf('đ'), 0);
}
fillTable();

const PLACE_CHARS = Array.from({ length: LETTER_PLACE + LETTERS.length }, (_, place) => keyChar(place));
/** Characters without a tone that one tone sign can count; longer stretches take a filler sign first. */
const LONGEST_GAP = 11;

/** A number as its length and digits, so that "10" follows "2" and "007" equals "7". */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, '');
  const length = significant.length;
  const digitChars = (text: string): string =>
    [...text].map((digit) => keyChar(DIGIT_PLACE + Number(digit))).join('');
  return (
    digitChars(length < 9 ? String(length) : `9${String(length).padStart(3, '0')}`) + digitChars(significant)
  );
}

/** A character outside the table: its base letter with a foreign mark if it has one, else its code, after z. */
function foreignKey(character: string): { key: string; marked: boolean } {
  const base = TABLE[character.normalize('NFD').charCodeAt(0)] ?? 0;
  if (base !== 0) return { key: PLACE_CHARS[(base & 0xfff) >> 3] ?? '', marked: true };
  return { key: UNKNOWN + (character.codePointAt(0) ?? 0).toString(16).padStart(6, '0'), marked: false };
}

/** Collects the two levels of a key: characters first, then the tones with the gaps between them. */
class KeyBuilder {
  private letters = '';
  private tones = '';
  private gap = 0;

  add(key: string, tone: number): void {
    this.letters += key;
    if (tone === 0) this.gap += 1;
    else this.mark(tone);
  }

  /** A later first tone sorts before an earlier one, so the wider gap gets the smaller sign. */
  mark(tone: number): void {
    while (this.gap > LONGEST_GAP) {
      this.tones += keyChar(0);
      this.gap -= LONGEST_GAP + 1;
    }
    this.tones += keyChar(1 + (LONGEST_GAP - this.gap) * TONE_STEPS + tone - 1);
    this.gap = 0;
  }

  finish(): string {
    return this.tones === '' ? this.letters : this.letters + LEVEL + this.tones;
  }
}

/** Adds what the table does not hold (a character of one or two code units) and gives its length. */
function addForeign(builder: KeyBuilder, text: string, index: number): number {
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  if (/\p{M}/u.test(character)) {
    const tone = TONE_MARKS.indexOf(character);
    builder.mark(tone > 0 ? tone : OTHER_MARK);
  } else {
    const foreign = foreignKey(character);
    builder.add(foreign.key, foreign.marked ? OTHER_MARK : 0);
  }
  return character.length;
}

/**
 * A short ASCII string whose plain binary order is the order of the Vietnamese dictionary, the same as
 * `Intl.Collator('vi', { numeric: true })` but for letter case, which does not count: a ă â b c d đ …, numbers by
 * value ("Bản 2" < "Bản 10"), tones (ngang huyền hỏi ngã sắc nặng) only between otherwise equal texts. Hoà and Hòa
 * give one key. Expects text as `cleanText` gives it.
 */
export function vietnameseSortKey(text: string): string {
  const source = canonicalTone(text.normalize('NFC'));
  const builder = new KeyBuilder();
  let index = 0;
  while (index < source.length) {
    const code = source.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) {
      const digits = /\d+/y;
      digits.lastIndex = index;
      const number = digits.exec(source)?.[0] ?? '';
      builder.add(numberKey(number), 0);
      index += number.length;
      continue;
    }
    const entry = TABLE[code] ?? 0;
    if (entry === 0) {
      index += addForeign(builder, source, index);
    } else {
      builder.add(PLACE_CHARS[(entry & 0xfff) >> 3] ?? '', entry & 7);
      index += 1;
    }
  }
  return builder.finish();
}

/**
 * The sort key of a person: the given name (last word) with its tones first, then the rest, as Vietnamese lists
 * of names are ordered. "Vừ Bá Rê" stands under Rê.
 */
export function personSortKey(fullName: string): string {
  const name = fullName.trim();
  const space = name.lastIndexOf(' ');
  if (space < 0) return vietnameseSortKey(name) + PART;
  return vietnameseSortKey(name.slice(space + 1)) + PART + vietnameseSortKey(name.slice(0, space));
}
