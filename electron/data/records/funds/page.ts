import type { ShownRecord } from '../../../../shared/api/records.ts';
import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import type { CallContext } from '../../context.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { shown } from '../shown.ts';
import { linesOfVoucher, type LineKind } from './rows.ts';

/** A voucher with its lines as a page shows them; goods bear the unit that they are counted in as `unit_name`. */
export function pageOfVoucher({ office }: CallContext, kind: VoucherKind, id: number) {
  const { database } = office;
  const { role } = office.requireSession();
  const unitName = (line: Row) => rowOf(database, 'in_kind_item', Number(line['item_id']))['unit_name'] ?? '';
  const lines = (of: LineKind): ShownRecord[] =>
    linesOfVoucher(database, of, id).map((line) => ({
      ...shown(database, of, line, role),
      ...(of !== 'donation' && { unit_name: unitName(line) }),
    }));
  return {
    voucher: shown(database, kind, rowOf(database, kind, id), role),
    donation: kind === 'receipt' ? lines('donation') : [],
    receipt_item: kind === 'receipt' ? lines('receipt_item') : [],
    payment_item: kind === 'payment' ? lines('payment_item') : [],
  };
}
