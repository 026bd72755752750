import { join } from 'node:path';
import { addDays } from '../../shared/vietnamese/dates.ts';
import type { ProgramClient } from '../support/program-client.ts';
import { Filler } from './fill.ts';
import { median, repeatedly, timed, type Bench, type Measurement, type Sample } from './harness.ts';
import { logIn, newOffice, type BenchOffice } from './office.ts';

const repeats = 5;
const times = 200;
const funds = 20;
const items = 40;
/** Lines of a voucher in kind. */
const lines = 20;
const firstDay = '2014-01-01';
const days = 3650;

type Account = 'cash' | 'bank' | 'goods';
interface Voucher {
  readonly fund_id: number;
  readonly day: string;
  readonly account: Account;
  /** The goods that it moves, each the same quantity; none for money. */
  readonly item_ids: readonly number[];
  /** Above zero for a receipt, below for a payment. */
  readonly amount: number;
}

/**
 * The vouchers of ten years in the order of their days, so many that they make `count` entries; of five, four come in
 * and one goes out. A voucher in kind has twenty lines.
 */
function* vouchers(count: number): Generator<Voucher> {
  let entries = 0;
  for (let index = 0; entries < count; index += 1) {
    const turn = Math.floor(index / funds);
    const account = (['cash', 'bank', 'cash', 'bank', 'cash', 'goods'] as const)[turn % 6] ?? 'cash';
    const goods = account === 'goods' ? lines : 0;
    const first = 1 + (Math.floor(turn / 30) % (items / lines)) * lines;
    yield {
      fund_id: 1 + (index % funds),
      day: addDays(firstDay, Math.floor((entries / count) * days)),
      account,
      item_ids: Array.from({ length: goods }, (_, line) => first + line),
      amount: Math.floor(turn / 6) % 5 === 4 ? -50_000 : 100_000 + (index % 1000),
    };
    entries += Math.max(1, goods);
  }
}

const issue = (kind: 'receipt' | 'payment') =>
  `UPDATE ${kind} SET status = 'issued', number = ?, number_year = ?, issued_at = ?, standing_amount = coalesce(amount, 0)
    WHERE id = ?`;

/** Writes vouchers as drafts and issues them, so that the tables keep books and numbers as they do in use. */
class Issuer {
  readonly #filler: Filler;
  readonly #numbers = new Map<string, number>();
  readonly #ids = { receipt: 0, payment: 0, line: 0 };

  constructor(filler: Filler) {
    this.#filler = filler;
  }

  add({ fund_id, day, account, item_ids, amount }: Voucher): void {
    const kind = amount > 0 ? 'receipt' : 'payment';
    const id = (this.#ids[kind] += 1);
    const beside = { search: false, audit: false };
    const money = {
      amount: account === 'goods' ? null : Math.abs(amount),
      standing_amount: 0,
      status: 'draft',
    };
    const words = { fund_id, account, content: 'Ủng hộ làm nhà cho hộ nghèo', ...money };
    const way = { cash: 'cash', bank: 'transfer', goods: 'in_kind' }[account];
    const donor = { donor_kind: 'person', donor_name: `Nhà hảo tâm số ${id}`, consent: true, receiver_id: 1 };
    const payee = {
      purpose: 'other',
      payee_name: `Cửa hàng số ${id}`,
      voucher: `Hóa đơn ${id}`,
      payer_id: 1,
    };
    if (kind === 'receipt') this.#filler.add(kind, id, { ...words, received_on: day, way, ...donor }, beside);
    else this.#filler.add(kind, id, { ...words, paid_on: day, ...payee }, beside);
    for (const [index, item_id] of item_ids.entries()) {
      const line = { [`${kind}_id`]: id, position: index + 1, item_id, quantity: Math.abs(amount) };
      this.#filler.add(`${kind}_item`, (this.#ids.line += 1), line, beside);
    }
    const year = Number(day.slice(0, 4));
    const book = `${kind} ${account === 'goods'} ${year}`;
    const number = (this.#numbers.get(book) ?? 0) + 1;
    this.#numbers.set(book, number);
    this.#filler.run(issue(kind), number, year, `${day}T02:00:00.000Z`, id);
  }
}

function fill(office: BenchOffice, count: number): void {
  const filler = new Filler(office);
  const beside = { search: false, audit: false };
  filler.add('officer', 1, { full_name: 'Xeo Khăm Hương' }, beside);
  for (let id = 1; id <= funds; id += 1)
    filler.add('fund_campaign', id, { title: `Đợt ${id}`, purpose: 'Làm nhà', opens_on: firstDay }, beside);
  for (let id = 1; id <= items; id += 1)
    filler.add('in_kind_item', id, { name: `Vật liệu ${id}`, unit_name: 'bao' }, beside);
  const issuer = new Issuer(filler);
  for (const voucher of vouchers(count)) issuer.add(voucher);
  filler.close();
}

/** What the vouchers add up to until a day. */
function expected(count: number, fund_id: number, day: string) {
  const sums = { cash: 0, bank: 0, goods: 0 };
  for (const voucher of vouchers(count))
    if (voucher.fund_id === fund_id && voucher.day <= day)
      sums[voucher.account] += voucher.amount * Math.max(1, voucher.item_ids.length);
  return sums;
}

const dayOf = (index: number) => addDays(firstDay, (index * 977) % days);
const balance = (client: ProgramClient, index: number) =>
  client.call('funds.balance', { fund_id: 1 + (index % funds), day: dayOf(index) });

async function requireRight(client: ProgramClient, count: number): Promise<void> {
  for (const index of [0, 7, 1234]) {
    const { cash, bank, goods } = await balance(client, index);
    const found = { cash, bank, goods: goods.reduce((sum, { quantity }) => sum + quantity, 0) };
    const wanted = expected(count, 1 + (index % funds), dayOf(index));
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      throw new Error(`The balance is ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}.`);
  }
}

/** Balances of all funds on days of all ten years, as the page asks for them. */
async function balances(client: ProgramClient, repeat: number): Promise<Sample> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1)
    took.push(await timed(() => balance(client, repeat * times + time)));
  return { value: median(took), n: times };
}

async function measure({ folder, scale, say }: Bench) {
  const count = Math.ceil(1_000_000 * scale);
  const office = await newOffice(join(folder, 'funds'));
  const begun = Date.now();
  fill(office, count);
  say(`fund balance: ${count} entries made in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const client = await logIn(office);
  await requireRight(client, count);
  const figures = { fund_balance_ms: await repeatedly(repeats, (repeat) => balances(client, repeat)) };
  await client.stop();
  return figures;
}

/** What a fund holds on any day, among a million entries of ten years, from the gateway call to its answer. */
export const fundBalance: Measurement = { name: 'fund-balance', keys: ['fund_balance_ms'], run: measure };
