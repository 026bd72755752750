import type { pledgeCalls } from '../../../../shared/api/pledges.ts';
import { fail } from '../../../../shared/failure.ts';
import type { CallContext, Handlers } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { deleteDraft } from '../drafts.ts';
import { insertRecord, updateRecord, type ChangeBy } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { batchOf, batchShown, countsOf, formOf, nextNumber, openBatchOf, type BatchRow } from './batch.ts';
import { campaignOf, requireReason, setClosed } from './campaign.ts';
import { conflictsOf, resolveConflict } from './conflicts.ts';
import { correctForm, restoreForm, voidForm, voidRepeat } from './correct.ts';
import { coverageOf, missingOf } from './coverage.ts';
import { markHousehold, markRest, placeOf, rosterOf, unmarkRest } from './roster.ts';
import { planForm } from './save-form.ts';
import { saveMany } from './save-many.ts';
import { warningsOf } from './warnings.ts';

/** The name of a batch's draft: one half-typed form per clerk and batch. */
const stackDraft = (batchId: number) => `stack:${batchId}`;

function changeBy({ office }: CallContext, reason?: string): ChangeBy {
  return { userId: office.requireSession().user_id, at: office.database.now(), reason };
}

/** The same with a reason that is always there. */
function withReason(context: CallContext, reason: string): ChangeBy & { reason: string } {
  return { ...changeBy(context), reason };
}

/** What every save of a form answers. */
function savedForm(database: Database, batch: BatchRow, pledgeId: number, repeatId: number | null) {
  return {
    next_number: nextNumber(database, batch.campaign_id, batch.commune_id),
    counts: countsOf(database, batch.id),
    last: formOf(database, batch, pledgeId, repeatId),
  };
}

/** Campaigns, batches, forms, the roster, conflicts and coverage. */
export const pledgeHandlers: Handlers<keyof typeof pledgeCalls> = {
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

  'batches.open': ({ campaign_id, village_id, way, cover_count }, context) => {
    const { database } = context.office;
    const campaign = campaignOf(database, campaign_id);
    const units = unitsOf(database);
    units.requireVillage(village_id);
    const by = changeBy(context);
    const unit = new UnitOfWork();
    const commune_id = units.communeOf(village_id, campaign.to_date);
    const row = insertRecord(
      database,
      unit,
      'pledge_batch',
      { campaign_id, village_id, commune_id, way, cover_count, opened_at: by.at },
      by,
    );
    database.commit(unit);
    return batchShown(database, batchOf(database, row.id));
  },
  'batches.unfinished': (_input, { office: { database } }) =>
    database
      .all<{ id: number }>(
        'SELECT id FROM pledge_batch WHERE closed_at IS NULL AND voided_at IS NULL ORDER BY id DESC LIMIT 50',
      )
      .map(({ id }) => {
        const { last_forms: _forms, ...batch } = batchShown(database, batchOf(database, id));
        return batch;
      }),
  'batches.get': ({ batch_id }, { office: { database } }) =>
    batchShown(database, batchOf(database, batch_id)),
  'batches.set_cover': ({ batch_id, version, cover_count }, context) => {
    const { database } = context.office;
    const unit = new UnitOfWork();
    updateRecord(
      unit,
      'pledge_batch',
      openBatchOf(database, batch_id),
      version,
      { cover_count },
      changeBy(context),
    );
    if (unit.changes.length > 0) database.commit(unit);
    return batchShown(database, batchOf(database, batch_id));
  },
  'batches.close': ({ batch_id, version, note }, context) => {
    const { database } = context.office;
    const batch = openBatchOf(database, batch_id);
    const { forms } = countsOf(database, batch_id);
    const missing = batch.cover_count - forms;
    if (missing !== 0 && !note)
      fail(
        'totals_disagree',
        `Bìa ghi ${batch.cover_count} tờ, đã nhập ${forms} tờ. Hãy ghi chú lý do rồi đóng.`,
        {
          fields: { note: 'Cần ghi chú khi số tờ không khớp.' },
        },
      );
    const by = { ...changeBy(context), action: 'close_batch' as const };
    const unit = new UnitOfWork();
    const values = { closed_at: by.at, closed_by: by.userId, close_note: note };
    updateRecord(unit, 'pledge_batch', batch, version, values, by);
    deleteDraft(unit, by.userId, stackDraft(batch_id));
    database.commit(unit);
    return { forms, cover_count: batch.cover_count, missing };
  },

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
    deleteDraft(unit, by.userId, stackDraft(batch_id));
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
  'pledges.unmark_rest': ({ batch_id }, context) => {
    const { database } = context.office;
    const unmarked = unmarkRest(database, batch_id, changeBy(context));
    return { unmarked, counts: countsOf(database, batch_id) };
  },

  'pledges.correct': (input, context) => ({
    version: correctForm(context.office.database, input, changeBy(context, input.reason_for_change)),
  }),
  'pledges.void': ({ pledge_id, version, reason }, context) => {
    voidForm(context.office.database, pledge_id, version, withReason(context, reason));
    return { done: true };
  },
  'pledges.restore': ({ pledge_id, version, reason }, context) => {
    restoreForm(context.office.database, pledge_id, version, withReason(context, reason));
    return { done: true };
  },
  'pledges.void_repeat': ({ repeat_id, reason }, context) => {
    voidRepeat(context.office.database, repeat_id, withReason(context, reason));
    return { done: true };
  },

  'pledges.conflicts': (input, { office }) => conflictsOf(office.database, input),
  'pledges.resolve_conflict': (input, context) => {
    resolveConflict(context.office.database, input, changeBy(context, input.reason_for_change));
    return { done: true };
  },

  'coverage.table': ({ campaign_id }, { office }) => coverageOf(office.database, campaign_id),
  'coverage.missing': ({ campaign_id, village_id }, { office }) =>
    missingOf(office.database, campaign_id, village_id),
};
