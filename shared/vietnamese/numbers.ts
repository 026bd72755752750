const GROUPED = /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/;

/** Digits with a point between thousands: "1491" → "1.491". */
const withPoints = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');

/** A whole number the Vietnamese way: 1491 → "1.491". Throws on fractions. */
export function formatNumber(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`Not a whole number: ${value}`);
  }
  const digits = BigInt(value).toString();
  return digits.startsWith('-') ? `-${withPoints(digits.slice(1))}` : withPoints(digits);
}

/** A number with that many decimals after a comma: 50.5 → "50,5", 1491 → "1.491,0". */
export function formatDecimal(value: number, decimals = 1): string {
  const [whole = '', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && /[1-9]/.test(whole + fraction) ? '-' : '';
  return sign + withPoints(whole) + (fraction === '' ? '' : `,${fraction}`);
}

/**
 * Reads a number as Vietnamese clerks write it: "1.491" is 1491, "50,5" is 50.5. Null when it is none, or written
 * another way ("1,491.5", "1.49"), so that nothing is read a thousandfold wrong.
 */
export function parseNumber(typed: string): number | null {
  const text = typed.trim();
  if (!GROUPED.test(text)) return null;
  const value = Number(text.replaceAll('.', '').replace(',', '.'));
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : null;
}

/**
 * Part of a whole as registers print it: one decimal, rounded half up ("95,5%", "95,0%"). "100%" means all and is
 * given only then: what would round up to it stays "99,9%". Of nothing there is no share: "—". Both are counts
 * (whole numbers, not negative); the arithmetic is in integers.
 */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  if (part === whole) return '100%';
  const dividend = part * 2000 + whole;
  const rounded = (dividend - (dividend % (2 * whole))) / (2 * whole);
  const tenths = part < whole ? Math.min(rounded, 999) : rounded;
  return `${formatNumber((tenths - (tenths % 10)) / 10)},${tenths % 10}%`;
}
