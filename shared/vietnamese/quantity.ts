import { formatNumber } from './numbers.ts';

/** Quantities are kept as whole thousandths of their unit: 12,5 kg is 12500. */
export const thousandths = 1000;
/** The largest quantity, in thousandths. */
export const mostQuantity = 999_999_999_000;

export type ReadQuantity = { ok: true; quantity: number } | { ok: false; reason: string };

const written = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,3}))?$/;

/**
 * Reads a quantity as Vietnamese clerks write it, in thousandths: `12` is 12000, `12,5` is 12500, `1.200` is 1200000.
 * Refuses more than three decimals and the English way: `1,200` is more likely 1.200 than 1,2, which nobody writes with
 * two zeros. The reason is Vietnamese, for under the field.
 */
export function parseQuantity(typed: string): ReadQuantity {
  const match = written.exec(typed.trim());
  if (!match) return { ok: false, reason: 'Cần một số lượng, ví dụ 12 hoặc 12,5.' };
  const [, whole = '0', part = ''] = match;
  if (/^\d\d0$/.test(part) && /^[1-9]\d*$/.test(whole))
    return { ok: false, reason: 'Dấu chấm ngăn cách hàng nghìn (1.200), dấu phẩy chỉ phần lẻ (1,2).' };
  const quantity = Number(whole.replaceAll('.', '')) * thousandths + Number(part.padEnd(3, '0'));
  return quantity <= mostQuantity ? { ok: true, quantity } : { ok: false, reason: 'Số lượng quá lớn.' };
}

/** A quantity in thousandths as it is written: 12500 → "12,5", 1200000 → "1.200". */
export function formatQuantity(quantity: number): string {
  const rest = Math.abs(quantity % thousandths);
  const whole = formatNumber((Math.abs(quantity) - rest) / thousandths);
  const part = rest === 0 ? '' : `,${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return `${quantity < 0 ? '-' : ''}${whole}${part}`;
}
