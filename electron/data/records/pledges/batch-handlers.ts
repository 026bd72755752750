import type { batchCalls } from '../../../../shared/api/batches.ts';
import { batchDraft } from '../../../../shared/draft-names.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Handlers } from '../../context.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { changeBy } from '../change-by.ts';
import { deleteDraft } from '../drafts.ts';
import { mayReadInternal } from '../internal.ts';
import { insertRecord, updateRecord } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { batchOf, batchShown, countsOf, openBatchOf } from './batch.ts';
import { campaignOf } from './campaign.ts';

/** Batches: opened, gone on with, compared with their cover sheet, closed. */
export const batchHandlers: Handlers<keyof typeof batchCalls> = {
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
  'batches.unfinished': (_input, { office: { database } }) => {
    const unfinished = query
      .selectFrom('pledge_batch')
      .select('id')
      .where('closed_at', 'is', null)
      .where('voided_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(50);
    return database.all(unfinished.compile()).map(({ id }) => {
      const { last_forms: _forms, ...batch } = batchShown(database, batchOf(database, id));
      return batch;
    });
  },
  'batches.get': ({ batch_id }, { office }) => {
    const batch = batchShown(office.database, batchOf(office.database, batch_id));
    if (mayReadInternal(office.requireSession().role)) return batch;
    return { ...batch, last_forms: batch.last_forms.map((form) => ({ ...form, reason: null })) };
  },
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
    deleteDraft(unit, by.userId, batchDraft(batch_id));
    database.commit(unit);
    return { forms, cover_count: batch.cover_count, missing };
  },
};
