import type { Batch, BatchCounts, BatchForm } from '../../../../shared/api/batches.ts';
import { fail } from '../../../../shared/failure.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { campaignOf } from './campaign.ts';
import { warningsOfSaved } from './warnings.ts';

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

/** The commune's highest form number in the campaign + 1; the numbers of repeats stay used. */
export function nextNumber(database: Database, campaignId: number, communeId: number): number {
  const highest = (table: 'pledge' | 'pledge_repeat') =>
    database.first<{ highest: number | null }>(
      `SELECT max(form_number) AS highest FROM ${table}
        WHERE campaign_id = ? AND commune_id = ? AND voided_at IS NULL`,
      campaignId,
      communeId,
    )?.highest ?? 0;
  return Math.max(highest('pledge'), highest('pledge_repeat')) + 1;
}

const countsSql = `SELECT
  count(*) AS forms,
  coalesce(sum(signature_mode <> 'not_yet'), 0) AS signed,
  coalesce(sum(signature_mode = 'thumbprint'), 0) AS thumbprint,
  coalesce(sum(signature_mode = 'represented'), 0) AS represented,
  coalesce(sum(signature_mode = 'not_yet'), 0) AS not_yet
  FROM pledge WHERE batch_id = ? AND voided_at IS NULL`;
const repeatsSql = `SELECT count(*) AS repeats, coalesce(sum(conflict), 0) AS conflicts
  FROM pledge_repeat WHERE batch_id = ? AND voided_at IS NULL`;

/** Counts of a batch; repeats count towards the cover count, "signed" is all three ways of signing. */
export function countsOf(database: Database, batchId: number): BatchCounts {
  const pledges = database.first<Omit<BatchCounts, 'repeats' | 'conflicts'>>(countsSql, batchId);
  const repeats = database.first<Pick<BatchCounts, 'repeats' | 'conflicts'>>(repeatsSql, batchId);
  if (!pledges || !repeats) fail('internal', 'Không đếm được tập tờ.');
  return { ...pledges, ...repeats, forms: pledges.forms + repeats.repeats };
}

const formColumns = `p.id AS pledge_id, NULL AS repeat_id, p.version, p.form_number, p.head_name, p.birth, p.sex,
  p.member_count, p.signature_mode, p.reason, p.signed_on, p.note, 0 AS repeat, 0 AS conflict, p.created_at`;
const repeatColumns = `p.id AS pledge_id, r.id AS repeat_id, r.version, r.form_number, p.head_name, p.birth, p.sex,
  p.member_count, r.signature_mode, NULL AS reason, r.signed_on, NULL AS note, 1 AS repeat, r.conflict, r.created_at`;

interface StoredForm extends Omit<BatchForm, 'repeat' | 'conflict' | 'warnings'> {
  readonly repeat: number;
  readonly conflict: number;
}

/** The forms of a batch, newest first. */
export function formsOf(database: Database, batch: BatchRow, limit: number): BatchForm[] {
  return database
    .all<StoredForm>(
      `SELECT * FROM (
        SELECT ${formColumns} FROM pledge p WHERE p.batch_id = ? AND p.voided_at IS NULL
        UNION ALL
        SELECT ${repeatColumns} FROM pledge_repeat r JOIN pledge p ON p.id = r.pledge_id
          WHERE r.batch_id = ? AND r.voided_at IS NULL)
      ORDER BY created_at DESC, form_number DESC LIMIT ?`,
      batch.id,
      batch.id,
      limit,
    )
    .map((form) => formShown(database, batch, form));
}

function formShown(database: Database, batch: BatchRow, form: StoredForm): BatchForm {
  return {
    pledge_id: form.pledge_id,
    repeat_id: form.repeat_id,
    version: form.version,
    form_number: form.form_number,
    head_name: form.head_name,
    birth: form.birth,
    sex: form.sex,
    member_count: form.member_count,
    signature_mode: form.signature_mode,
    reason: form.reason,
    signed_on: form.signed_on,
    note: form.note,
    repeat: form.repeat === 1,
    conflict: form.conflict === 1,
    warnings: form.repeat === 1 ? [] : warningsOfSaved(database, batch, form),
  };
}

/** One form of the batch as the right side of the screen shows it. */
export function formOf(
  database: Database,
  batch: BatchRow,
  pledgeId: number,
  repeatId: number | null,
): BatchForm {
  const stored =
    repeatId === null
      ? database.first<StoredForm>(`SELECT ${formColumns} FROM pledge p WHERE p.id = ?`, pledgeId)
      : database.first<StoredForm>(
          `SELECT ${repeatColumns} FROM pledge_repeat r JOIN pledge p ON p.id = r.pledge_id WHERE r.id = ?`,
          repeatId,
        );
  return formShown(database, batch, stored ?? fail('not_found', 'Không tìm thấy tờ này.'));
}

/** A batch with its counts, the next number and, unless left out, its last forms. */
export function batchShown(database: Database, batch: BatchRow): Batch {
  const campaign = campaignOf(database, batch.campaign_id);
  const units = unitsOf(database);
  const lastDate = database.first<{ signed_on: string }>(
    `SELECT signed_on FROM pledge WHERE batch_id = ? AND signed_on IS NOT NULL AND voided_at IS NULL
      ORDER BY id DESC LIMIT 1`,
    batch.id,
  );
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
    last_signed_on: lastDate?.signed_on ?? null,
    last_forms: formsOf(database, batch, 12),
  };
}
