import type { Database } from '../../database/database.ts';
import type { Account } from '../../../../shared/records/voucher.ts';
import { formatMoney } from '../../../../shared/vietnamese/money.ts';
import { balanceOn } from '../funds/balance.ts';
import type { Values } from '../record-sql.ts';
import type { Row } from '../record-writer.ts';
import type { KindRule } from './rule.ts';

/** What says which figure of which book was counted against. */
const place = ['fund_id', 'account', 'counted_on'] as const;

/**
 * What the book held on the day of the count, and how far the count is from it. What was signed stays: a correction of
 * anything else takes the figure along, though a voucher of that day may have been issued since.
 */
function compared(database: Database, values: Values, before: Row | null) {
  const book = { fund_id: Number(values['fund_id']), account: values['account'] as Account, item_id: 0 };
  const signed = before !== null && place.every((name) => before[name] === values[name]);
  const book_amount = signed
    ? Number(before['book_amount'])
    : balanceOn(database, book, String(values['counted_on']));
  return { book_amount, difference: Number(values['counted_amount']) - book_amount };
}

/** What was counted is compared with the book of that day; a difference has to be explained. */
export const reconciliationRule: KindRule = {
  compute: compared,
  check: (database, values, before): Record<string, string> => {
    const { book_amount, difference } = compared(database, values, before);
    if (difference === 0 || typeof values['explanation'] === 'string') return {};
    const how = difference > 0 ? 'thừa' : 'thiếu';
    return {
      explanation: `Sổ là ${formatMoney(book_amount)}, thực tế ${how} ${formatMoney(Math.abs(difference))}: cần giải trình.`,
    };
  },
};
