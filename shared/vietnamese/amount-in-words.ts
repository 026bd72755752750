const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const BILLION = 1_000_000_000n;

const digitWord = (digit: number): string => DIGITS[digit] ?? '';

/** Tens and units; `linked` when hundreds were read before, so that 5 is "linh năm". */
function belowHundred(tens: number, units: number, linked: boolean): string[] {
  if (tens === 0) {
    if (units === 0) return [];
    return linked ? ['linh', digitWord(units)] : [digitWord(units)];
  }
  const words = tens === 1 ? ['mười'] : [digitWord(tens), 'mươi'];
  if (units === 0) return words;
  if (units === 1 && tens > 1) return [...words, 'mốt'];
  if (units === 4 && tens > 1) return [...words, 'tư'];
  if (units === 5) return [...words, 'lăm'];
  return [...words, digitWord(units)];
}

/** A group of three digits; `inner` when a higher group was read, so that missing hundreds are "không trăm". */
function belowThousand(group: number, inner: boolean): string[] {
  const hundreds = Math.floor(group / 100);
  const readHundreds = hundreds > 0 || inner;
  const rest = belowHundred(Math.floor(group / 10) % 10, group % 10, readHundreds);
  return readHundreds ? [digitWord(hundreds), 'trăm', ...rest] : rest;
}

/** Up to 999 999 999, all-zero groups skipped. */
function belowBillion(value: number, inner: boolean): string[] {
  const groups: [number, string][] = [
    [Math.floor(value / 1_000_000), 'triệu'],
    [Math.floor(value / 1000) % 1000, 'nghìn'],
    [value % 1000, ''],
  ];
  const words: string[] = [];
  for (const [group, unit] of groups) {
    if (group === 0) continue;
    words.push(...belowThousand(group, inner || words.length > 0));
    if (unit !== '') words.push(unit);
  }
  return words;
}

function words(value: bigint): string[] {
  if (value < BILLION) return belowBillion(Number(value), false);
  return [...words(value / BILLION), 'tỷ', ...belowBillion(Number(value % BILLION), true)];
}

/**
 * A whole number in words, lower case, the northern way (nghìn, linh): 1491 → "một nghìn bốn trăm chín mươi mốt".
 * From 10¹² on "nghìn tỷ" is the thousand of "tỷ". Throws on fractions.
 */
export function numberInWords(n: bigint | number): string {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`Not a whole number: ${n}`);
  const value = BigInt(n);
  if (value === 0n) return digitWord(0);
  return value < 0n ? `âm ${words(-value).join(' ')}` : words(value).join(' ');
}

/** The text with its first letter in upper case. */
export function sentenceCase(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
}
