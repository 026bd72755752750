import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { rowOf, updateRecord, type ChangeBy } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { requireStaysSigned } from './breach.ts';
import { campaignOf, requireReason } from './campaign.ts';

const conflicts = () =>
  query
    .selectFrom('pledge_repeat as again')
    .innerJoin('pledge as first', 'first.id', 'again.pledge_id')
    .innerJoin('pledge_campaign as campaign', 'campaign.id', 'again.campaign_id')
    .select(['again.id as repeat_id', 'again.version', 'again.commune_id', 'again.resolution'])
    .select(['again.form_number', 'again.signature_mode', 'again.signed_on'])
    .select(['first.id as pledge_id', 'first.village_id', 'first.form_number as first_number'])
    .select(['first.signature_mode as first_mode', 'first.signed_on as first_signed_on'])
    .select(['first.head_name', 'first.birth', 'first.member_count', 'campaign.to_date'])
    // Written out, because the index of conflicts holds only such rows.
    .where('again.conflict', '=', sql.lit(1))
    .where('again.voided_at', 'is', null)
    .orderBy('again.commune_id')
    .orderBy('first.village_id')
    .orderBy('again.form_number');

/** "Cần đối chiếu": repeats whose signing date or mode differ from the first form. */
export function conflictsOf(
  database: Database,
  { campaign_id, resolved }: ParsedInput<'pledges.conflicts'>,
): CallOutput<'pledges.conflicts'> {
  const units = unitsOf(database);
  const all = conflicts().where('again.resolution', resolved ? 'is not' : 'is', null);
  const asked = campaign_id === undefined ? all : all.where('again.campaign_id', '=', campaign_id);
  return database.all(asked.compile()).map((row) => ({
    repeat_id: row.repeat_id,
    version: row.version,
    commune_name: units.nameAt(row.commune_id, row.to_date),
    village_name: units.nameAt(row.village_id, row.to_date),
    head_name: row.head_name,
    birth: row.birth,
    member_count: row.member_count,
    first: {
      pledge_id: row.pledge_id,
      form_number: row.first_number,
      signature_mode: row.first_mode,
      signed_on: row.first_signed_on,
    },
    repeat: { form_number: row.form_number, signature_mode: row.signature_mode, signed_on: row.signed_on },
    resolution: row.resolution,
  }));
}

/** Settles a conflict: the first form stands, or its date and mode become those of the repeat. */
export function resolveConflict(
  database: Database,
  input: ParsedInput<'pledges.resolve_conflict'>,
  by: ChangeBy,
): void {
  const repeat = rowOf(database, 'pledge_repeat', input.repeat_id);
  if (repeat.voided_at !== null) fail('conflict', 'Tờ trùng này đã bị hủy.');
  requireReason(campaignOf(database, Number(repeat['campaign_id'])), input.reason_for_change);
  const unit = new UnitOfWork();
  const { resolution, note } = input;
  updateRecord(unit, 'pledge_repeat', repeat, input.version, { resolution, resolution_note: note }, by);
  if (resolution === 'take_repeat') {
    const pledge = rowOf(database, 'pledge', Number(repeat['pledge_id']));
    const signature_mode = repeat['signature_mode'] ?? null;
    requireStaysSigned(database, pledge, signature_mode);
    const values = {
      signature_mode,
      signed_on: repeat['signed_on'] ?? null,
      ...(signature_mode !== 'not_yet' && { reason: null }),
    };
    updateRecord(unit, 'pledge', pledge, pledge.version, values, by);
  }
  database.commit(unit);
}
