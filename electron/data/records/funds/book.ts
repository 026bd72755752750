import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { bookOf, voucherNumber } from '../../../../shared/records/voucher.ts';
import { addDays, isIsoDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { balanceOn, type Book } from './balance.ts';
import {
  entriesBehind,
  movedBefore,
  placeOf,
  startOf,
  type Entry,
  type Place,
  type Stretch,
} from './entries.ts';

const totals = statement(
  (given: Stretch & Record<string, string | number>) => sql<{ received: number; paid: number }>`select
      coalesce(sum(received), 0) as received, coalesce(sum(paid), 0) as paid from fund_day
    where fund_id = ${given.fund_id} and account = ${given.account} and item_id = ${given.item_id}
      and day between ${given.from} and ${given.to}`,
);
/** The place that the page before ended at. */
function placeAfter(after: string | undefined, from: IsoDate): Place {
  if (after === undefined) return startOf(from);
  const [, day = '', out = '', id = ''] = /^\["(\d{4}-\d\d-\d\d)",([01]),(\d{1,15})\]$/.exec(after) ?? [];
  if (!isIsoDate(day) || day < from) fail('bad_input', 'Trang sổ không hợp lệ.');
  return { day, out: Number(out), id: Number(id) };
}

type BookRow = CallOutput<'funds.book'>['rows'][number];

function rowOf(book: Book, entry: Entry, balance: number): BookRow {
  const { entry_id, day, voucher, voucher_id, name, content, amount, reversal, number, number_year } = entry;
  const receipt = voucher === 'receipt';
  return {
    ...{ entry_id, day, voucher, voucher_id, name, content },
    number: voucherNumber(bookOf(voucher, book.account), { number, number_year }),
    received: receipt ? amount : 0,
    // 0 - amount: a zero must not become -0.
    paid: receipt ? 0 : 0 - amount,
    reversal: reversal === 1,
    balance,
  };
}

/** One page of a book with the balance after every entry, and the sums of the whole stretch. */
export function bookPage(
  database: Reader,
  { fund_id, account, item_id = 0, from, to, after, limit }: ParsedInput<'funds.book'>,
): CallOutput<'funds.book'> {
  if ((account === 'goods') !== item_id > 0)
    fail('bad_input', 'Sổ hiện vật cần tên hiện vật, sổ tiền thì không.');
  if (to < from)
    fail('invalid', 'Đến ngày phải từ ngày bắt đầu trở đi.', { fields: { to: 'Trước ngày bắt đầu.' } });
  const book = { fund_id, account, item_id };
  const place = placeAfter(after, from);
  const found = entriesBehind(database, { ...book, from, to }, place, limit + 1);
  let balance = balanceOn(database, book, addDays(place.day, -1)) + movedBefore(database, book, place);
  const rows = found.slice(0, limit).map((entry) => {
    balance += entry.amount;
    return rowOf(book, entry, balance);
  });
  const last = found[rows.length - 1];
  const { received = 0, paid = 0 } = database.first(totals({ ...book, from, to })) ?? {};
  return {
    opening: balanceOn(database, book, addDays(from, -1)),
    received,
    paid,
    closing: balanceOn(database, book, to),
    rows,
    next: found.length > limit && last ? JSON.stringify(Object.values(placeOf(last))) : null,
  };
}
