import type { pledgeCalls } from '../../../../shared/api/pledges.ts';
import { batchDraft } from '../../../../shared/draft-names.ts';
import type { Handlers } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { deleteDraft } from '../drafts.ts';
import { formOf } from './batch-forms.ts';
import { batchOf, countsOf, nextNumber, openBatchOf, type BatchRow } from './batch.ts';
import { campaignOf, requireReason } from './campaign.ts';
import { correctForm, restoreForm, voidForm, voidRepeat } from './correct.ts';
import { markHousehold, markRest, placeOf, rosterOf, unmarkRest } from './roster.ts';
import { planForm } from './save-form.ts';
import { saveMany } from './save-many.ts';
import { warningsOf } from './warnings.ts';

/** What every save of a form answers. */
function savedForm(database: Database, batch: BatchRow, pledgeId: number, repeatId: number | null) {
  return {
    next_number: nextNumber(database, batch.campaign_id, batch.commune_id),
    counts: countsOf(database, batch.id),
    last: formOf(database, batch, pledgeId, repeatId),
  };
}

/** Forms: typed, marked on the roster, corrected, voided. */
export const pledgeHandlers: Handlers<keyof typeof pledgeCalls> = {
  'pledges.check': ({ batch_id, ...form }, { office: { database } }) => ({
    warnings: warningsOf(database, batchOf(database, batch_id), form),
  }),
  'pledges.save': ({ batch_id, reason_for_change, ...form }, context) => {
    const { database } = context.office;
    const batch = openBatchOf(database, batch_id);
    requireReason(campaignOf(database, batch.campaign_id), reason_for_change);
    const by = changeBy(context, reason_for_change);
    const unit = new UnitOfWork();
    const { repeat_id, ...planned } = planForm(database, unit, placeOf(batch), form, by);
    deleteDraft(unit, by.userId, batchDraft(batch_id));
    database.commit(unit);
    return { ...planned, ...savedForm(database, batch, planned.pledge_id, repeat_id) };
  },
  'pledges.save_many': saveMany,

  'pledges.roster': ({ batch_id }, { office: { database } }) =>
    rosterOf(database, batchOf(database, batch_id)),
  'pledges.mark': (input, context) => {
    const { database } = context.office;
    const pledge_id = markHousehold(database, input, changeBy(context, input.reason_for_change));
    return {
      outcome: 'saved',
      pledge_id,
      household_id: input.household_id,
      conflict: false,
      linked: true,
      ...savedForm(database, batchOf(database, input.batch_id), pledge_id, null),
    };
  },
  'pledges.mark_rest': (input, context) => {
    const { database } = context.office;
    const marked = markRest(database, input, changeBy(context, input.reason_for_change));
    return { marked, counts: countsOf(database, input.batch_id) };
  },
  'pledges.unmark_rest': ({ batch_id, reason_for_change }, context) => {
    const { database } = context.office;
    const unmarked = unmarkRest(database, batch_id, changeBy(context, reason_for_change));
    return { unmarked, counts: countsOf(database, batch_id) };
  },

  'pledges.correct': (input, context) => ({
    version: correctForm(context.office.database, input, changeBy(context, input.reason_for_change)),
  }),
  'pledges.void': ({ pledge_id, version, reason }, context) => {
    voidForm(context.office.database, pledge_id, version, changeWithReason(context, reason));
    return { done: true };
  },
  'pledges.restore': ({ pledge_id, version, reason }, context) => {
    restoreForm(context.office.database, pledge_id, version, changeWithReason(context, reason));
    return { done: true };
  },
  'pledges.void_repeat': ({ repeat_id, reason }, context) => {
    voidRepeat(context.office.database, repeat_id, changeWithReason(context, reason));
    return { done: true };
  },
};
