import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, mostMoney, parseMoney } from '../../../shared/vietnamese/money.ts';

const reasonOf = (typed: string) => {
  const read = parseMoney(typed);
  return read.ok ? `read as ${read.amount}` : read.reason;
};

describe('parseMoney', () => {
  it.each([
    ['500000', 500_000],
    ['500.000', 500_000],
    [' 1.000.000 ', 1_000_000],
    ['1.000.000 đ', 1_000_000],
    ['1.000.000đ', 1_000_000],
    ['1.000.000 đồng', 1_000_000],
    ['1.000.000 đồng', 1_000_000],
    ['1.000.000 VNĐ', 1_000_000],
    ['1.000.000 vnd', 1_000_000],
    ['1.000.000 ₫', 1_000_000],
    ['1.000.000,00', 1_000_000],
    ['500,0', 500],
    ['999.999.999.999', mostMoney],
    ['0', 0],
    ['007', 7],
  ])('reads "%s"', (typed, amount) => {
    expect(parseMoney(typed)).toEqual({ ok: true, amount });
  });

  it.each([
    ['1,000,000', 'dấu chấm'],
    ['1,000,000.00', 'dấu chấm'],
    ['500,000', 'dấu chấm'],
    ['1.000,5', 'không có phần lẻ'],
    ['1000,5', 'không có phần lẻ'],
    ['1.5', 'từng ba chữ số'],
    ['1.00.000', 'từng ba chữ số'],
    ['0.500.000', 'từng ba chữ số'],
    ['-5', 'không được âm'],
    ['−5', 'không được âm'],
    ['- 1.000', 'không được âm'],
    ['1.000.000.000.000', 'quá lớn'],
    ['9'.repeat(40), 'quá lớn'],
    ['', 'Cần một số tiền'],
    ['đ', 'Cần một số tiền'],
    ['5 triệu', 'Cần một số tiền'],
    ['5tr', 'Cần một số tiền'],
    ['1e6', 'Cần một số tiền'],
    ['1 000 000', 'Cần một số tiền'],
    ['٥', 'Cần một số tiền'],
  ])('refuses "%s" with a reason', (typed, reason) => {
    expect(reasonOf(typed)).toContain(reason);
  });

  const amounts = fc.integer({ min: 0, max: mostMoney });

  it('reads back what is written, to the đồng', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseMoney(formatMoney(amount))).toEqual({ ok: true, amount });
        expect(parseMoney(String(amount))).toEqual({ ok: true, amount });
      }),
    );
  });

  it('never reads anything but the digits that were typed', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,-đ '), maxLength: 18 });
    fc.assert(
      fc.property(typed, (text) => {
        const read = parseMoney(text);
        if (!read.ok) return;
        const [whole = '', part = ''] = text.split(',');
        expect(part).toMatch(/^(?:00?)?\s*đ?\s*$/);
        expect(BigInt(read.amount)).toBe(BigInt(whole.replace(/\D/g, '') || '0'));
        expect(text).not.toContain('-');
      }),
      { numRuns: 5000 },
    );
  });
});

describe('formatMoney', () => {
  it('writes whole đồng with points', () => {
    expect(formatMoney(100_000_000)).toBe('100.000.000 đ');
    expect(formatMoney(0)).toBe('0 đ');
    expect(formatMoney(-20_000)).toBe('-20.000 đ');
    expect(() => formatMoney(0.5)).toThrow(RangeError);
  });
});
