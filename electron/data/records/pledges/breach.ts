import { fail } from '../../../../shared/failure.ts';
import { hasSigned } from '../../../../shared/records/pledge.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { rowOf, type Row } from '../record-writer.ts';
import type { Values } from '../record-sql.ts';
import { campaignOf, requireReason } from './campaign.ts';

const standingBreach = statement((given: { pledge: number }) =>
  query
    .selectFrom('pledge_breach')
    .select('id')
    .where('pledge_id', '=', given.pledge)
    .where('voided_at', 'is', null)
    .limit(1),
);

/** Refuses (`invalid`) to take a pledge or its signature away while a breach of it stands. */
export function requireNoBreach(database: Database, pledge: Row): void {
  if (database.first(standingBreach({ pledge: pledge.id })))
    fail(
      'invalid',
      `Tờ số ${Number(pledge['form_number'])} có ghi vi phạm cam kết. Hãy hủy ghi vi phạm trước.`,
    );
}

/** Refuses (`invalid`) that a signed pledge becomes unsigned while a breach of it stands. */
export function requireStaysSigned(database: Database, pledge: Row, mode: unknown): void {
  if (hasSigned(pledge['signature_mode']) && !hasSigned(mode)) requireNoBreach(database, pledge);
}

/**
 * What holds for every change of a breach: it stays with its own pledge, which stands and is signed; once the
 * campaign is closed, a reason is needed. Fails with `invalid`, `not_found` or `campaign_closed`.
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
  if (!hasSigned(pledge['signature_mode']))
    fail(
      'invalid',
      'Hộ này chưa ký cam kết trong đợt nên không thể vi phạm cam kết. Nếu hộ đã ký, hãy sửa tờ trước.',
      { fields: { pledge_id: 'Hộ chưa ký cam kết.' } },
    );
  requireReason(campaignOf(database, Number(pledge['campaign_id'])), reason);
}
