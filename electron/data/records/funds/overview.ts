import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { lastDayOf } from '../../../../shared/records/fund-campaign.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { availableFrom, balanceOn } from './balance.ts';

// From the list of goods to the last day of each: as many look-ups as there are goods, however long the books are.
const stock = statement(
  (given: { fund_id: number; day: IsoDate }) => sql<{
    item_id: number;
    name: string;
    unit_name: string;
    quantity: number;
  }>`select * from (
      select id as item_id, name, unit_name, (select balance from fund_day where fund_id = ${given.fund_id}
        and account = 'goods' and item_id = in_kind_item.id and day <= ${given.day} order by day desc limit 1) as quantity
      from in_kind_item order by sort_key, id
    ) where quantity is not null`,
);

/** What a fund holds at the end of a day: money in đồng, goods in thousandths of their unit. */
export function fundBalance(database: Reader, fund_id: number, day: IsoDate): CallOutput<'funds.balance'> {
  return {
    cash: balanceOn(database, { fund_id, account: 'cash', item_id: 0 }, day),
    bank: balanceOn(database, { fund_id, account: 'bank', item_id: 0 }, day),
    goods: database.all(stock({ fund_id, day })),
  };
}

/** What may leave an account of a fund on a day: money, or each kind of goods that is there then. */
export function fundAvailable(
  database: Reader,
  { fund_id, account, day }: ParsedInput<'funds.available'>,
): CallOutput<'funds.available'> {
  if (account !== 'goods')
    return [{ item: null, ...availableFrom(database, { fund_id, account, item_id: 0 }, day) }];
  return database.all(stock({ fund_id, day })).map(({ quantity: _then, ...item }) => ({
    item,
    ...availableFrom(database, { fund_id, account, item_id: item.item_id }, day),
  }));
}

const funds = statement(() =>
  query
    .selectFrom('fund_campaign')
    .select(['id', 'title', 'opens_on', 'closes_on', 'reopened_until', 'target_amount'])
    .where('voided_at', 'is', null)
    .orderBy('opens_on', 'desc')
    .orderBy('id', 'desc'),
);
const totals = statement(
  (given: { fund_id: number }) => sql<{ received: number; paid: number; drafts: number }>`select
      coalesce(sum(received), 0) as received, coalesce(sum(paid), 0) as paid,
      (select count(*) from receipt where fund_id = ${given.fund_id} and status = 'draft' and voided_at is null)
        + (select count(*) from payment where fund_id = ${given.fund_id} and status = 'draft' and voided_at is null)
        as drafts
    from fund_day where fund_id = ${given.fund_id} and account in ('cash', 'bank') and item_id = 0`,
);

/** Every campaign with what it took in, spent and has left on a day, newest first. */
export function fundOverview(database: Reader, today: IsoDate): CallOutput<'funds.overview'> {
  return database.all(funds()).map(({ id: fund_id, closes_on, reopened_until, ...fund }) => {
    const last_day = lastDayOf({ closes_on, reopened_until });
    const { received = 0, paid = 0, drafts = 0 } = database.first(totals({ fund_id })) ?? {};
    const left = (account: 'cash' | 'bank') => balanceOn(database, { fund_id, account, item_id: 0 }, today);
    const open = fund.opens_on <= today && (last_day === null || last_day >= today);
    const money = { received, paid, cash: left('cash'), bank: left('bank') };
    return { fund_id, ...fund, last_day, open, ...money, drafts };
  });
}
