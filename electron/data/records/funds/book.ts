import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { bookOf, voucherNumber } from '../../../../shared/records/voucher.ts';
import { addDays, isIsoDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { balanceOn, type Book } from './balance.ts';
import type { VoucherKind } from './rows.ts';

interface Entry {
  readonly entry_id: number;
  readonly day: IsoDate;
  readonly voucher: VoucherKind;
  readonly voucher_id: number;
  readonly reversal: number;
  readonly amount: number;
  readonly number: number;
  readonly number_year: number;
  readonly name: string;
  readonly content: string;
}

type Stretch = Book & { readonly from: IsoDate; readonly to: IsoDate };
/** A place in a book: behind this entry of this day. */
interface Place {
  readonly day: IsoDate;
  readonly id: number;
}

const totals = statement(
  (given: Stretch & Record<string, string | number>) => sql<{ received: number; paid: number }>`select
      coalesce(sum(received), 0) as received, coalesce(sum(paid), 0) as paid from fund_day
    where fund_id = ${given.fund_id} and account = ${given.account} and item_id = ${given.item_id}
      and day between ${given.from} and ${given.to}`,
);
const sameDayBefore = statement(
  (given: Book & Place & Record<string, string | number>) => sql<{ amount: number }>`select
      coalesce(sum(amount), 0) as amount from fund_entry
    where fund_id = ${given.fund_id} and account = ${given.account} and item_id = ${given.item_id}
      and day = ${given.day} and id <= ${given.id}`,
);
const entries = statement(
  (given: Stretch & Place & { limit: number } & Record<string, string | number>) => sql<Entry>`select
      e.id as entry_id, e.day, e.voucher, e.voucher_id, e.reversal, e.amount,
      coalesce(r.number, p.number) as number, coalesce(r.number_year, p.number_year) as number_year,
      coalesce(r.donor_name, p.payee_name) as name, coalesce(r.content, p.content) as content
    from fund_entry e
      left join receipt r on e.voucher = 'receipt' and r.id = e.voucher_id
      left join payment p on e.voucher = 'payment' and p.id = e.voucher_id
    where e.fund_id = ${given.fund_id} and e.account = ${given.account} and e.item_id = ${given.item_id}
      and e.day between ${given.from} and ${given.to} and (e.day, e.id) > (${given.day}, ${given.id})
    order by e.day, e.id limit ${given.limit}`,
);

function placeOf(after: string | undefined, from: IsoDate): Place {
  if (after === undefined) return { day: from, id: 0 };
  const [, day = '', id = ''] = /^\["(\d{4}-\d\d-\d\d)",(\d{1,15})\]$/.exec(after) ?? [];
  if (!isIsoDate(day) || day < from) fail('bad_input', 'Trang sổ không hợp lệ.');
  return { day, id: Number(id) };
}

type BookRow = CallOutput<'funds.book'>['rows'][number];

function rowOf(book: Book, entry: Entry, balance: number): BookRow {
  const { amount, reversal, number, number_year, ...shown } = entry;
  const receipt = entry.voucher === 'receipt';
  return {
    ...shown,
    number: voucherNumber(bookOf(entry.voucher, book.account), { number, number_year }),
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
  const place = placeOf(after, from);
  const found = database.all(entries({ ...book, from, to, ...place, limit: limit + 1 }));
  let balance = balanceOn(database, book, addDays(place.day, -1));
  balance += database.first(sameDayBefore({ ...book, ...place }))?.amount ?? 0;
  const rows = found.slice(0, limit).map((entry) => {
    balance += entry.amount;
    return rowOf(book, entry, balance);
  });
  const last = rows.at(-1);
  const { received = 0, paid = 0 } = database.first(totals({ ...book, from, to })) ?? {};
  return {
    opening: balanceOn(database, book, addDays(from, -1)),
    received,
    paid,
    closing: balanceOn(database, book, to),
    rows,
    next: found.length > limit && last ? JSON.stringify([last.day, last.entry_id]) : null,
  };
}
