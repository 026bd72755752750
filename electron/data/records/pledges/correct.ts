import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { restoreRecord, rowOf, updateRecord, voidRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { requireNoBreach, requireStaysSigned } from './breach.ts';
import { campaignOf, requireReason } from './campaign.ts';
import { requirePossible } from './form-rules.ts';
import { requireFreeNumber } from './save-form.ts';

const headFields = ['head_name', 'birth', 'sex', 'ethnicity', 'member_count'] as const;

/** Corrects a form, and its household where that still shows what the form said. Gives the new version. */
export function correctForm(database: Database, input: ParsedInput<'pledges.correct'>, by: ChangeBy): number {
  const before = rowOf(database, 'pledge', input.pledge_id);
  if (before.voided_at !== null) fail('conflict', 'Tờ này đã bị hủy. Hãy phục hồi trước khi sửa.');
  const campaign = campaignOf(database, Number(before['campaign_id']));
  requireReason(campaign, input.reason_for_change);
  requireStaysSigned(database, before, input.signature_mode);
  const head = requirePossible(database, input);
  if (input.form_number !== before['form_number'])
    requireFreeNumber(
      database,
      { campaign_id: campaign.id, commune_id: Number(before['commune_id']), village_id: 0, batch_id: null },
      input.form_number,
    );
  const unit = new UnitOfWork();
  const { form_number, signature_mode, reason, signed_on, note } = input;
  const values = { ...head, form_number, signature_mode, reason, signed_on, note };
  const after = updateRecord(unit, 'pledge', before, input.version, values, by);
  const household = rowOf(database, 'household', Number(before['household_id']));
  const showsForm = headFields.every((name) => household[name] === before[name]);
  if (showsForm && household.voided_at === null)
    updateRecord(unit, 'household', household, household.version, { ...head }, by);
  if (unit.changes.length > 0) database.commit(unit);
  return after.version;
}

/** A household that came with this form and that nothing else names. */
function cameWith(database: Database, pledge: Row): Row | null {
  const household = rowOf(database, 'household', Number(pledge['household_id']));
  if (household['created_at'] !== pledge['created_at']) return null;
  const { id } = household;
  const others = query
    .selectFrom('pledge')
    .select('id')
    .where('household_id', '=', id)
    .where('id', '<>', pledge.id)
    .where('voided_at', 'is', null)
    .unionAll(
      query
        .selectFrom('household_event')
        .select('id')
        .where((is) => is.or([is('household_id', '=', id), is('other_household_id', '=', id)])),
    )
    .unionAll(query.selectFrom('household').select('id').where('merged_into', '=', id));
  return database.first(others.compile()) ? null : household;
}

/** Voids a form, and its household where it came with the form and nothing else names it. */
export function voidForm(
  database: Database,
  id: number,
  version: number,
  by: ChangeBy & { reason: string },
): void {
  const pledge = rowOf(database, 'pledge', id);
  const repeats = query
    .selectFrom('pledge_repeat')
    .select('form_number')
    .where('pledge_id', '=', id)
    .where('voided_at', 'is', null);
  const repeat = database.first(repeats.compile());
  if (repeat) fail('invalid', `Tờ số ${repeat.form_number} trùng với tờ này. Hãy hủy tờ trùng trước.`);
  requireNoBreach(database, pledge);
  const unit = new UnitOfWork();
  voidRecord(unit, 'pledge', pledge, version, by);
  const household = cameWith(database, pledge);
  if (household && household.voided_at === null)
    voidRecord(unit, 'household', household, household.version, by);
  database.commit(unit);
}

/** Takes a void back, with the household that went with it. */
export function restoreForm(
  database: Database,
  id: number,
  version: number,
  by: ChangeBy & { reason: string },
): void {
  const pledge = rowOf(database, 'pledge', id);
  const unit = new UnitOfWork();
  restoreRecord(unit, 'pledge', pledge, version, by);
  const household = rowOf(database, 'household', Number(pledge['household_id']));
  if (household.voided_at !== null) restoreRecord(unit, 'household', household, household.version, by);
  database.commit(unit);
}

/** Voids a repeat: its number is free again. */
export function voidRepeat(database: Database, id: number, by: ChangeBy & { reason: string }): void {
  const repeat = rowOf(database, 'pledge_repeat', id);
  const unit = new UnitOfWork();
  voidRecord(unit, 'pledge_repeat', repeat, repeat.version, by);
  database.commit(unit);
}
