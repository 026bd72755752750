import { fail } from '../../../../shared/failure.ts';
import { fundingSources } from '../../../../shared/records/house-funding.ts';
import { accounts } from '../../../../shared/records/voucher.ts';
import type { Voucher } from '../../documents/index.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { officerOn } from '../../register/officers.ts';
import { placeOn } from '../../register/places.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { frameOf, fundIn, printedNumber, signer, told } from './papers-common.ts';

const payment = statement(({ id }: { id: number }) =>
  query.selectFrom('payment').selectAll().where('id', '=', id).where('voided_at', 'is', null),
);
const house = statement(({ id }: { id: number }) =>
  query.selectFrom('house').select(['beneficiary_name', 'village_id', 'approved_on']).where('id', '=', id),
);
const goods = statement(({ id }: { id: number }) =>
  query
    .selectFrom('payment_item as line')
    .innerJoin('in_kind_item as item', 'item.id', 'line.item_id')
    .select(['item.name', 'item.unit_name', 'line.quantity'])
    .where('line.payment_id', '=', id)
    .where('line.voided_at', 'is', null)
    .orderBy('line.position'),
);

function paymentIn(reader: Reader, id: number) {
  return reader.first(payment({ id })) ?? fail('not_found', 'Không tìm thấy phiếu chi này.');
}
type PaymentRow = ReturnType<typeof paymentIn>;

/** "PC 05/2023": a payment's number; `invalid` for a draft. */
export const paymentNumber = (reader: Reader, id: number): string =>
  printedNumber('payment', paymentIn(reader, id));

/** "làm nhà cho hộ Vừ Bá Rê, bản Huồi Đun, xã Huồi Tụ; nguồn cán bộ, chiến sĩ" */
function houseWords(snapshot: Snapshot, { house_id, house_source }: PaymentRow): string | null {
  const row = house_id === null ? undefined : snapshot.reader.first(house({ id: house_id }));
  if (!row) return null;
  const source = house_source === null ? '' : `; nguồn ${fundingSources[house_source]}`;
  return `làm nhà cho hộ ${row.beneficiary_name}, ${placeOn(snapshot, row.village_id, row.approved_on)}${source}`;
}

/** A payment as it is printed; `invalid` for a draft. */
export function paymentVoucher(snapshot: Snapshot, id: number): Voucher {
  const row = paymentIn(snapshot.reader, id);
  const { paid_on, payer_id, approver_id, payee_name, payee_address, account } = row;
  const inKind = account === 'goods';
  const approver = approver_id === null ? '' : officerOn(snapshot, approver_id, paid_on).name;
  return {
    ...frameOf(snapshot, 'payment', row, paid_on),
    facts: told([
      ['Họ và tên, đơn vị nhận', payee_name],
      ['Địa chỉ', payee_address],
      [inKind ? 'Nội dung xuất' : 'Nội dung chi', row.content],
      ['Chi cho', houseWords(snapshot, row)],
      ['Đợt vận động', fundIn(snapshot, row.fund_id).title],
      ['Hình thức', accounts[account]],
    ]),
    amount: row.amount,
    goods: inKind
      ? snapshot.reader.all(goods({ id })).map((line) => ({ ...line, estimated_value: null }))
      : [],
    valued: false,
    donors: [],
    reference: row.voucher,
    copies: ['Liên 1: Lưu', 'Liên 2: Giao người nhận'],
    signatures: [
      signer(inKind ? 'Người nhận' : 'Người nhận tiền'),
      signer(inKind ? 'Người xuất' : 'Người chi', officerOn(snapshot, payer_id, paid_on).name),
      signer(inKind ? 'Thủ kho' : 'Thủ quỹ'),
      signer('Người duyệt', approver),
    ],
  };
}
