import { voucherNumber, type VoucherBook } from '../../../../shared/records/voucher.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';

/** The last number of a book of a workstation, which is known by its life-long name. */
export interface BookEnd {
  readonly book: VoucherBook;
  readonly workstation: string;
  readonly year: number;
  readonly last: number;
}

const ends = statement(() =>
  query
    .selectFrom('voucher_book')
    .innerJoin('workstation', 'workstation.id', 'voucher_book.origin')
    .select(['voucher_book.book', 'workstation.uid as workstation', 'voucher_book.year', 'voucher_book.last'])
    .orderBy('voucher_book.year')
    .orderBy('voucher_book.book'),
);

const workstations = statement(() => query.selectFrom('workstation').select('uid'));

/** How far the numbers of every book go. */
export function bookEnds(database: Reader): BookEnd[] {
  return database.all(ends());
}

/**
 * The vouchers that were numbered before and are not in a restored database, book by book: "PT 12/2023" or
 * "PT 12/2023 – PT 15/2023". They may be out on paper, and their numbers would be given a second time. What another
 * office's workstation numbered is not lost: the restored database never had it.
 */
export function lostNumbers(restored: Reader, before: readonly BookEnd[]): string[] {
  const there = bookEnds(restored);
  const known = new Set(restored.all(workstations()).map(({ uid }) => uid));
  return before.flatMap(({ book, workstation, year, last }) => {
    if (!known.has(workstation)) return [];
    const same = (one: BookEnd) => one.book === book && one.workstation === workstation && one.year === year;
    const kept = there.find(same)?.last ?? 0;
    if (kept >= last) return [];
    const named = (number: number) => voucherNumber(book, { number, number_year: year });
    return [kept + 1 === last ? named(last) : `${named(kept + 1)} – ${named(last)}`];
  });
}
