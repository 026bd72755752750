import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { rowOf, type Row } from '../record-writer.ts';
import type { Values } from '../record-sql.ts';
import { campaignOf, requireReason } from './campaign.ts';

/**
 * What holds for every change of a breach: it stays with its own pledge, which stands; once the campaign is closed,
 * a reason is needed. Fails with `invalid`, `not_found` or `campaign_closed`.
 */
export function requireBreachPossible(
  database: Database,
  values: Values,
  reason: string | undefined,
  before?: Row,
): void {
  if (before && before['pledge_id'] !== values['pledge_id'])
    fail('invalid', 'Vi phạm thuộc về cam kết đã ghi, không chuyển sang cam kết khác. Hãy hủy rồi ghi mới.', {
      fields: { pledge_id: 'Không chuyển sang cam kết khác.' },
    });
  const pledge = rowOf(database, 'pledge', Number(values['pledge_id']));
  if (pledge.voided_at !== null)
    fail('invalid', 'Cam kết này đã bị hủy nên không ghi vi phạm. Hãy phục hồi cam kết trước.', {
      fields: { pledge_id: 'Cam kết đã bị hủy.' },
    });
  requireReason(campaignOf(database, Number(pledge['campaign_id'])), reason);
}
