import { fail } from '../../../../shared/failure.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { rowOf, updateRecord, type ChangeBy, type Row } from '../record-writer.ts';

export type Campaign = Row &
  Pick<StoredRecord<'pledge_campaign'>, 'year' | 'title' | 'from_date' | 'to_date' | 'closed_at'>;

/** A campaign that is not voided. */
export function campaignOf(database: Database, id: number): Campaign {
  const row = rowOf(database, 'pledge_campaign', id);
  if (row.voided_at !== null) fail('not_found', 'Đợt cam kết này đã bị hủy.');
  return row as Campaign;
}

/** After a campaign was closed, every change of its forms needs a reason. */
export function requireReason(campaign: Campaign, reason: string | undefined): void {
  if (campaign.closed_at !== null && !reason)
    fail('campaign_closed', 'Đợt cam kết đã khóa: cần ghi lý do khi thay đổi.', {
      safe: 'Những gì bạn vừa nhập vẫn còn trên màn hình.',
    });
}

/** Closes a campaign, or opens it again with a reason. */
export function setClosed(
  database: Database,
  { id, version, closed }: { id: number; version: number; closed: boolean },
  by: ChangeBy,
): void {
  const before = campaignOf(database, id);
  if ((before.closed_at !== null) === closed)
    fail('conflict', closed ? 'Đợt này đã khóa rồi.' : 'Đợt này đang mở.');
  const unit = new UnitOfWork();
  const values = { closed_at: closed ? by.at : null, closed_by: closed ? by.userId : null };
  updateRecord(unit, 'pledge_campaign', before, version, values, by);
  database.commit(unit);
}
