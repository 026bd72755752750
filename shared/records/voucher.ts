/** What receipts and payments have in common: books, accounts, and a life that is never edited after issue. */
export const accounts = { cash: 'tiền mặt', bank: 'tài khoản', goods: 'hiện vật' } as const;
export type Account = keyof typeof accounts;

export const voucherStatuses = { draft: 'nháp', issued: 'đã phát hành', cancelled: 'đã hủy phiếu' } as const;
export type VoucherStatus = keyof typeof voucherStatuses;

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
export function bookOf(kind: 'receipt' | 'payment', account: Account): VoucherBook {
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
