import { fail } from '../../../../shared/failure.ts';
import { requireBreachPossible } from '../pledges/breach.ts';
import type { KindRule } from './rule.ts';

/** A breach belongs to one standing pledge for good. */
export const pledgeBreachRule: KindRule = {
  check: (database, values, before, reason) => {
    requireBreachPossible(database, values, reason, before ?? undefined);
    return {};
  },
};

/** A closed campaign is changed with a reason only. */
export const pledgeCampaignRule: KindRule = {
  check: (_database, _values, before, reason) => {
    if (before !== null && before['closed_at'] !== null && !reason)
      fail('campaign_closed', 'Đợt đã khóa: cần ghi lý do khi sửa.');
    return {};
  },
};
