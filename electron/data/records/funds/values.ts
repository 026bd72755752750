import { fail } from '../../../../shared/failure.ts';
import { lastDayOf } from '../../../../shared/records/fund-campaign.ts';
import { settledPayment } from '../../../../shared/records/payment.ts';
import { settledReceipt } from '../../../../shared/records/receipt.ts';
import type { StoredValue } from '../../../../shared/records/schema.ts';
import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../../shared/vietnamese/money.ts';
import type { Database } from '../../database/database.ts';
import type { Values } from '../record-sql.ts';
import { parseValues } from '../parse-values.ts';
import { ruled } from '../rules/index.ts';
import { voidedReferences } from './references.ts';
import { fundOf } from './rows.ts';

type Typed = Readonly<Record<string, StoredValue>>;
/** The lines of a voucher, checked. */
export interface VoucherLines {
  readonly donations: readonly Values[];
  readonly items: readonly Values[];
}

function refuse(faults: Record<string, string>): void {
  const texts = Object.values(faults);
  if (texts.length > 0) fail('invalid', texts.join(' '), { fields: faults });
}

/** Nothing is received before a campaign opens, nor (`fund_closed`) after its last day. */
function requireOpen(database: Database, fund_id: number, day: string): void {
  const fund = fundOf(database, fund_id);
  if (day < fund.opens_on)
    refuse({
      received_on: `Đợt vận động mở từ ngày ${formatDate(fund.opens_on)}; ngày thu ở trước ngày đó.`,
    });
  const last = lastDayOf(fund);
  if (last === null || day <= last) return;
  const text = `Đợt vận động đã đóng ngày ${formatDate(last)}, không nhận thêm. Chỉ huy có thể mở lại đợt kèm lý do.`;
  fail('fund_closed', text, {
    fields: { received_on: text },
    safe: 'Những gì bạn vừa nhập vẫn còn trên màn hình.',
  });
}

/** What only the database can tell of a voucher's values, at its saving and once more at its issuing. */
export function requireVoucher(database: Database, kind: VoucherKind, values: Values): void {
  const faults = voidedReferences(database, kind, values);
  refuse(faults);
  ruled(database, kind, values, null, undefined);
  if (kind === 'receipt') requireOpen(database, Number(values['fund_id']), String(values['received_on']));
}

const sumOf = (lines: readonly Values[]) => lines.reduce((sum, line) => sum + Number(line['amount']), 0);

/** Lines belong to the account: goods have items, money may have a list of members that adds up to it. */
function requireLines(values: Values, { donations, items }: VoucherLines): void {
  const goods = values['account'] === 'goods';
  if (goods && items.length === 0) refuse({ items: 'Cần ít nhất một hiện vật.' });
  if (!goods && items.length > 0) refuse({ items: 'Phiếu tiền không có hiện vật kèm theo.' });
  if (donations.length === 0) return;
  if (goods) refuse({ donations: 'Phiếu hiện vật không có danh sách tiền kèm theo.' });
  if (values['donor_kind'] === 'anonymous')
    refuse({ donations: 'Người ủng hộ ẩn danh thì không có danh sách kèm theo.' });
  const sum = sumOf(donations);
  if (sum !== values['amount'])
    refuse({
      amount: `Danh sách cộng lại là ${formatMoney(sum)}, khác số tiền của phiếu (${formatMoney(Number(values['amount']))}).`,
    });
}

/** The checked values of a voucher: what follows from others is filled in, a list without a sum is added up. */
export function voucherValues(
  database: Database,
  kind: VoucherKind,
  typed: Typed,
  lines: VoucherLines,
): Values {
  const settled: Typed = kind === 'receipt' ? settledReceipt(typed) : settledPayment(typed);
  const given = settled['amount'] ?? null;
  const added = given === null && lines.donations.length > 0 && settled['account'] !== 'goods';
  const values = parseValues(kind, { ...settled, amount: added ? sumOf(lines.donations) : given });
  requireLines(values, lines);
  requireVoucher(database, kind, values);
  return values;
}
