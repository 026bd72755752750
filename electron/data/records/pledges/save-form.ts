import type { PledgeForm } from '../../../../shared/api/pledge-form.ts';
import { fail } from '../../../../shared/failure.ts';
import { identityKey } from '../../../../shared/vietnamese/text.ts';
import type { Database } from '../../database/database.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { insertRecord, type ChangeBy } from '../record-writer.ts';
import { requirePossible, type HeadValues } from './form-rules.ts';

/** Where a form belongs: one campaign, one village and its commune then, one batch where there is one. */
export interface FormPlace {
  readonly campaign_id: number;
  readonly commune_id: number;
  readonly village_id: number;
  readonly batch_id: number | null;
}

/** What saving a form will do; its statements are in the unit of work. */
export interface PlannedForm {
  readonly outcome: 'saved' | 'repeat';
  readonly pledge_id: number;
  readonly household_id: number;
  readonly repeat_id: number | null;
  readonly conflict: boolean;
  readonly linked: boolean;
}

interface FirstForm {
  readonly id: number;
  readonly household_id: number;
  readonly signature_mode: string;
  readonly signed_on: string | null;
}

/** The same form typed before: village, head, birth, sex and members all agree (clerk.md). */
function firstForm(
  database: Database,
  place: FormPlace,
  head: HeadValues,
  key: string,
): FirstForm | undefined {
  return database.first<FirstForm>(
    `SELECT id, household_id, signature_mode, signed_on FROM pledge
      WHERE campaign_id = ? AND village_id = ? AND identity_key = ? AND birth = ? AND sex = ? AND member_count = ?
        AND voided_at IS NULL ORDER BY id LIMIT 1`,
    place.campaign_id,
    place.village_id,
    key,
    head.birth,
    head.sex,
    head.member_count,
  );
}

/** The one household of the village known from before with this head and no form in this campaign, if any. */
function knownHousehold(database: Database, place: FormPlace, head: HeadValues, key: string): number | null {
  const found = database.all<{ id: number }>(
    `SELECT h.id FROM household h WHERE h.village_id = ? AND h.identity_key = ? AND h.birth = ? AND h.sex = ?
      AND h.voided_at IS NULL AND h.state = 'living' AND NOT EXISTS (SELECT 1 FROM pledge p
        WHERE p.household_id = h.id AND p.campaign_id = ? AND p.voided_at IS NULL) LIMIT 2`,
    place.village_id,
    key,
    head.birth,
    head.sex,
    place.campaign_id,
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

const withNumber = 'WHERE campaign_id = ? AND commune_id = ? AND form_number = ? AND voided_at IS NULL';
const takenSql = `SELECT 1 FROM pledge ${withNumber} UNION ALL SELECT 1 FROM pledge_repeat ${withNumber} LIMIT 1`;

/** Form numbers are unique per campaign and commune, those of repeats included. */
export function requireFreeNumber(database: Database, place: FormPlace, number: number): void {
  const { campaign_id, commune_id } = place;
  if (database.first(takenSql, campaign_id, commune_id, number, campaign_id, commune_id, number))
    fail('form_number_taken', `Số tờ ${number} đã dùng trong xã ở đợt này. Hãy nhập số khác.`, {
      fields: { form_number: 'Số tờ đã dùng.' },
      safe: 'Tờ này chưa được lưu; những gì bạn vừa nhập vẫn còn trên màn hình.',
    });
}

/**
 * Plans one form: a repeat keeps its number and changes nothing; a form of a household known from before is
 * linked to it; otherwise the household is new.
 */
export function planForm(
  database: Database,
  unit: UnitOfWork,
  place: FormPlace,
  form: PledgeForm,
  by: ChangeBy,
  entryWay: 'stack' | 'roster' | 'bulk' = 'stack',
): PlannedForm {
  const head = requirePossible(database, form);
  requireFreeNumber(database, place, form.form_number);
  const key = identityKey(head.head_name);
  const first = firstForm(database, place, head, key);
  if (first) return planRepeat(database, unit, place, form, first, by);
  const known = knownHousehold(database, place, head, key);
  const household_id =
    known ??
    insertRecord(database, unit, 'household', { ...head, village_id: place.village_id, state: 'living' }, by)
      .id;
  const pledge_id = planPledge(database, unit, place, { ...form, ...head }, household_id, entryWay, by);
  return {
    outcome: 'saved',
    pledge_id,
    household_id,
    repeat_id: null,
    conflict: false,
    linked: known !== null,
  };
}

/** Adds the pledge of a household, with the head as on the form; gives its id. */
export function planPledge(
  database: Database,
  unit: UnitOfWork,
  place: FormPlace,
  form: PledgeForm,
  householdId: number,
  entryWay: 'stack' | 'roster' | 'bulk',
  by: ChangeBy,
): number {
  const { form_number, head_name, birth, sex, ethnicity, member_count } = form;
  const { signature_mode, reason, signed_on, note } = form;
  return insertRecord(
    database,
    unit,
    'pledge',
    {
      ...place,
      household_id: householdId,
      form_number,
      head_name,
      birth,
      sex,
      ethnicity,
      member_count,
      signature_mode,
      reason,
      signed_on,
      note,
      entry_way: entryWay,
    },
    by,
  ).id;
}

function planRepeat(
  database: Database,
  unit: UnitOfWork,
  place: FormPlace,
  form: PledgeForm,
  first: FirstForm,
  by: ChangeBy,
): PlannedForm {
  const conflict = first.signature_mode !== form.signature_mode || first.signed_on !== form.signed_on;
  const { campaign_id, commune_id, batch_id } = place;
  const { form_number, signature_mode, signed_on } = form;
  const row = insertRecord(
    database,
    unit,
    'pledge_repeat',
    {
      campaign_id,
      commune_id,
      batch_id,
      pledge_id: first.id,
      form_number,
      signature_mode,
      signed_on,
      conflict,
    },
    by,
  );
  return {
    outcome: 'repeat',
    pledge_id: first.id,
    household_id: first.household_id,
    repeat_id: row.id,
    conflict,
    linked: false,
  };
}
