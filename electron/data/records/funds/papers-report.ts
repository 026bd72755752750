import { sql } from 'kysely';
import { fail } from '../../../../shared/failure.ts';
import { anonymousDonor } from '../../../../shared/records/receipt.ts';
import { bookOf, voucherNumber, type Account } from '../../../../shared/records/voucher.ts';
import { addDays, formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { FundBook, FundLine } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { balanceOn, type Book } from './balance.ts';
import { entriesBehind, startOf, type Entry } from './entries.ts';
import { unnamedHousehold } from '../houses/papers-list.ts';
import { holdingOf } from './papers-common.ts';
import type { FundPeriod } from './papers-disclosure.ts';

type BookKey = Omit<Book, 'fund_id'>;

const goods = statement(
  ({ fund_id, to }: { fund_id: number; to: string }) => sql<{ id: number; name: string; unit_name: string }>`
    select id, name, unit_name from in_kind_item
    where id in (select item_id from fund_day where fund_id = ${fund_id} and account = 'goods' and day <= ${to})
    order by sort_key, id`,
);
/** Who gave or took, where it may not be said. */
const unnamed = { receipt: anonymousDonor, payment: unnamedHousehold } as const;

function lineOf(entry: Entry, account: Account, balanceAfter: number): FundLine {
  const { day, amount, voucher, reversal, name, nameable, content, cancelled_on, cancel_reason } = entry;
  const reversed = reversal === 1;
  return {
    day,
    number: voucherNumber(bookOf(voucher, account), entry),
    name: nameable === 1 ? name : unnamed[voucher],
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
  const opening = balanceOn(reader, book, addDays(from, -1));
  const kept = balanceOn(reader, book, to);
  let closing = opening;
  const lines = entriesBehind(reader, { ...book, from, to }, startOf(from)).map((entry) => {
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
