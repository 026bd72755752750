import { fail } from '../../../../shared/failure.ts';
import { kindOf, type StoredRecord } from '../../../../shared/records/index.ts';
import type { Account, VoucherKind } from '../../../../shared/records/voucher.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { rowOf, type Row } from '../record-writer.ts';

export type LineKind = 'donation' | 'receipt_item' | 'payment_item';

/** The field with a voucher's own day. */
export const dayFieldOf = { receipt: 'received_on', payment: 'paid_on' } as const;

type Framed = 'id' | 'uid' | 'version' | 'voided_at';
export type FundRow = Row &
  Pick<StoredRecord<'fund_campaign'>, 'title' | 'opens_on' | 'closes_on' | 'reopened_until'>;
/** What receipts and payments have in common, as stored. */
export type VoucherRow = Row &
  Omit<
    Pick<
      StoredRecord<'receipt'>,
      'fund_id' | 'amount' | 'status' | 'number' | 'number_year' | 'origin' | 'cancelled_on'
    >,
    Framed
  > & { readonly account: Account };

/** A campaign that is not voided. */
export function fundOf(database: Database, id: number): FundRow {
  const row = rowOf(database, 'fund_campaign', id);
  if (row.voided_at !== null) fail('not_found', 'Đợt vận động này đã bị hủy.');
  return row as FundRow;
}

/** A voucher that is not voided. */
export function voucherOf(database: Database, kind: VoucherKind, id: number): VoucherRow {
  const row = rowOf(database, kind, id);
  if (row.voided_at !== null) fail('not_found', `Bản nháp ${kindOf(kind).label} này đã bị hủy.`);
  return row as VoucherRow;
}

/** A voucher that is still a draft: `voucher_frozen` for one that was issued. */
export function draftVoucher(database: Database, kind: VoucherKind, id: number): VoucherRow {
  const row = voucherOf(database, kind, id);
  if (row.status !== 'draft')
    fail('voucher_frozen', 'Phiếu đã phát hành thì không sửa được. Hãy hủy phiếu rồi lập phiếu khác.', {
      safe: 'Phiếu đã phát hành còn nguyên.',
    });
  return row;
}

/** The day of a voucher. */
export function dayOf(kind: VoucherKind, row: Row): string {
  return String(row[dayFieldOf[kind]]);
}

const donations = statement((given: { parent: number }) =>
  query
    .selectFrom('donation')
    .selectAll()
    .where('receipt_id', '=', given.parent)
    .where('voided_at', 'is', null)
    .orderBy('position'),
);
const receiptItems = statement((given: { parent: number }) =>
  query
    .selectFrom('receipt_item')
    .selectAll()
    .where('receipt_id', '=', given.parent)
    .where('voided_at', 'is', null)
    .orderBy('position'),
);
const paymentItems = statement((given: { parent: number }) =>
  query
    .selectFrom('payment_item')
    .selectAll()
    .where('payment_id', '=', given.parent)
    .where('voided_at', 'is', null)
    .orderBy('position'),
);

/** The lines of a voucher that stand, in their order. */
export function linesOfVoucher(database: Database, kind: LineKind, parent: number): Row[] {
  if (kind === 'donation') return database.all(donations({ parent }));
  return kind === 'receipt_item'
    ? database.all(receiptItems({ parent }))
    : database.all(paymentItems({ parent }));
}

/** The kinds of lines that a voucher has. */
export const lineKindsOf = {
  receipt: ['donation', 'receipt_item'],
  payment: ['payment_item'],
} as const satisfies Record<VoucherKind, readonly LineKind[]>;
