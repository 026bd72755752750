import { afterAll, beforeAll, expect, test } from 'vitest';
import type BetterSqlite3 from 'better-sqlite3';
import { failureOfSqlite } from '../../../electron/data/database/sqlite-failure.ts';
import type { Answer } from '../../../shared/failure.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { ago, brokenTrail, fundKit, fundValues, writerOf, type FundKit, type Saved } from './kit.ts';

// Never above the balance of its own day or of a later one: back-dated payments, cancellations, two at once.

let kit: FundKit;
beforeAll(async () => {
  kit = await fundKit();
});
afterAll(() => kit.page.end());

const newFund = () => kit.create('fund_campaign', { ...fundValues, title: 'Đợt riêng' });

test('a payment above the balance of its day is refused with what is there and what would be missing', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 1_200_000, received_on: ago(100) });
  const refused = await kit.refused('payments.save', kit.input('payment', { fund_id, amount: 1_500_000 }));
  expect(refused).toMatchObject({ code: 'insufficient_balance', safe: 'Chưa có gì bị ghi vào sổ quỹ.' });
  expect(refused.text).toBe(
    `Quỹ tiền mặt chỉ còn 1.200.000 đ vào ngày ${formatDate(ago(50))}; phiếu này sẽ làm thiếu 300.000 đ.`,
  );
  expect(refused.fields).toHaveProperty('amount');
  await kit.payment({ fund_id, amount: 1_200_000 });
  expect((await kit.balance(ago(50), fund_id)).cash).toBe(0);
  const early = kit.input('payment', { fund_id, amount: 1, paid_on: ago(101) });
  expect((await kit.refused('payments.save', early)).code).toBe('insufficient_balance');
});

test('a back-dated payment is refused where a later day would fall below zero', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 5_000_000, received_on: ago(100) });
  await kit.payment({ fund_id, amount: 4_000_000, paid_on: ago(40) });
  await kit.receipt({ fund_id, amount: 9_000_000, received_on: ago(20) });
  const refused = await kit.refused(
    'payments.save',
    kit.input('payment', { fund_id, amount: 1_300_000, paid_on: ago(80) }),
  );
  expect(refused.text).toBe(
    `Quỹ tiền mặt còn 5.000.000 đ vào ngày ${formatDate(ago(80))}, nhưng đến ngày ${formatDate(ago(40))} chỉ còn 1.000.000 đ; phiếu này sẽ làm thiếu 300.000 đ.`,
  );
  await kit.payment({ fund_id, amount: 1_000_000, paid_on: ago(80) });
  expect((await kit.balance(ago(40), fund_id)).cash).toBe(0);
});

test('no line of a book is below zero: of a day, what came in stands before what went out', async () => {
  const fund_id = await newFund();
  const day = ago(60);
  await kit.receipt({ fund_id, amount: 100, received_on: ago(61) });
  await kit.payment({ fund_id, amount: 100, paid_on: day });
  const later = await kit.receipt({ fund_id, amount: 100, received_on: day });
  await kit.payment({ fund_id, amount: 100, paid_on: ago(61) });
  const whole = await kit.book({ fund_id });
  expect(whole.rows.map(({ balance }) => balance)).toEqual([100, 0, 100, 0]);
  expect(whole.rows[2]?.voucher_id).toBe(later.id);
  // Page by page it is the same book.
  const rows: typeof whole.rows = [];
  let after: string | null = null;
  do {
    const page: typeof whole = await kit.book({ fund_id, limit: 1, ...(after !== null && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  expect(rows).toEqual(whole.rows);
});

test('every account holds for itself', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, way: 'transfer', amount: 3_000_000 });
  const cash = await kit.refused('payments.save', kit.input('payment', { fund_id, amount: 1 }));
  expect(cash.text).toContain('Quỹ tiền mặt chỉ còn 0 đ');
  await kit.payment({ fund_id, account: 'bank', amount: 3_000_000 });
  const bank = await kit.refused(
    'payments.save',
    kit.input('payment', { fund_id, account: 'bank', amount: 1 }),
  );
  expect(bank.text).toContain('Quỹ tài khoản chỉ còn 0 đ');
});

test('goods hold as money does, item by item, the lines of one item together', async () => {
  const fund_id = await newFund();
  const item = (quantity: number) => ({ item_id: kit.cement, quantity });
  await kit.receipt({ fund_id, way: 'in_kind', amount: null }, { items: [item(10_500)] });
  const out = { fund_id, account: 'goods', amount: null };
  const refused = await kit.refused(
    'payments.save',
    kit.input('payment', out, { items: [item(6000), item(5000)] }),
  );
  expect(refused.text).toContain('Hiện vật Xi măng chỉ còn 10,5 bao');
  expect(refused.text).toContain('thiếu 0,5 bao');
  expect(refused.fields).toHaveProperty('items');
  const other = kit.input('payment', out, { items: [{ item_id: kit.roofing, quantity: 1 }] });
  expect((await kit.refused('payments.save', other)).text).toContain('Tôn lợp chỉ còn 0 m²');
});

test('a receipt whose money is spent is not cancelled; the text names the day and what is there', async () => {
  const fund_id = await newFund();
  const receipt = await kit.receipt({ fund_id, amount: 2_000_000, received_on: ago(100) });
  const payment = await kit.payment({ fund_id, amount: 1_500_000, paid_on: ago(60) });
  await kit.receipt({ fund_id, amount: 300_000, received_on: ago(30) });
  const { id, version } = receipt;
  const cancel = (cancelled_on: string) => ({ id, version, cancelled_on, reason: 'Ghi nhầm.' });
  const refused = await kit.refused('receipts.cancel', cancel(ago(90)));
  expect(refused.code).toBe('insufficient_balance');
  expect(refused.text).toContain(`nhưng đến ngày ${formatDate(ago(60))} chỉ còn 500.000 đ`);
  expect(refused.text).toContain('hủy phiếu này sẽ làm thiếu 1.500.000 đ');
  expect(await kit.page.ask('receipts.cancel', cancel(ago(10)))).toBe('insufficient_balance');
  await kit.cancel('payment', payment, ago(60));
  expect(await kit.page.ask('receipts.cancel', cancel(ago(60)))).toBe('ok');
  expect((await kit.balance(ago(31), fund_id)).cash).toBe(0);
});

test('two calls in flight at once for the last money: one wins, the other is told what is left', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 1_000_000 });
  const pay = (payee_name: string) =>
    kit.page.call('payments.save', kit.input('payment', { fund_id, amount: 600_000, payee_name }));
  const answers: Answer[] = await Promise.all([pay('Một'), pay('Hai')]);
  const lost = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
  expect(lost).toHaveLength(1);
  expect(lost[0]?.code).toBe('insufficient_balance');
  expect(lost[0]?.text).toContain('chỉ còn 400.000 đ');
  expect((await kit.balance(undefined, fund_id)).cash).toBe(400_000);
  const book = await kit.book({ fund_id });
  expect(book.rows.filter(({ voucher }) => voucher === 'payment')).toHaveLength(1);
});

test('twenty at once get twenty numbers in a row, and what is refused takes none', async () => {
  const fund_id = await newFund();
  const first = await kit.receipt({ fund_id, amount: 5 });
  const inputs = Array.from({ length: 20 }, (_, index) => ({
    ...kit.input('receipt', { fund_id, amount: index % 4 === 0 ? 0 : 1000 + index }),
  }));
  const answers: Answer[] = await Promise.all(inputs.map((input) => kit.page.call('receipts.save', input)));
  const numbers = answers.flatMap((answer) => (answer.ok ? [(answer.value as Saved).number] : []));
  expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => Number(first.number) + 1 + index));
});

/** Issues a draft past the program, with the next number, as a second program would. */
function issueRaw(connection: BetterSqlite3.Database, id: number): void {
  connection
    .prepare(
      `UPDATE payment SET status = 'issued', version = version + 1, issued_at = updated_at, standing_amount = amount,
        number_year = CAST(substr(paid_on, 1, 4) AS INTEGER), number = 1 + coalesce((SELECT last FROM voucher_book
          WHERE book = 'payment' AND origin = payment.origin AND year = CAST(substr(paid_on, 1, 4) AS INTEGER)), 0)
        WHERE id = ?`,
    )
    .run(id);
}

test('two connections of their own allocate the last money at once: the second waits, and the table refuses it', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 1_000_000 });
  const draft = () => kit.payment({ fund_id, amount: 700_000 }, { issue: false });
  const drafts = [await draft(), await draft()].map(({ id }) => id);
  const [one, other] = [await writerOf(kit), await writerOf(kit)];
  try {
    other.pragma('busy_timeout = 0');
    one.exec('BEGIN IMMEDIATE');
    // Both see the money; only one may write.
    const seen = 'SELECT balance FROM fund_day WHERE fund_id = ? ORDER BY day DESC';
    expect(other.prepare(seen).pluck().get(fund_id)).toBe(1_000_000);
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
    issueRaw(one, drafts[0] ?? 0);
    one.exec('COMMIT');
    other.exec('BEGIN IMMEDIATE');
    let failed: unknown;
    try {
      issueRaw(other, drafts[1] ?? 0);
    } catch (error) {
      failed = failureOfSqlite(error);
    }
    other.exec('ROLLBACK');
    expect(failed).toMatchObject({
      failure: {
        code: 'insufficient_balance',
        text: 'Quỹ không đủ số dư vào ngày này hoặc vào một ngày sau đó.',
      },
    });
    expect(other.prepare(seen).pluck().get(fund_id)).toBe(300_000);
    // Nothing else of the loser is there either: no number, no entry.
    const entries = "SELECT count(*) FROM fund_entry WHERE voucher = 'payment' AND voucher_id = ?";
    expect(drafts.map((id) => other.prepare(entries).pluck().get(id))).toEqual([1, 0]);
  } finally {
    one.close();
    other.close();
  }
});

test('a number that another connection took meanwhile is refused, not given twice', async () => {
  const fund_id = await newFund();
  await kit.receipt({ fund_id, amount: 10 });
  const [a, b] = [
    await kit.payment({ fund_id, amount: 1 }, { issue: false }),
    await kit.payment({ fund_id, amount: 1 }, { issue: false }),
  ];
  const connection = await writerOf(kit);
  const number = (id: number) =>
    connection.prepare('SELECT number FROM payment WHERE id = ?').pluck().get(id) as number;
  issueRaw(connection, a.id);
  const same = connection.prepare(
    `UPDATE payment SET status = 'issued', issued_at = 'x', standing_amount = amount, number = ?,
      number_year = CAST(substr(paid_on, 1, 4) AS INTEGER) WHERE id = ?`,
  );
  expect(() => same.run(number(a.id), b.id)).toThrow(/voucher_number_taken/);
  expect(() => same.run(number(a.id) + 2, b.id)).toThrow(/voucher_number_taken/);
  const next = await kit.page.value<Saved>('payments.issue', { id: b.id, version: b.version });
  expect(next.number).toBe(number(a.id) + 1);
  connection.close();
});

test('what was issued past the program is found by the check of the trail; the books themselves agree', async () => {
  const broken = await brokenTrail(kit);
  expect(broken).toHaveLength(2);
  expect(broken.every((text) => text.includes('khác với lần ghi cuối trong nhật ký'))).toBe(true);
});
