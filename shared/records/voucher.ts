import type { Field } from './field.ts';

// What receipts and payments have in common: books, accounts, and a life that is never edited after issue.

export const voucherKinds = ['receipt', 'payment'] as const;
export type VoucherKind = (typeof voucherKinds)[number];

/** Where what comes in is kept: the cash box, the bank account, the store. */
export const accounts = { cash: 'tiền mặt', bank: 'tài khoản', goods: 'hiện vật' } as const;
export type Account = keyof typeof accounts;

export const voucherStatuses = { draft: 'nháp', issued: 'đã phát hành', cancelled: 'đã hủy phiếu' } as const;

/** The campaign that a voucher or a count belongs to: chosen once for a stack of them. */
export const campaignField = {
  type: 'reference',
  kind: 'fund_campaign',
  label: 'Đợt vận động',
  required: true,
  sticky: true,
  filter: true,
} as const satisfies Field;

/** The number that issuing gives; a draft has none. */
export const numberFields = {
  number: { type: 'integer', label: 'Số phiếu', min: 1, max: 999_999, computed: true, column: 110 },
  number_year: { type: 'integer', label: 'Năm', min: 1990, max: 2100, computed: true },
} as const satisfies Record<string, Field>;

/** What counts in totals under such a label: nothing of drafts and cancelled ones. */
export const standingAmount = <L extends string>(label: L) =>
  ({
    type: 'money',
    min: 0,
    label,
    required: true,
    computed: true,
    counted: true,
    column: 140,
  }) as const satisfies Field;

/** How far a voucher has come, and why it was cancelled. */
export const lifeFields = {
  status: {
    type: 'choice',
    label: 'Trạng thái',
    required: true,
    computed: true,
    filter: true,
    options: voucherStatuses,
    column: 120,
  },
  issued_at: { type: 'moment', label: 'Phát hành lúc', computed: true },
  cancelled_on: { type: 'date', label: 'Ngày hủy phiếu', computed: true },
  cancel_reason: { type: 'text', label: 'Lý do hủy phiếu', max: 500, computed: true },
  note: { type: 'text', label: 'Ghi chú', max: 500 },
} as const satisfies Record<string, Field>;

/**
 * The books that vouchers are numbered in, without gaps, per workstation and year (TT 41/2022/TT-BTC: no erasing;
 * cancel and reverse). The letters stand in front of the number on paper.
 */
export const voucherBooks = {
  receipt: { letters: 'PT', label: 'Phiếu thu' },
  goods_in: { letters: 'PN', label: 'Phiếu nhập hiện vật' },
  payment: { letters: 'PC', label: 'Phiếu chi' },
  goods_out: { letters: 'PX', label: 'Phiếu xuất hiện vật' },
} as const;
export type VoucherBook = keyof typeof voucherBooks;

/** The book that a voucher of an account is numbered in. */
export function bookOf(kind: VoucherKind, account: Account): VoucherBook {
  if (account === 'goods') return kind === 'receipt' ? 'goods_in' : 'goods_out';
  return kind;
}

/** "PT 05/2023": a voucher's number as paper and screen name it; "nháp" while it has none. */
export function voucherNumber(
  book: VoucherBook,
  { number, number_year }: { readonly number: number | null; readonly number_year: number | null },
): string {
  if (number === null || number_year === null) return voucherStatuses.draft;
  return `${voucherBooks[book].letters} ${String(number).padStart(2, '0')}/${String(number_year)}`;
}
