import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { localDay } from '../../office/wording.ts';
import { updateRecord, voidRecord, type ChangeBy } from '../record-writer.ts';
import { movesOf, requireBalance } from './balance.ts';
import { dayOf, lineKindsOf, linesOfVoucher, voucherOf } from './rows.ts';

/**
 * Cancels an issued voucher: it keeps its number and what it says, and a reversal takes it out of the books on that
 * day. A receipt whose money has been spent cannot be taken out: `insufficient_balance`.
 */
export function cancelVoucher(
  database: Database,
  kind: VoucherKind,
  { id, version, cancelled_on, reason }: ParsedInput<'receipts.cancel'>,
  by: ChangeBy,
) {
  const row = voucherOf(database, kind, id);
  if (row.status !== 'issued')
    fail(
      'invalid',
      row.status === 'draft' ? 'Phiếu nháp thì bỏ nháp, không hủy phiếu.' : 'Phiếu này đã được hủy.',
    );
  const day = dayOf(kind, row);
  const fault =
    cancelled_on > localDay(new Date())
      ? 'Ngày hủy phiếu ở tương lai.'
      : cancelled_on < day
        ? `Ngày hủy phiếu ở trước ngày của phiếu (${formatDate(day)}).`
        : null;
  if (fault) fail('invalid', fault, { fields: { cancelled_on: fault } });
  if (kind === 'receipt')
    requireBalance(database, movesOf(row, linesOfVoucher(database, 'receipt_item', id)), cancelled_on, {
      what: 'hủy phiếu này',
      field: 'cancelled_on',
    });
  const unit = new UnitOfWork();
  const cancelled = { status: 'cancelled', cancelled_on, cancel_reason: reason, standing_amount: 0 };
  const after = updateRecord(unit, kind, row, version, cancelled, {
    ...by,
    reason,
    action: 'cancel_voucher',
  });
  database.commit(unit);
  return { id, version: after.version };
}

/** Voids a draft that is not wanted any more, with its lines. */
export function voidVoucher(
  database: Database,
  kind: VoucherKind,
  { id, version }: ParsedInput<'receipts.void'>,
  by: ChangeBy & { readonly reason: string },
) {
  const row = voucherOf(database, kind, id);
  if (row.status !== 'draft')
    fail('voucher_frozen', `Không bỏ được ${kindOf(kind).label} đã phát hành. Hãy hủy phiếu.`, {
      safe: 'Phiếu đã phát hành còn nguyên.',
    });
  const unit = new UnitOfWork();
  for (const line of lineKindsOf[kind].flatMap((of) =>
    linesOfVoucher(database, of, id).map((one) => ({ of, one })),
  ))
    voidRecord(unit, line.of, line.one, line.one.version, by);
  const after = voidRecord(unit, kind, row, version, by);
  database.commit(unit);
  return { id, version: after.version };
}
