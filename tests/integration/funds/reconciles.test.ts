import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, fundKit, fundValues, today, type FundKit, type Saved } from './kit.ts';

// A year of a fund: 300 receipts of money, 40 in kind, 120 payments, 10 cancellations, entered through the gateway.
// Every figure is added up here once more from what was typed, in whole numbers without end.

/** One line of the test's own ledger. */
interface Line {
  readonly book: string;
  readonly day: string;
  readonly amount: bigint;
}

let kit: FundKit;
let fund: number;
const ledger: Line[] = [];
const money = new Map<string, Saved & { day: string; line: Line }>();

const sum = (lines: readonly Line[]) => lines.reduce((total, { amount }) => total + amount, 0n);
const balanceAt = (book: string, day: string) =>
  sum(ledger.filter((line) => line.book === book && line.day <= day));
/** The same odd amounts every time: no round sums that hide a lost đồng. */
const amountOf = (index: number) => 50_001 + ((index * 7_919_113) % 9_000_007);
const start = ago(290);

async function enterReceipts(): Promise<void> {
  for (let index = 0; index < 300; index += 1) {
    const [way, book] = (
      [
        ['cash', 'cash'],
        ['transfer', 'bank'],
        ['salary', 'bank'],
      ] as const
    )[index % 3] ?? ['cash', 'cash'];
    const day = addDays(start, (index * 37) % 280);
    const amount = amountOf(index);
    const donor_officer_id = way === 'salary' ? kit.officer : null;
    const list = index % 30 === 2 ? [amount - 1000, 400, 600] : [];
    const donations = list.map((part, place) => ({
      donor_name: `Người ${place}`,
      amount: part,
      consent: true,
    }));
    const total = list.length > 0 ? null : amount;
    const values = { fund_id: fund, received_on: day, way, account: book, amount: total, donor_officer_id };
    const saved = await kit.receipt(values, { donations });
    const line = { book, day, amount: BigInt(amount) };
    ledger.push(line);
    money.set(`receipt ${index}`, { ...saved, day, line });
  }
}

async function enterGoods(): Promise<void> {
  for (let index = 0; index < 40; index += 1) {
    const day = addDays(start, index * 7);
    const item_id = index % 2 === 0 ? kit.cement : kit.roofing;
    const quantity = 10_000 + index * 250;
    await kit.receipt(
      { fund_id: fund, received_on: day, way: 'in_kind', amount: null },
      { items: [{ item_id, quantity }] },
    );
    ledger.push({ book: `goods ${item_id}`, day, amount: BigInt(quantity) });
  }
}

/** Payments of days on which there is enough, then and later, by the test's own ledger. */
async function enterPayments(): Promise<void> {
  let goods = 0;
  for (let index = 0; index < 120; index += 1) {
    const day = addDays(start, 281 - ((index * 13) % 9));
    if (index % 6 === 5) {
      goods += 1;
      const items = [{ item_id: kit.cement, quantity: 5_125 }];
      await kit.payment({ fund_id: fund, paid_on: day, account: 'goods', amount: null }, { items });
      ledger.push({ book: `goods ${kit.cement}`, day, amount: -5_125n });
      continue;
    }
    const book = index % 2 === 0 ? 'cash' : 'bank';
    const amount = 100_003 + ((index * 104_729) % 1_000_003);
    const saved = await kit.payment({ fund_id: fund, paid_on: day, account: book, amount });
    const line = { book, day, amount: BigInt(-amount) };
    ledger.push(line);
    money.set(`payment ${index}`, { ...saved, day, line });
  }
  expect(goods).toBe(20);
}

async function cancelTen(): Promise<void> {
  const which = ['receipt 7', 'receipt 62', 'receipt 120', 'receipt 181', 'receipt 240', 'receipt 299'];
  for (const [index, name] of [...which, 'payment 0', 'payment 31', 'payment 60', 'payment 90'].entries()) {
    const voucher = money.get(name);
    if (!voucher) throw new Error(`no ${name}`);
    const day = addDays(voucher.day, index % 2 === 0 ? 0 : 8);
    await kit.cancel(name.startsWith('receipt') ? 'receipt' : 'payment', voucher, day);
    ledger.push({ ...voucher.line, day, amount: -voucher.line.amount });
  }
}

beforeAll(async () => {
  kit = await fundKit();
  fund = await kit.create('fund_campaign', { ...fundValues, title: 'Cả năm' });
  await enterReceipts();
  await enterGoods();
  await enterPayments();
  await cancelTen();
});
afterAll(() => kit.page.end());

test('the balance of every account is right to the đồng on every day', async () => {
  for (let day = addDays(start, -1); day <= today; day = addDays(day, 1)) {
    const { cash, bank, goods } = await kit.balance(day, fund);
    expect([BigInt(cash), BigInt(bank)], day).toEqual([balanceAt('cash', day), balanceAt('bank', day)]);
    for (const item of [kit.cement, kit.roofing]) {
      const quantity = goods.find(({ item_id }) => item_id === item)?.quantity ?? 0;
      expect(BigInt(quantity), day).toBe(balanceAt(`goods ${item}`, day));
    }
  }
});

test('every book reads from its opening to its closing, page by page, each entry once', async () => {
  for (const account of ['cash', 'bank'] as const) {
    const [from, to] = [addDays(start, 60), addDays(start, 285)];
    const within = ledger.filter(({ book, day }) => book === account && day >= from && day <= to);
    const seen: number[] = [];
    let balance = balanceAt(account, addDays(from, -1));
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<FundKit['book']>> = await kit.book({
        ...{ fund_id: fund, account, from, to, limit: 17 },
        ...(after !== null && { after }),
      });
      expect(BigInt(page.opening)).toBe(balanceAt(account, addDays(from, -1)));
      expect(BigInt(page.closing)).toBe(balanceAt(account, to));
      expect(page.opening + page.received - page.paid).toBe(page.closing);
      for (const row of page.rows) {
        balance += BigInt(row.received - row.paid);
        expect(BigInt(row.balance)).toBe(balance);
        seen.push(row.entry_id);
      }
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(within.length);
    expect(new Set(seen).size).toBe(seen.length);
    expect(balance).toBe(balanceAt(account, to));
  }
});

test('every number was given once and none is missing, cancelled ones with them', async () => {
  for (const [kind, counts] of [
    ['receipt', { money: 300, goods: 40 }],
    ['payment', { money: 100, goods: 20 }],
  ] as const) {
    const given = new Map<string, number[]>();
    let after: string | null = null;
    do {
      const page: { rows: Record<string, unknown>[]; next: string | null } = await kit.page.value(
        'records.list',
        {
          ...{ kind, filter: {}, limit: 200 },
          ...(after !== null && { after }),
        },
      );
      for (const { account, number, number_year } of page.rows) {
        const book = `${account === 'goods' ? 'goods' : 'money'} ${String(number_year)}`;
        given.set(book, [...(given.get(book) ?? []), Number(number)]);
      }
      after = page.next;
    } while (after !== null);
    for (const numbers of given.values())
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1));
    for (const book of ['money', 'goods'] as const) {
      const many = [...given].flatMap(([name, numbers]) => (name.startsWith(book) ? numbers : []));
      expect(many).toHaveLength(counts[book]);
    }
  }
});

test('lists add up what stands: neither drafts nor cancelled ones', async () => {
  await kit.receipt({ fund_id: fund, amount: 5 }, { issue: false });
  for (const kind of ['receipt', 'payment'] as const) {
    const { sums } = await kit.page.value<{ sums: Record<string, number> }>('records.total', {
      kind,
      filter: { equal: { fund_id: fund } },
    });
    const sign = kind === 'receipt' ? 1n : -1n;
    const standing = [...money].filter(([name]) => name.startsWith(kind)).map(([, { line }]) => line);
    const gone = ledger.filter(
      ({ book, amount }, index) =>
        index >= ledger.length - 10 && !book.startsWith('goods') && amount * sign < 0n,
    );
    expect(BigInt(sums['standing_amount'] ?? 0)).toBe(sign * (sum(standing) + sum(gone)));
  }
});

test('the count of the cash agrees with the book to the đồng; one đồng less wants its explanation', async () => {
  const cash = balanceAt('cash', ago(1));
  const count = (counted_amount: bigint) => ({
    kind: 'reconciliation',
    values: {
      ...{ fund_id: fund, account: 'cash', counted_on: ago(1) },
      ...{ counted_amount: Number(counted_amount), counted_by_id: kit.officer },
    },
  });
  const { id } = await kit.page.value<Saved>('records.create', count(cash));
  expect(await kit.get('reconciliation', id)).toMatchObject({ book_amount: Number(cash), difference: 0 });
  const short = await kit.refused('records.create', count(cash - 1n));
  expect(short.fields?.['explanation']).toContain('thiếu 1 đ');
});

test('the trail and the books hold', async () => {
  expect(await brokenTrail(kit)).toEqual([]);
});
