import type { Batch, BatchCounts } from '../../../../shared/api/batches.ts';
import { fail } from '../../../../shared/failure.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { lastForms } from './batch-forms.ts';
import { campaignOf } from './campaign.ts';

export type BatchRow = Row &
  Pick<
    StoredRecord<'pledge_batch'>,
    'campaign_id' | 'village_id' | 'commune_id' | 'way' | 'cover_count' | 'opened_at' | 'closed_at'
  >;

/** A batch that is not voided. */
export function batchOf(database: Database, id: number): BatchRow {
  const row = rowOf(database, 'pledge_batch', id);
  if (row.voided_at !== null) fail('not_found', 'Tập tờ này đã bị hủy.');
  return row as BatchRow;
}

/** A batch that still takes forms. */
export function openBatchOf(database: Database, id: number): BatchRow {
  const batch = batchOf(database, id);
  if (batch.closed_at !== null)
    fail('batch_closed', 'Tập tờ này đã đóng. Hãy mở tập mới để nhập tiếp.', {
      safe: 'Những gì bạn vừa nhập vẫn còn trên màn hình.',
    });
  return batch;
}

const highestIn = (table: 'pledge' | 'pledge_repeat') =>
  statement((given: { campaign_id: number; commune_id: number }) =>
    query
      .selectFrom(table)
      .select(({ fn }) => fn.max<number | null>('form_number').as('number'))
      .where('campaign_id', '=', given.campaign_id)
      .where('commune_id', '=', given.commune_id)
      .where('voided_at', 'is', null),
  );
const highestForm = highestIn('pledge');
const highestRepeat = highestIn('pledge_repeat');

/** The commune's highest form number in the campaign + 1; the numbers of repeats stay used. */
export function nextNumber(database: Database, campaign_id: number, commune_id: number): number {
  const form = database.first(highestForm({ campaign_id, commune_id }));
  const repeat = database.first(highestRepeat({ campaign_id, commune_id }));
  return Math.max(form?.number ?? 0, repeat?.number ?? 0) + 1;
}

const countedForms = statement((given: { batch_id: number }) =>
  query
    .selectFrom('pledge')
    .select(({ fn }) => [
      fn.countAll<number>().as('forms'),
      fn.countAll<number>().filterWhere('signature_mode', '<>', 'not_yet').as('signed'),
      fn.countAll<number>().filterWhere('signature_mode', '=', 'thumbprint').as('thumbprint'),
      fn.countAll<number>().filterWhere('signature_mode', '=', 'represented').as('represented'),
      fn.countAll<number>().filterWhere('signature_mode', '=', 'not_yet').as('not_yet'),
    ])
    .where('batch_id', '=', given.batch_id)
    .where('voided_at', 'is', null),
);
const countedRepeats = statement((given: { batch_id: number }) =>
  query
    .selectFrom('pledge_repeat')
    .select(({ fn }) => [
      fn.countAll<number>().as('repeats'),
      fn.countAll<number>().filterWhere('conflict', '=', 1).as('conflicts'),
    ])
    .where('batch_id', '=', given.batch_id)
    .where('voided_at', 'is', null),
);

/** Counts of a batch; repeats count towards the cover count, "signed" is all three ways of signing. */
export function countsOf(database: Database, batch_id: number): BatchCounts {
  const pledges = database.first(countedForms({ batch_id }));
  const repeats = database.first(countedRepeats({ batch_id }));
  if (!pledges || !repeats) fail('internal', 'Không đếm được tập tờ.');
  return { ...pledges, ...repeats, forms: pledges.forms + repeats.repeats };
}

const lastSigning = statement((given: { batch_id: number }) =>
  query
    .selectFrom('pledge')
    .select('signed_on')
    .where('batch_id', '=', given.batch_id)
    .where('signed_on', 'is not', null)
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
);

/** A batch with its counts, the next number and, unless left out, its last forms. */
export function batchShown(database: Database, batch: BatchRow): Batch {
  const campaign = campaignOf(database, batch.campaign_id);
  const units = unitsOf(database);
  return {
    id: batch.id,
    version: batch.version,
    campaign_id: campaign.id,
    campaign_title: campaign.title,
    campaign_from: campaign.from_date,
    campaign_to: campaign.to_date,
    commune_id: batch.commune_id,
    commune_name: units.nameAt(batch.commune_id, campaign.to_date),
    village_id: batch.village_id,
    village_name: units.nameAt(batch.village_id, campaign.to_date),
    way: batch.way,
    cover_count: batch.cover_count,
    opened_at: batch.opened_at,
    closed_at: batch.closed_at,
    counts: countsOf(database, batch.id),
    next_number: nextNumber(database, batch.campaign_id, batch.commune_id),
    last_signed_on: database.first(lastSigning({ batch_id: batch.id }))?.signed_on ?? null,
    last_forms: lastForms(database, batch),
  };
}
