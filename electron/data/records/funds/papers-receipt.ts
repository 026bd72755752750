import { fail } from '../../../../shared/failure.ts';
import { anonymousDonor, receiptWays } from '../../../../shared/records/receipt.ts';
import { accounts } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Voucher } from '../../documents/index.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { officerOn } from '../../register/officers.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { frameOf, fundIn, printedNumber, signer, told } from './papers-common.ts';

const receipt = statement(({ id }: { id: number }) =>
  query.selectFrom('receipt').selectAll().where('id', '=', id).where('voided_at', 'is', null),
);
const team = statement(({ id }: { id: number }) =>
  query.selectFrom('team').select('name').where('id', '=', id),
);
const donors = statement(({ id }: { id: number }) =>
  query
    .selectFrom('donation')
    .select(['donor_name as name', 'amount', 'consent'])
    .where('receipt_id', '=', id)
    .where('voided_at', 'is', null)
    .orderBy('position'),
);
const goods = statement(({ id }: { id: number }) =>
  query
    .selectFrom('receipt_item as line')
    .innerJoin('in_kind_item as item', 'item.id', 'line.item_id')
    .select(['item.name', 'item.unit_name', 'line.quantity', 'line.estimated_value', 'line.expires_on'])
    .where('line.receipt_id', '=', id)
    .where('line.voided_at', 'is', null)
    .orderBy('line.position'),
);

function receiptIn(reader: Reader, id: number) {
  return reader.first(receipt({ id })) ?? fail('not_found', 'Không tìm thấy phiếu thu này.');
}
type ReceiptRow = ReturnType<typeof receiptIn>;

/** "PT 05/2023": a receipt's number; `invalid` for a draft. */
export const receiptNumber = (reader: Reader, id: number): string =>
  printedNumber('receipt', receiptIn(reader, id));

/** "trừ lương, nộp vào quỹ tiền mặt": how it came in. */
function wayOf({ way, account }: ReceiptRow): string {
  return way === 'salary' ? `${receiptWays.salary}, nộp vào quỹ ${accounts[account]}` : receiptWays[way];
}

function factsOf(snapshot: Snapshot, row: ReceiptRow): Voucher['facts'] {
  const { donor_kind, donor_name, donor_address, donor_team_id, content, fund_id, account } = row;
  const named = donor_kind !== 'anonymous';
  const who =
    donor_kind === 'collective'
      ? 'Đơn vị nộp'
      : account === 'goods'
        ? 'Họ và tên người giao'
        : 'Họ và tên người nộp';
  const group =
    donor_team_id === null ? null : (snapshot.reader.first(team({ id: donor_team_id }))?.name ?? null);
  return told([
    [who, named ? donor_name : anonymousDonor],
    ['Địa chỉ', named ? donor_address : null],
    ['Nộp theo danh sách của', group === donor_name ? null : group],
    ['Lý do nộp', content],
    ['Đợt vận động', fundIn(snapshot, fund_id).title],
    ['Hình thức', wayOf(row)],
  ]);
}

function goodsOf({ reader }: Snapshot, id: number): Voucher['goods'] {
  return reader.all(goods({ id })).map(({ name, expires_on, ...rest }) => ({
    ...rest,
    name: expires_on === null ? name : `${name} (hạn dùng ${formatDate(expires_on)})`,
  }));
}

/** A receipt as it is printed; `invalid` for a draft. */
export function receiptVoucher(snapshot: Snapshot, id: number): Voucher {
  const row = receiptIn(snapshot.reader, id);
  const inKind = row.account === 'goods';
  const receiver = officerOn(snapshot, row.receiver_id, row.received_on).name;
  return {
    ...frameOf(snapshot, 'receipt', row, row.received_on),
    facts: factsOf(snapshot, row),
    amount: row.amount,
    goods: inKind ? goodsOf(snapshot, id) : [],
    valued: true,
    donors: snapshot.reader.all(donors({ id })).map((donor) => ({ ...donor, consent: donor.consent === 1 })),
    reference: row.reference,
    copies: ['Liên 1: Lưu', inKind ? 'Liên 2: Giao người giao hiện vật' : 'Liên 2: Giao người nộp'],
    signatures: [
      signer(inKind ? 'Người giao' : 'Người nộp tiền'),
      signer(inKind ? 'Người nhận' : 'Người thu', receiver),
      signer(inKind ? 'Thủ kho' : 'Thủ quỹ'),
      signer('Phụ trách'),
    ],
  };
}
