import type { campaignCalls } from '../../../../shared/api/campaigns.ts';
import type { conflictCalls } from '../../../../shared/api/conflicts.ts';
import type { Handlers } from '../../context.ts';
import { changeBy } from '../change-by.ts';
import { setClosed } from './campaign.ts';
import { conflictsOf, resolveConflict } from './conflicts.ts';
import { coverageOf, missingOf } from './coverage.ts';

/** What concerns a whole campaign: its closing, its coverage, the forms that contradict each other. */
export const campaignHandlers: Handlers<keyof typeof campaignCalls | keyof typeof conflictCalls> = {
  'campaigns.close': ({ id, version }, context) => {
    setClosed(
      context.office.database,
      { id, version, closed: true },
      { ...changeBy(context), action: 'close_campaign' as const },
    );
    return { done: true };
  },
  'campaigns.reopen': ({ id, version, reason }, context) => {
    const by = { ...changeBy(context, reason), action: 'reopen_campaign' as const };
    setClosed(context.office.database, { id, version, closed: false }, by);
    return { done: true };
  },

  'coverage.table': ({ campaign_id }, { office }) => coverageOf(office.database, campaign_id),
  'coverage.missing': ({ campaign_id, village_id }, { office }) =>
    missingOf(office.database, campaign_id, village_id, office.requireSession().role),

  'pledges.conflicts': (input, { office }) => conflictsOf(office.database, input),
  'pledges.resolve_conflict': (input, context) => {
    resolveConflict(context.office.database, input, changeBy(context, input.reason_for_change));
    return { done: true };
  },
};
