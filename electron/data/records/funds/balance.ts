import { fail } from '../../../../shared/failure.ts';
import type { Account } from '../../../../shared/records/voucher.ts';
import { accounts } from '../../../../shared/records/voucher.ts';
import { formatDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../../shared/vietnamese/money.ts';
import { formatQuantity } from '../../../../shared/vietnamese/quantity.ts';
import type { Database } from '../../database/database.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import type { Values } from '../record-sql.ts';
import { rowOf } from '../record-writer.ts';
import type { VoucherRow } from './rows.ts';

/** One book: an account of a fund, of goods one item; `item_id` is 0 for money. */
export interface Book {
  readonly fund_id: number;
  readonly account: Account;
  readonly item_id: number;
}

const lastDay = statement((given: { fund_id: number; account: Account; item_id: number; day: IsoDate }) =>
  query
    .selectFrom('fund_day')
    .select('balance')
    .where('fund_id', '=', given.fund_id)
    .where('account', '=', given.account)
    .where('item_id', '=', given.item_id)
    .where('day', '<=', given.day)
    .orderBy('day', 'desc')
    .limit(1),
);
const leastLater = statement((given: { fund_id: number; account: Account; item_id: number; day: IsoDate }) =>
  query
    .selectFrom('fund_day')
    .select(['day', 'balance'])
    .where('fund_id', '=', given.fund_id)
    .where('account', '=', given.account)
    .where('item_id', '=', given.item_id)
    .where('day', '>', given.day)
    .orderBy('balance')
    .orderBy('day')
    .limit(1),
);

/** What a book holds at the end of a day: đồng, or thousandths of a unit. */
export function balanceOn(database: Reader, { fund_id, account, item_id }: Book, day: IsoDate): number {
  return database.first(lastDay({ fund_id, account, item_id, day }))?.balance ?? 0;
}

/** What may leave a book on a day: the least that it holds from then on, and the first day on which it holds no more. */
export function availableFrom(
  database: Reader,
  { fund_id, account, item_id }: Book,
  day: IsoDate,
): { readonly balance: number; readonly available: number; readonly least_on: IsoDate } {
  const balance = balanceOn(database, { fund_id, account, item_id }, day);
  const later = database.first(leastLater({ fund_id, account, item_id, day }));
  if (!later || later.balance >= balance) return { balance, available: balance, least_on: day };
  return { balance, available: later.balance, least_on: later.day };
}

/** A book's name at the beginning of a sentence, and how its amounts are written. */
function wordsOf(database: Database, { account, item_id }: Book) {
  if (account !== 'goods') return { name: `Quỹ ${accounts[account]}`, written: formatMoney };
  const item = rowOf(database, 'in_kind_item', item_id);
  const written = (quantity: number) => `${formatQuantity(quantity)} ${String(item['unit_name'])}`;
  return { name: `Hiện vật ${String(item['name'])}`, written };
}

/** Says what would be missing if so much left a book on a day; null where enough is there, then and later. */
export function shortfall(
  database: Database,
  book: Book,
  day: IsoDate,
  amount: number,
  what: string,
): string | null {
  const { balance, available, least_on } = availableFrom(database, book, day);
  if (available >= amount) return null;
  const { name, written } = wordsOf(database, book);
  const lack = written(amount - available);
  if (least_on === day)
    return `${name} chỉ còn ${written(balance)} vào ngày ${formatDate(day)}; ${what} sẽ làm thiếu ${lack}.`;
  return `${name} còn ${written(balance)} vào ngày ${formatDate(day)}, nhưng đến ngày ${formatDate(least_on)} chỉ còn ${written(available)}; ${what} sẽ làm thiếu ${lack}.`;
}

/** What moves at once: each book with its amount. */
export type Moves = ReadonlyMap<Book, number>;

/** What a voucher moves: each book with its amount; the quantities of one item in several lines add up. */
export function movesOf({ fund_id, account, amount }: VoucherRow, items: readonly Values[]): Moves {
  if (account !== 'goods') return new Map([[{ fund_id, account, item_id: 0 }, amount ?? 0]]);
  const quantities = new Map<number, number>();
  for (const { item_id, quantity } of items)
    quantities.set(Number(item_id), (quantities.get(Number(item_id)) ?? 0) + Number(quantity));
  return new Map([...quantities].map(([item_id, quantity]) => [{ fund_id, account, item_id }, quantity]));
}

/**
 * Refuses (`insufficient_balance`) what would leave a book below zero on that day or on any later one; the text says
 * what is there. `field` is to blame. The table's own CHECK holds the same against whoever saves at the same moment.
 */
export function requireBalance(
  database: Database,
  outflow: Moves,
  day: IsoDate,
  { what, field }: { readonly what: string; readonly field: string },
): void {
  const texts = [...outflow].flatMap(([book, amount]) => shortfall(database, book, day, amount, what) ?? []);
  if (texts.length === 0) return;
  const text = texts.join(' ');
  fail('insufficient_balance', text, { fields: { [field]: text }, safe: 'Chưa có gì bị ghi vào sổ quỹ.' });
}
