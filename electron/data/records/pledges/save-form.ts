import type { PledgeForm } from '../../../../shared/api/pledge-form.ts';
import { fail } from '../../../../shared/failure.ts';
import { identityKey } from '../../../../shared/vietnamese/text.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
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

/** Who stands on a form, and where. */
type Identity = {
  campaign_id: number;
  village_id: number;
  identity_key: string;
  birth: string;
  sex: HeadValues['sex'];
};

const sameForm = statement((given: Identity & { member_count: number }) =>
  query
    .selectFrom('pledge')
    .select(['id', 'household_id', 'signature_mode', 'signed_on'])
    .where('campaign_id', '=', given.campaign_id)
    .where('village_id', '=', given.village_id)
    .where('identity_key', '=', given.identity_key)
    .where('birth', '=', given.birth)
    .where('sex', '=', given.sex)
    .where('member_count', '=', given.member_count)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .limit(1),
);
type FirstForm = NonNullable<ReturnType<typeof firstForm>>;

// Two are read to tell one from several.
const sameHouseholds = statement((given: Identity) =>
  query
    .selectFrom('household')
    .select('household.id')
    .where('village_id', '=', given.village_id)
    .where('identity_key', '=', given.identity_key)
    .where('birth', '=', given.birth)
    .where('sex', '=', given.sex)
    .where('voided_at', 'is', null)
    .where('state', '=', 'living')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('pledge')
            .select('pledge.id')
            .whereRef('pledge.household_id', '=', 'household.id')
            .where('pledge.campaign_id', '=', given.campaign_id)
            .where('pledge.voided_at', 'is', null),
        ),
      ),
    )
    .limit(2),
);

function identityOf(
  { campaign_id, village_id }: FormPlace,
  { birth, sex }: HeadValues,
  identity_key: string,
) {
  return { campaign_id, village_id, identity_key, birth, sex };
}

/** The same form typed before: village, head, birth, sex and members all agree. */
function firstForm(database: Database, place: FormPlace, head: HeadValues, key: string) {
  const { member_count } = head;
  return database.first(sameForm({ ...identityOf(place, head, key), member_count }));
}

/** The one household of the village known from before with this head and no form in this campaign, if any. */
function knownHousehold(database: Database, place: FormPlace, head: HeadValues, key: string): number | null {
  const found = database.all(sameHouseholds(identityOf(place, head, key)));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

type FormNumber = { campaign_id: number; commune_id: number; form_number: number };

const withNumber = (table: 'pledge' | 'pledge_repeat', given: FormNumber) =>
  query
    .selectFrom(table)
    .select('id')
    .where('campaign_id', '=', given.campaign_id)
    .where('commune_id', '=', given.commune_id)
    .where('form_number', '=', given.form_number)
    .where('voided_at', 'is', null);
const takenNumber = statement((given: FormNumber) =>
  withNumber('pledge', given).unionAll(withNumber('pledge_repeat', given)).limit(1),
);

/** Form numbers are unique per campaign and commune, those of repeats included. */
export function requireFreeNumber(database: Database, place: FormPlace, number: number): void {
  const { campaign_id, commune_id } = place;
  if (database.first(takenNumber({ campaign_id, commune_id, form_number: number })))
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
