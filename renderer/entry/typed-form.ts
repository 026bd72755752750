import type { BatchForm } from '../../shared/api/batches.ts';
import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import { formatBirth } from '../../shared/vietnamese/birth.ts';
import { formatDate } from '../../shared/vietnamese/dates.ts';
import { ethnicityName } from '../../shared/vietnamese/ethnicity.ts';
import { reasonChoices, sexChoices, wordOf } from './choice.ts';
import type { TypedForm } from './fields.ts';

/** A new form: the proposed number, the signing date last used (as typed), all else empty. */
export function newForm(number: number, signedOn: string): TypedForm {
  return {
    form_number: String(number),
    head_name: '',
    birth: '',
    sex: '',
    ethnicity: '',
    member_count: '',
    signed_on: signedOn,
    reason: '',
    note: '',
  };
}

/** A saved form as its fields would show it, to be corrected. */
export function typedOf(form: PledgeForm | (BatchForm & { ethnicity: string | null })): TypedForm {
  return {
    form_number: String(form.form_number),
    head_name: form.head_name,
    birth: formatBirth(form.birth),
    sex: wordOf(form.sex, sexChoices),
    ethnicity: form.ethnicity ? (ethnicityName(form.ethnicity) ?? '') : '',
    member_count: String(form.member_count),
    signed_on: form.signed_on ? formatDate(form.signed_on) : '',
    reason: form.reason ? wordOf(form.reason, reasonChoices) : '',
    note: form.note ?? '',
  };
}

const ownFields = ['head_name', 'birth', 'sex', 'ethnicity', 'member_count', 'reason', 'note'] as const;

/** Whether the clerk has begun this form; the proposed number and date alone are no beginning. */
export function isBegun(typed: TypedForm): boolean {
  return ownFields.some((field) => typed[field].trim() !== '');
}
