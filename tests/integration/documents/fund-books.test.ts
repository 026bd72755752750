import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { query } from '../../../electron/data/database/tables.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { readFundPaper, type Period } from './fund-reader.ts';

let office: FundBench;
beforeEach(() => {
  office = fundBench();
});
afterEach(() => office.close());

/** What the books themselves say of a period, by the names of the papers' totals. */
function booksOf({ from, to }: Period) {
  const row = sql<{ name: string; unit_name: string | null; received: number; closing: number }>`
    select coalesce(i.name, iif(k.account = 'cash', 'Tiền mặt', 'Tiền gửi tài khoản')) as name, i.unit_name,
      (select coalesce(sum(received), 0) from fund_day d where d.account = k.account and d.item_id = k.item_id
        and day between ${from} and ${to}) as received,
      coalesce((select balance from fund_day d where d.account = k.account and d.item_id = k.item_id and day <= ${to}
        order by day desc limit 1), 0) as closing
    from (select distinct account, item_id from fund_day) k left join in_kind_item i on i.id = k.item_id`;
  const shown = (unit: string | null, amount: number) =>
    unit === null ? formatNumber(amount) : formatQuantity(amount);
  return office.database.all(row.compile(query)).map(({ name, unit_name, received, closing }) => ({
    name,
    received: shown(unit_name, received),
    closing: shown(unit_name, closing),
  }));
}

it('for any vouchers and any period the papers say what the books say', async () => {
  const day = (offset: number) => addDays('2023-01-01', offset);
  const shape = fc.record({
    what: fc.constantFrom('cash', 'bank', 'goods', 'payment', 'out'),
    offset: fc.integer({ min: 0, max: 200 }),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
    cancel: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
  });
  let stood = 0;
  for (const { what, offset, amount, cancel } of fc.sample(shape, { numRuns: 90, seed: 20231231 })) {
    const goods = [{ item: amount % 2 ? office.cement : office.roofing, quantity: amount }];
    const received_on = day(offset);
    try {
      const out = what === 'payment' || what === 'out';
      const id = out
        ? office.payment(
            { paid_on: received_on, ...(what === 'out' ? {} : { amount: Math.ceil(amount / 9) }) },
            what === 'out' ? { goods } : {},
          )
        : office.receipt(
            {
              received_on,
              ...(what === 'bank' ? { way: 'transfer', account: 'bank' } : {}),
              ...(what === 'goods' ? {} : { amount }),
            },
            what === 'goods' ? { goods } : {},
          );
      stood += 1;
      if (cancel !== null) office.cancel(out ? 'payment' : 'receipt', id, day(offset + cancel), 'Ghi sai');
    } catch (error) {
      expect(String(error)).toMatch(/CHECK constraint|fund_never_below_zero|insufficient/);
    }
  }
  expect(stood).toBeGreaterThan(60);
  const periods = fc.sample(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 150 })), {
    numRuns: 8,
    seed: 7,
  });
  for (const [start, length] of periods) {
    const period = { from: day(start), to: day(start + length) };
    const books = booksOf(period);
    const { summary } = await readFundPaper(office, 'report', period);
    const closings = new Map(summary.map((row) => [row[0], row.at(-1)]));
    for (const { name, closing } of books) expect(closings.get(name) ?? '0', name).toBe(closing);
    const given = new Map(
      (await readFundPaper(office, 'disclosure', period)).summary.map((row) => [row[0], row[2]]),
    );
    for (const { name, received } of books) expect(given.get(name) ?? '0', name).toBe(received);
  }
}, 60_000);
