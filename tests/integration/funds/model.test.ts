import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerFaults } from '../../../electron/data/database/ledger.ts';
import { verifyAudit } from '../../../electron/data/people/verify-audit.ts';
import { bookPage } from '../../../electron/data/records/funds/book.ts';
import { fundBalance } from '../../../electron/data/records/funds/overview.ts';
import { FailureError } from '../../../shared/failure.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import type { Saved } from './kit.ts';
import { ledgerBench, type LedgerBench } from './ledger-bench.ts';

// Random receipts, payments and cancellations of random days against a model that adds up a plain list.

let made: LedgerBench;
beforeAll(() => {
  made = ledgerBench();
});
afterAll(() => made.close());

/** Three weeks over the turn of a year, so that both years have their numbers. */
const firstDay = '2022-12-21';
const days = 21;
const dayAt = (index: number) => addDays(firstDay, index);
const books = ['cash', 'bank', 'cement', 'roofing'] as const;
type BookName = (typeof books)[number];

interface Move {
  readonly book: BookName;
  readonly day: string;
  readonly amount: number;
}
interface Issued {
  readonly kind: VoucherKind;
  readonly saved: Saved;
  readonly move: Move;
  cancelled: boolean;
}

const step = fc.oneof(
  { weight: 5, arbitrary: moves('receipt') },
  { weight: 5, arbitrary: moves('payment') },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(30), later: fc.nat(days) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function moves(kind: VoucherKind) {
  return fc.record({
    kind: fc.constant(kind),
    book: fc.constantFrom(...books),
    day: fc.nat(days - 1).map(dayAt),
    amount: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1000, 250_000, 999_999_999_000)),
  });
}

/** The model: nothing but a list of what came and went. */
class Model {
  readonly moves: Move[] = [];
  readonly issued: Issued[] = [];
  readonly numbers = new Map<string, number>();

  at(book: BookName, day: string): number {
    return this.moves
      .filter((move) => move.book === book && move.day <= day)
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Whether no day would end below zero with one more. */
  allows(move: Move): boolean {
    return Array.from({ length: days * 2 }, (_, index) => dayAt(index)).every(
      (day) => this.at(move.book, day) + (move.day <= day ? move.amount : 0) >= 0,
    );
  }

  nextNumber(kind: string, { book, day }: Move): number {
    const goods = book === 'cement' || book === 'roofing';
    const key = `${kind} ${goods} ${day.slice(0, 4)}`;
    const next = (this.numbers.get(key) ?? 0) + 1;
    this.numbers.set(key, next);
    return next;
  }
}

const itemOf = (book: BookName) => (book === 'cement' ? made.cement : book === 'roofing' ? made.roofing : 0);

function save(kind: VoucherKind, fund_id: number, { book, day, amount }: Move): Saved {
  const item_id = itemOf(book);
  const items = item_id === 0 ? [] : [{ item_id, quantity: amount }];
  const money = { amount: item_id === 0 ? amount : null };
  if (kind === 'payment')
    return made.payment(
      { fund_id, paid_on: day, account: item_id === 0 ? book : 'goods', ...money },
      { items },
    );
  const way = book === 'cash' ? 'cash' : book === 'bank' ? 'transfer' : 'in_kind';
  return made.receipt({ fund_id, received_on: day, way, ...money }, { items });
}

/** The failure code of an action, or `ok` and what it gave. */
function tried<T>(action: () => T): { code: string; value?: T } {
  try {
    return { code: 'ok', value: action() };
  } catch (error) {
    if (error instanceof FailureError) return { code: error.failure.code };
    throw error;
  }
}

function take(model: Model, fund: number, given: Step): void {
  if (given.kind === 'cancel') {
    const one = model.issued[given.which % Math.max(1, model.issued.length)];
    if (!one) return;
    const day = addDays(one.move.day, given.later);
    const back = { book: one.move.book, day, amount: -one.move.amount };
    const { code } = tried(() => made.cancel(one.kind, one.saved, day));
    const expected = one.cancelled ? 'invalid' : model.allows(back) ? 'ok' : 'insufficient_balance';
    expect(code).toBe(expected);
    if (code !== 'ok') return;
    one.cancelled = true;
    model.moves.push(back);
    return;
  }
  const { kind, book, day } = given;
  const move = { book, day, amount: kind === 'receipt' ? given.amount : -given.amount };
  const { code, value } = tried(() => save(kind, fund, given));
  expect(code).toBe(model.allows(move) ? 'ok' : 'insufficient_balance');
  if (!value) return;
  expect(value.number).toBe(model.nextNumber(kind, move));
  model.moves.push(move);
  model.issued.push({ kind, saved: value, move, cancelled: false });
}

function compare(model: Model, fund: number): void {
  for (let index = -1; index < days * 2; index += 5) {
    const day = dayAt(index);
    const { cash, bank, goods } = fundBalance(made.database, fund, day);
    expect([cash, bank]).toEqual([model.at('cash', day), model.at('bank', day)]);
    for (const book of ['cement', 'roofing'] as const)
      expect(goods.find(({ item_id }) => item_id === itemOf(book))?.quantity ?? 0).toBe(model.at(book, day));
  }
  for (const book of books) {
    const item_id = itemOf(book);
    const account = item_id > 0 ? ('goods' as const) : (book as 'cash' | 'bank');
    const [from, to] = [dayAt(4), dayAt(15)];
    const asked = { fund_id: fund, account, ...(item_id > 0 && { item_id }), from, to, limit: 200 };
    const { opening, received, paid, closing, rows } = bookPage(made.database, asked);
    expect(opening).toBe(model.at(book, dayAt(3)));
    expect(closing).toBe(model.at(book, to));
    expect(opening + received - paid).toBe(closing);
    expect(rows.at(-1)?.balance ?? opening).toBe(closing);
    // Not on any line either: of a day, what came in stands before what went out.
    expect(Math.min(0, ...rows.map(({ balance }) => balance))).toBe(0);
    expect(rows).toHaveLength(
      model.moves.filter((move) => move.book === book && move.day >= from && move.day <= to).length,
    );
  }
}

test('whatever is issued, cancelled and paid in whatever order, the books are those of a plain list', () => {
  // Numbers run through all funds of an office, so the model of the numbers lives on from run to run.
  const numbers = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const model = new Model();
      for (const [key, last] of numbers) model.numbers.set(key, last);
      const fund = made.fund();
      for (const given of steps) take(model, fund, given);
      for (const [key, last] of model.numbers) numbers.set(key, last);
      compare(model, fund);
    }),
    { numRuns: 120, endOnFailure: true },
  );
  expect(ledgerFaults(made.database.connection)).toEqual([]);
  const quiet = { progress: () => undefined, cancelled: () => false };
  expect(verifyAudit(made.database.connection, quiet).broken).toEqual([]);
});
