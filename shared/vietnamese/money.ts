import { formatNumber } from './numbers.ts';

/** The largest single amount that the program takes, in đồng: sums of a million of them still are whole numbers. */
export const mostMoney = 999_999_999_999;

export type ReadMoney = { ok: true; amount: number } | { ok: false; reason: string };

const currency = /\s*(?:đồng|đ|₫|vnđ|vnd)\.?$/iu;
const points = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,00?)?$/;
const refuse = (reason: string): ReadMoney => ({ ok: false, reason });

/**
 * Reads an amount as Vietnamese clerks write it, in whole đồng: `1000000`, `1.000.000`, `1.000.000 đ`,
 * `1.000.000,00`. Refuses parts of a đồng, amounts below zero and the English way (`1,000,000`), so that nothing is
 * read a thousandfold wrong (`500,000` is no 500); the reason is Vietnamese, for under the field.
 */
export function parseMoney(typed: string): ReadMoney {
  const text = typed.normalize('NFC').trim().replace(currency, '').trim();
  if (/^[-−–]/.test(text)) return refuse('Số tiền không được âm.');
  if (points.test(text)) {
    const amount = Number(text.replace(/,00?$/, '').replaceAll('.', ''));
    return amount <= mostMoney ? { ok: true, amount } : refuse('Số tiền quá lớn (tối đa 999.999.999.999 đ).');
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text))
    return refuse('Hãy dùng dấu chấm ngăn cách hàng nghìn, ví dụ 1.000.000.');
  if (/^[\d.]+,\d+$/.test(text)) return refuse('Số tiền tính bằng đồng, không có phần lẻ.');
  if (/^\d+(?:\.\d+)+$/.test(text)) return refuse('Dấu chấm phải ngăn cách từng ba chữ số, ví dụ 1.000.000.');
  return refuse('Cần một số tiền bằng đồng, ví dụ 500.000.');
}

/** An amount in đồng as paper and screen write it: 1000000 → "1.000.000 đ". */
export const formatMoney = (amount: number): string => `${formatNumber(amount)} đ`;
