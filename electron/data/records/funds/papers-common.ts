import { fail } from '../../../../shared/failure.ts';
import {
  bookOf,
  voucherBooks,
  voucherNumber,
  type Account,
  type VoucherKind,
} from '../../../../shared/records/voucher.ts';
import { vietnameseSortKey } from '../../../../shared/vietnamese/sort-key.ts';
import type { Holding, Voucher } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { agencyOn, type Snapshot } from '../../register/snapshot.ts';

const fund = statement(({ id }: { id: number }) =>
  query.selectFrom('fund_campaign').selectAll().where('id', '=', id),
);

/** The campaign of that key; a voucher names it whatever became of it. */
export function fundIn({ reader }: Pick<Snapshot, 'reader'>, id: number) {
  return reader.first(fund({ id })) ?? fail('not_found', 'Không tìm thấy đợt vận động này.');
}

interface Numbered {
  readonly account: Account;
  readonly number: number | null;
  readonly number_year: number | null;
}

/** "PT 05/2023": the number of a voucher that has one; a draft has none, and is not printed. */
export function printedNumber(kind: VoucherKind, voucher: Numbered): string {
  if (voucher.number === null)
    fail('invalid', 'Phiếu nháp chưa có số nên chưa in được. Hãy phát hành phiếu rồi in.', {
      safe: 'Phiếu nháp vẫn còn nguyên.',
    });
  return voucherNumber(bookOf(kind, voucher.account), voucher);
}

interface Issued extends Numbered {
  readonly fund_id: number;
  readonly cancelled_on: string | null;
  readonly cancel_reason: string | null;
}

/** What receipts and payments say alike: title and number, who issues them on that day and where, and cancellation. */
export function frameOf(
  snapshot: Snapshot,
  kind: VoucherKind,
  voucher: Issued,
  day: string,
): Pick<Voucher, 'title' | 'number' | 'day' | 'issuer' | 'cancelled'> {
  const { parent_agency, own_agency, place_name } = agencyOn(snapshot, day);
  const { cancelled_on, cancel_reason } = voucher;
  return {
    title: voucherBooks[bookOf(kind, voucher.account)].label,
    number: printedNumber(kind, voucher),
    day,
    issuer: { parent_agency, own_agency, address: fundIn(snapshot, voucher.fund_id).place ?? place_name },
    cancelled: cancelled_on === null ? null : { on: cancelled_on, reason: cancel_reason ?? '' },
  };
}

/** Labels with their texts, without those that have none. */
export function told(facts: readonly (readonly [string, string | null])[]): [string, string][] {
  return facts.flatMap(([label, text]) => (text ? [[label, text] as [string, string]] : []));
}

/** Who signs by hand below a title, with the name where it is known. */
export const signer = (title: string, name = '') => ({ titles: [title], name });

const moneyNames = { cash: 'Tiền mặt', bank: 'Tiền gửi tài khoản' } as const;

/** Money by its account, goods by their name and unit. */
export function holdingOf(account: Account, item: string | null, unit_name: string | null): Holding {
  return account === 'goods'
    ? { name: item ?? '', unit_name: unit_name ?? '' }
    : { name: moneyNames[account], unit_name: null };
}

/** A key by which cash comes before the bank, and both before goods by their names. */
export function holdingOrder({ name, unit_name }: Holding): string {
  if (unit_name === null) return name === moneyNames.cash ? '0' : '1';
  return `2${vietnameseSortKey(name)}`;
}
