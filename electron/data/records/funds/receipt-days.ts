import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';

const ofFund = (given: { fund_id: number }) =>
  query
    .selectFrom('receipt')
    .select('received_on')
    .where('fund_id', '=', given.fund_id)
    .where('voided_at', 'is', null)
    .where('status', '<>', 'cancelled')
    .limit(1);
const first = statement((given: { fund_id: number }) => ofFund(given).orderBy('received_on'));
const last = statement((given: { fund_id: number }) => ofFund(given).orderBy('received_on', 'desc'));

/** The day of the first receipt of a fund that stands, drafts with them; null where there is none. */
export function firstReceiptDay(database: Database, fund_id: number): string | null {
  return database.first(first({ fund_id }))?.received_on ?? null;
}

/** The day of the last one. */
export function lastReceiptDay(database: Database, fund_id: number): string | null {
  return database.first(last({ fund_id }))?.received_on ?? null;
}
