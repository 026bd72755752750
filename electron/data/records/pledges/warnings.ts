import { birthYear, formatBirth } from '../../../../shared/vietnamese/birth.ts';
import { formatDate, yearOf } from '../../../../shared/vietnamese/dates.ts';
import { cleanText, identityKey } from '../../../../shared/vietnamese/text.ts';
import { isBirth } from '../../../../shared/vietnamese/birth.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { campaignOf } from './campaign.ts';
import type { BatchRow } from './batch.ts';

/** Younger or older heads are possible, so they are only asked about. */
const youngestHead = 16;
const oldestHead = 100;

/** A soft error: shown where it happened, never a block. */
export interface Warning {
  readonly field: string;
  readonly text: string;
}

/** What of a form is known so far, while it is typed. */
export interface FormSoFar {
  readonly form_number?: number | undefined;
  readonly head_name?: string | undefined;
  readonly birth?: string | undefined;
  readonly sex?: string | undefined;
  readonly member_count?: number | undefined;
  readonly signed_on?: string | null | undefined;
  readonly except_pledge_id?: number | undefined;
}

function ageWarning(birth: string, year: number): Warning[] {
  const age = year - birthYear(birth);
  if (age < youngestHead)
    return [{ field: 'birth', text: `Chủ hộ mới ${Math.max(age, 0)} tuổi. Hãy xem lại năm sinh.` }];
  if (age > oldestHead) return [{ field: 'birth', text: `Chủ hộ ${age} tuổi. Hãy xem lại năm sinh.` }];
  return [];
}

const twinForms = statement(
  (given: {
    campaign_id: number;
    village_id: number;
    identity_key: string;
    birth: string;
    except_id: number;
  }) =>
    query
      .selectFrom('pledge')
      .select(['form_number', 'sex', 'member_count'])
      .where('campaign_id', '=', given.campaign_id)
      .where('village_id', '=', given.village_id)
      .where('identity_key', '=', given.identity_key)
      .where('birth', '=', given.birth)
      .where('voided_at', 'is', null)
      .where('id', '<>', given.except_id)
      .orderBy('form_number')
      .limit(20),
);

/** Same name and birth in one village is common: told, never refused. */
function twinWarning(database: Database, batch: BatchRow, form: FormSoFar): Warning[] {
  if (!form.head_name || !form.birth) return [];
  const twins = database.all(
    twinForms({
      campaign_id: batch.campaign_id,
      village_id: batch.village_id,
      identity_key: identityKey(form.head_name),
      birth: form.birth,
      except_id: form.except_pledge_id ?? 0,
    }),
  );
  if (twins.length === 0) return [];
  const same = twins.find((twin) => twin.sex === form.sex && twin.member_count === form.member_count);
  if (same)
    return [
      {
        field: 'member_count',
        text: `Giống hệt tờ số ${same.form_number}: sẽ ghi là tờ trùng, không lưu lần hai.`,
      },
    ];
  const numbers = twins
    .slice(0, 3)
    .map((twin) => twin.form_number)
    .join(', ');
  return [{ field: 'birth', text: `Trùng họ tên và năm sinh với tờ số ${numbers} trong bản này.` }];
}

/** Every soft error of what is typed so far. */
export function warningsOf(database: Database, batch: BatchRow, form: FormSoFar): Warning[] {
  const campaign = campaignOf(database, batch.campaign_id);
  const warnings: Warning[] = [];
  const birth = form.birth !== undefined && isBirth(form.birth) ? form.birth : undefined;
  if (birth !== undefined) warnings.push(...ageWarning(birth, yearOf(form.signed_on ?? campaign.to_date)));
  const head_name = form.head_name === undefined ? undefined : cleanText(form.head_name);
  warnings.push(...twinWarning(database, batch, { ...form, head_name, birth }));
  if (form.signed_on && (form.signed_on < campaign.from_date || form.signed_on > campaign.to_date))
    warnings.push({
      field: 'signed_on',
      text: `Ngày ký nằm ngoài đợt (${formatDate(campaign.from_date)} – ${formatDate(campaign.to_date)}).`,
    });
  return warnings;
}

/** The warnings of a saved form, as the last forms of a batch show them. */
export function warningsOfSaved(
  database: Database,
  batch: BatchRow,
  form: { pledge_id: number; head_name: string; birth: string; signed_on: string | null },
): string[] {
  return warningsOf(database, batch, { ...form, except_pledge_id: form.pledge_id }).map(
    (warning) => warning.text,
  );
}

/** Same name and birth among the households of a village, for a household added without a form. */
export function householdTwins(
  database: Database,
  villageId: number,
  headName: string,
  birth: string,
): string[] {
  const living = query
    .selectFrom('household')
    .select('head_name')
    .where('village_id', '=', villageId)
    .where('identity_key', '=', identityKey(headName))
    .where('birth', '=', birth)
    .where('voided_at', 'is', null)
    .where('state', '=', 'living');
  const twins = database.all(living.compile());
  return twins.map((twin) => `Trong bản đã có hộ ${twin.head_name}, sinh ${formatBirth(birth)}.`);
}
