import { sql } from 'kysely';
import type { CallOutput } from '../../../../shared/api.ts';
import type { Reader } from '../../database/reader.ts';
import { statement } from '../../database/statement.ts';

type Outdated = CallOutput<'reconciliations.outdated'>;

const outdated = statement(
  () => sql<Outdated[number]>`select * from (
      select r.id, r.fund_id, f.title, r.account, r.counted_on, r.counted_amount, r.book_amount,
        coalesce((select balance from fund_day where fund_id = r.fund_id and account = r.account and item_id = 0
          and day <= r.counted_on order by day desc limit 1), 0) as book_today
      from reconciliation r join fund_campaign f on f.id = r.fund_id where r.voided_at is null
    ) where book_today <> book_amount order by counted_on desc, id desc`,
);

/**
 * Reconciliations whose book says another thing today of their day than when they were signed, newest first: a
 * back-dated voucher was issued, or one was cancelled as of that day or before. What was signed is never rewritten.
 */
export function outdatedReconciliations(database: Reader): Outdated {
  return database.all(outdated());
}
