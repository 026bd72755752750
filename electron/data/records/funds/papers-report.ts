import { sql } from 'kysely';
import { fail } from '../../../../shared/failure.ts';
import { anonymousDonor } from '../../../../shared/records/receipt.ts';
import { bookOf, voucherNumber, type Account } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { FundBook, FundLine } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { holdingOf } from './papers-common.ts';
import type { FundPeriod } from './papers-disclosure.ts';

interface BookKey {
  readonly account: Account;
  readonly item_id: number;
}
type Asked = Readonly<Record<string, number | string>>;

const goods = statement(
  ({ fund_id, to }: { fund_id: number; to: string }) => sql<{ id: number; name: string; unit_name: string }>`
    select id, name, unit_name from in_kind_item
    where id in (select item_id from fund_day where fund_id = ${fund_id} and account = 'goods' and day <= ${to})
    order by sort_key, id`,
);
const balance = statement(
  ({ fund_id, account, item_id, day }: Asked) => sql<{ balance: number }>`select balance from fund_day
    where fund_id = ${fund_id} and account = ${account} and item_id = ${item_id} and day <= ${day}
    order by day desc limit 1`,
);
const balanceBefore = statement(
  ({ fund_id, account, item_id, day }: Asked) => sql<{ balance: number }>`select balance from fund_day
    where fund_id = ${fund_id} and account = ${account} and item_id = ${item_id} and day < ${day}
    order by day desc limit 1`,
);

interface Entry {
  readonly day: string;
  readonly amount: number;
  readonly voucher: 'receipt' | 'payment';
  readonly reversal: number;
  readonly number: number;
  readonly number_year: number;
  /** Null for a donor who is not to be named. */
  readonly name: string | null;
  readonly content: string;
  readonly cancelled_on: string | null;
  readonly cancel_reason: string | null;
}
const entries = statement(
  ({ fund_id, account, item_id, from, to }: Asked) => sql<Entry>`
    select e.day, e.amount, e.voucher, e.reversal, coalesce(r.number, p.number) as number,
      coalesce(r.number_year, p.number_year) as number_year,
      iif(e.voucher = 'payment', p.payee_name, iif(r.consent = 1 and r.donor_kind <> 'anonymous', r.donor_name, null))
        as name,
      coalesce(r.content, p.content) as content, coalesce(r.cancelled_on, p.cancelled_on) as cancelled_on,
      coalesce(r.cancel_reason, p.cancel_reason) as cancel_reason
    from fund_entry e
      left join receipt r on e.voucher = 'receipt' and r.id = e.voucher_id
      left join payment p on e.voucher = 'payment' and p.id = e.voucher_id
    where e.fund_id = ${fund_id} and e.account = ${account} and e.item_id = ${item_id}
      and e.day between ${from} and ${to}
    order by e.day, e.id`,
);

function lineOf(entry: Entry, account: Account, balanceAfter: number): FundLine {
  const { day, amount, voucher, reversal, name, content, cancelled_on, cancel_reason } = entry;
  const reversed = reversal === 1;
  return {
    day,
    number: voucherNumber(bookOf(voucher, account), entry),
    name: name ?? anonymousDonor,
    content: reversed ? `Ghi giảm do hủy phiếu: ${cancel_reason ?? ''}` : content,
    received: voucher === 'receipt' ? amount : 0,
    paid: voucher === 'payment' ? -amount : 0,
    balance: balanceAfter,
    mark: cancelled_on !== null && !reversed ? `(đã hủy ngày ${formatDate(cancelled_on)})` : null,
  };
}

/** A book over the period; refused as `damaged` where its lines do not lead to the balance that the database keeps. */
function bookIn(
  { reader }: Snapshot,
  { fund_id, from, to }: FundPeriod,
  key: BookKey,
  holding: FundBook['holding'],
): FundBook {
  const { account, item_id } = key;
  const book = { fund_id, account, item_id };
  const opening = reader.first(balanceBefore({ ...book, day: from }))?.balance ?? 0;
  const kept = reader.first(balance({ ...book, day: to }))?.balance ?? 0;
  let closing = opening;
  const lines = reader.all(entries({ ...book, from, to })).map((entry) => {
    closing += entry.amount;
    return lineOf(entry, account, closing);
  });
  if (closing !== kept)
    fail(
      'damaged',
      `Sổ ${holding.name.toLocaleLowerCase('vi')} không khớp với số dư. Hãy báo người quản trị.`,
      {
        safe: 'Chưa in gì; mọi phiếu vẫn còn nguyên.',
      },
    );
  const sum = (of: 'received' | 'paid') => lines.reduce((all, line) => all + line[of], 0);
  return { holding, opening, received: sum('received'), paid: sum('paid'), closing, lines };
}

/** Every book of a fund over a period: cash, bank, and each kind of goods that it ever held until then. */
export function booksIn(snapshot: Snapshot, period: FundPeriod): FundBook[] {
  const { fund_id, to } = period;
  const money = (['cash', 'bank'] as const).map((account) =>
    bookIn(snapshot, period, { account, item_id: 0 }, holdingOf(account, null, null)),
  );
  const stock = snapshot.reader
    .all(goods({ fund_id, to }))
    .map(({ id, name, unit_name }) =>
      bookIn(snapshot, period, { account: 'goods', item_id: id }, holdingOf('goods', name, unit_name)),
    );
  return [...money, ...stock];
}
