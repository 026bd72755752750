import { lastDayOf } from '../../../../shared/records/fund-campaign.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import { localDay } from '../../office/wording.ts';
import { firstReceiptDay, lastReceiptDay } from '../funds/receipt-days.ts';
import type { KindRule } from './rule.ts';

/**
 * The days of a campaign hold its receipts; a closing day that has passed is not put off by a clerk: taking something
 * in after it is a commander's decision.
 */
export const fundCampaignRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    if (before === null) return {};
    const closes_on = typeof values['closes_on'] === 'string' ? values['closes_on'] : null;
    const closed = before['closes_on'];
    if (
      typeof closed === 'string' &&
      closed < localDay(new Date()) &&
      (closes_on === null || closes_on > closed)
    )
      return {
        closes_on: `Đợt đã đóng ngày ${formatDate(closed)}; chỉ chỉ huy mở lại được, kèm lý do.`,
      };
    const first = firstReceiptDay(database, before.id);
    if (first !== null && String(values['opens_on']) > first)
      return { opens_on: `Đợt đã có phiếu thu ngày ${formatDate(first)}; ngày mở không thể ở sau.` };
    const reopened_until = typeof before['reopened_until'] === 'string' ? before['reopened_until'] : null;
    const last = lastReceiptDay(database, before.id);
    const lastDay = lastDayOf({ closes_on, reopened_until });
    if (last !== null && lastDay !== null && lastDay < last)
      return { closes_on: `Đợt đã có phiếu thu ngày ${formatDate(last)}; ngày đóng không thể ở trước.` };
    return {};
  },
};
