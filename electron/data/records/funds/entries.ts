import { sql } from 'kysely';
import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import type { Book } from './balance.ts';

/** An entry of a book with what its voucher says. */
export interface Entry {
  readonly entry_id: number;
  readonly day: IsoDate;
  readonly voucher: VoucherKind;
  readonly voucher_id: number;
  readonly reversal: number;
  /** Above zero for what came in; đồng, or thousandths of a unit of goods. */
  readonly amount: number;
  readonly number: number;
  readonly number_year: number;
  /** Donor or payee. */
  readonly name: string;
  /**
   * Whether paper may name who gave or took: a donor who consented, of a receipt that stands; whoever was paid, but a
   * household that got a house by its consent.
   */
  readonly nameable: number;
  readonly content: string;
  readonly cancelled_on: string | null;
  readonly cancel_reason: string | null;
}

export type Stretch = Book & { readonly from: IsoDate; readonly to: IsoDate };
/** A place in a book: behind this entry of this day; `out` is 1 for what went out. */
export interface Place {
  readonly day: IsoDate;
  readonly out: number;
  readonly id: number;
}
/** Before everything of a day. */
export const startOf = (day: IsoDate): Place => ({ day, out: 0, id: 0 });
export const placeOf = ({ day, amount, entry_id }: Entry): Place => ({
  day,
  out: amount < 0 ? 1 : 0,
  id: entry_id,
});

type Given<T> = T & Record<string, string | number>;

// Of a day first what came in, then what went out: so no line of a book that is never below zero at a day's end is.
const entries = statement(
  (given: Given<Stretch & Place & { limit: number }>) => sql<Entry>`select
      e.id as entry_id, e.day, e.voucher, e.voucher_id, e.reversal, e.amount,
      coalesce(r.number, p.number) as number, coalesce(r.number_year, p.number_year) as number_year,
      coalesce(r.donor_name, p.payee_name) as name, coalesce(r.content, p.content) as content,
      iif(e.voucher = 'payment', coalesce(h.consent, 1), r.consent = 1 and r.donor_kind <> 'anonymous' and r.status = 'issued') as nameable,
      coalesce(r.cancelled_on, p.cancelled_on) as cancelled_on,
      coalesce(r.cancel_reason, p.cancel_reason) as cancel_reason
    from fund_entry e
      left join receipt r on e.voucher = 'receipt' and r.id = e.voucher_id
      left join payment p on e.voucher = 'payment' and p.id = e.voucher_id
      left join house h on h.id = p.house_id
    where e.fund_id = ${given.fund_id} and e.account = ${given.account} and e.item_id = ${given.item_id}
      and e.day between ${given.day} and ${given.to}
      and (e.day, e.amount < 0, e.id) > (${given.day}, ${given.out}, ${given.id})
    order by e.day, e.amount < 0, e.id limit ${given.limit}`,
);
const sameDayBefore = statement(
  (given: Given<Book & Place>) => sql<{ amount: number }>`select
      coalesce(sum(amount), 0) as amount from fund_entry
    where fund_id = ${given.fund_id} and account = ${given.account} and item_id = ${given.item_id}
      and day = ${given.day} and (amount < 0, id) <= (${given.out}, ${given.id})`,
);

/** The entries of a stretch behind a place, in the order of the book; all of them unless limited. */
export function entriesBehind(database: Reader, stretch: Stretch, place: Place, limit = -1): Entry[] {
  return database.all(entries({ ...stretch, ...place, limit }));
}

/** What the entries of a place's day up to the place add up to. */
export function movedBefore(database: Reader, book: Book, place: Place): number {
  return database.first(sameDayBefore({ ...book, ...place }))?.amount ?? 0;
}
