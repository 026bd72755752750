import type { PledgeForm } from '../../../../shared/api/pledge-form.ts';
import { fail } from '../../../../shared/failure.ts';
import { pledge } from '../../../../shared/records/pledge.ts';
import { bornAfter } from '../../../../shared/vietnamese/birth.ts';
import { ethnicityCode } from '../../../../shared/vietnamese/ethnicity.ts';
import { cleanText } from '../../../../shared/vietnamese/text.ts';
import type { Database } from '../../database/database.ts';
import { settingOf } from '../../office/settings.ts';
import { localDay } from '../../office/wording.ts';

/** What one form says of the household, ready to be stored. */
export interface HeadValues {
  readonly head_name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly ethnicity: string | null;
  readonly member_count: number;
}

const notSaved = 'Tờ này chưa được lưu; những gì bạn vừa nhập vẫn còn trên màn hình.';

/** Ethnicity is kept only where the office has switched it on (it is sensitive personal data). */
export function ethnicityOf(database: Database, typed: string | null): string | null {
  if (typed === null || cleanText(typed) === '') return null;
  if (settingOf(database, 'ethnicity_enabled') !== '1') return null;
  const given = cleanText(typed);
  const code = /^\d\d$/.test(given) ? given : ethnicityCode(given);
  return (
    code ?? fail('invalid', 'Không rõ dân tộc này.', { fields: { ethnicity: 'Không có trong danh mục.' } })
  );
}

/** Hard errors of a birth: somebody cannot be born after signing, nor in the future. */
function requireBorn(birth: string, signedOn: string | null): void {
  const today = localDay(new Date());
  if (signedOn !== null && bornAfter(birth, signedOn))
    fail('invalid', 'Chủ hộ sinh sau ngày ký.', { fields: { birth: 'Sinh sau ngày ký.' }, safe: notSaved });
  if (bornAfter(birth, today))
    fail('invalid', 'Năm sinh ở tương lai.', { fields: { birth: 'Năm sinh ở tương lai.' }, safe: notSaved });
}

/** Refuses only what cannot be; gives the head's values with the ethnicity as its code. */
export function requirePossible(database: Database, form: Omit<PledgeForm, 'form_number'>): HeadValues {
  const fields = pledge.check?.({ ...form }) ?? {};
  if (Object.keys(fields).length > 0)
    fail('invalid', Object.values(fields).join(' '), { fields, safe: notSaved });
  requireBorn(form.birth, form.signed_on);
  return {
    head_name: form.head_name,
    birth: form.birth,
    sex: form.sex,
    ethnicity: ethnicityOf(database, form.ethnicity),
    member_count: form.member_count,
  };
}
