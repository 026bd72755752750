import { sql } from 'kysely';
import { fail } from '../../../../shared/failure.ts';
import { lastDayOf } from '../../../../shared/records/fund-campaign.ts';
import { anonymousDonor, type DonorKind } from '../../../../shared/records/receipt.ts';
import { bookOf, voucherNumber, type Account } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { DisclosureData, Gift, GiftTotal, Holding } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import type { Snapshot } from '../../register/snapshot.ts';
import { fundIn, holdingOf, holdingOrder } from './papers-common.ts';

/** A period of a fund; ISO dates. */
export interface FundPeriod {
  readonly fund_id: number;
  readonly from: string;
  readonly to: string;
}
type Asked = FundPeriod & Readonly<Record<string, number | string>>;

/** What a receipt did to the books in the period, per account and kind of goods; nothing where it was taken back. */
interface Received {
  readonly id: number;
  readonly account: Account;
  readonly number: number;
  readonly number_year: number;
  readonly day: string;
  readonly donor_kind: DonorKind;
  readonly donor_name: string;
  readonly consent: number;
  readonly status: 'issued' | 'cancelled';
  readonly item: string | null;
  readonly unit_name: string | null;
  readonly item_id: number;
  readonly amount: number;
}
const received = statement(
  ({ fund_id, from, to }: Asked) => sql<Received>`
    select r.id, r.account, r.number, r.number_year, min(e.day) as day, r.donor_kind, r.donor_name, r.consent, r.status,
      i.name as item, i.unit_name, e.item_id, sum(e.amount) as amount
    from fund_entry e join receipt r on r.id = e.voucher_id left join in_kind_item i on i.id = e.item_id
    where e.fund_id = ${fund_id} and e.voucher = 'receipt' and e.day between ${from} and ${to}
    group by r.id, e.item_id having sum(e.amount) <> 0
    order by day, r.id, i.sort_key, e.item_id`,
);
const members = statement(
  ({ id }: { id: number }) => sql<{ donor_name: string; amount: number; consent: number }>`
    select donor_name, amount, consent from donation where receipt_id = ${id} and voided_at is null order by position`,
);
const estimates = statement(
  ({ id, item_id }: { id: number; item_id: number }) => sql<{ value: number | null }>`
    select case when count(estimated_value) = count(*) then sum(estimated_value) end as value
    from receipt_item where receipt_id = ${id} and item_id = ${item_id} and voided_at is null`,
);

const holdingIn = ({ account, item, unit_name }: Received): Holding => holdingOf(account, item, unit_name);

/** A name where it may be told: of somebody who consented and is not anonymous. */
const publicName = (name: string, consent: number, kind: DonorKind) => {
  const named = consent === 1 && kind !== 'anonymous';
  return { name: named ? name : anonymousDonor, named };
};

/** The gifts of a receipt that stands: each member of a group by himself, by his own consent. */
function giftsOf({ reader }: Pick<Snapshot, 'reader'>, row: Received): Gift[] {
  const { id, item_id, day, donor_kind, amount } = row;
  const holding = holdingIn(row);
  const all = { day, holding };
  const list = row.account === 'goods' ? [] : reader.all(members({ id }));
  if (list.length > 0)
    return list.map((one) => ({
      ...all,
      ...publicName(one.donor_name, one.consent, 'person'),
      amount: one.amount,
      estimated_value: null,
    }));
  const value = row.account === 'goods' ? (reader.first(estimates({ id, item_id }))?.value ?? null) : null;
  const who = publicName(row.donor_name, row.consent, donor_kind);
  return [{ ...all, ...who, amount, estimated_value: value }];
}

/** What a receipt cancelled in another period leaves in the books of this one: by its number, nobody's name. */
function correctionOf(row: Received): Gift {
  const name = `Phiếu ${voucherNumber(bookOf('receipt', row.account), row)} (đã hủy)`;
  const { day, amount } = row;
  return { day, name, named: false, holding: holdingIn(row), amount, estimated_value: null };
}

/** Cash, bank, then goods, each with the sum of its gifts and corrections. */
function totalsOf(gifts: readonly Gift[]): GiftTotal[] {
  const groups = Map.groupBy(gifts, ({ holding }) => `${holding.name} ${holding.unit_name ?? ''}`);
  const sums = [...groups.values()].flatMap((group): GiftTotal[] => {
    const [first] = group;
    if (!first) return [];
    const values = group.map(({ estimated_value: value }) => value);
    const known = values.every((value) => value !== null);
    return [
      {
        holding: first.holding,
        amount: group.reduce((sum, { amount }) => sum + amount, 0),
        estimated_value: known ? values.reduce((sum, value) => sum + value, 0) : null,
      },
    ];
  });
  return sums.sort((a, b) => (holdingOrder(a.holding) < holdingOrder(b.holding) ? -1 : 1));
}

/** What a campaign has to publish of itself: purpose, scope, place, account, time. */
function aboutOf(fund: ReturnType<typeof fundIn>): string[] {
  const last = lastDayOf(fund);
  const until = last === null ? '' : ` đến ngày ${formatDate(last)}`;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Mục đích', fund.purpose],
    ['Phạm vi', fund.scope],
    ['Nơi tiếp nhận', fund.place],
    ['Tài khoản tiếp nhận', fund.bank_account],
    ['Căn cứ', fund.basis],
    ['Thời gian vận động', `từ ngày ${formatDate(fund.opens_on)}${until}`],
  ];
  return facts.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
}

/** The public list of a fund and a period; `invalid` where nothing came in. */
export function disclosureIn(
  snapshot: Pick<Snapshot, 'reader'>,
  { fund_id, from, to }: FundPeriod,
): Pick<DisclosureData, 'fund' | 'about' | 'gifts' | 'corrections' | 'totals'> {
  const fund = fundIn(snapshot, fund_id);
  const rows = snapshot.reader.all(received({ fund_id, from, to }));
  if (rows.length === 0) fail('invalid', 'Đợt vận động không nhận được khoản nào trong kỳ này.');
  const standing = rows.filter(({ status }) => status === 'issued');
  const gifts = standing.flatMap((row) => giftsOf(snapshot, row));
  const corrections = rows.filter(({ status }) => status === 'cancelled').map(correctionOf);
  const totals = totalsOf([...gifts, ...corrections]);
  return { fund: fund.title, about: aboutOf(fund), gifts, corrections, totals };
}
