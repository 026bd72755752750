import type { PledgeForm } from '../../shared/api/pledge-form.ts';
import { pledge, type SignatureMode } from '../../shared/records/pledge.ts';
import { noRefusal, speaksOfRefusal } from '../../shared/records/refusal.ts';
import { bornAfter, parseBirth, type Birth } from '../../shared/vietnamese/birth.ts';
import { formatDate, parseDate, type IsoDate } from '../../shared/vietnamese/dates.ts';
import { ethnicityCode, ethnicityName } from '../../shared/vietnamese/ethnicity.ts';
import { cleanText } from '../../shared/vietnamese/text.ts';
import { readChoice, reasonChoices, sexChoices } from './choice.ts';
import type { EntryField, TypedForm } from './fields.ts';

/** What reading a form needs to know besides what is typed. */
export interface ReadRules {
  readonly mode: SignatureMode;
  readonly ethnicity: boolean;
  readonly today: IsoDate;
}

/** Hard errors: what cannot be. Vietnamese text per field. */
export type FieldErrors = Partial<Record<EntryField, string>>;
/** What the fields mean, as far as each can be read. */
export type ReadValues = { [F in keyof PledgeForm]?: PledgeForm[F] | undefined };

export interface ReadForm {
  readonly values: ReadValues;
  readonly errors: FieldErrors;
  /** Only when there is no hard error. */
  readonly form: PledgeForm | null;
}

type Outcome<T> = { value: T } | { error: string };

function wholeNumber(
  typed: string,
  { min, max }: { min: number; max: number },
  empty: string,
): Outcome<number> {
  const text = typed.replace(/\s/g, '');
  if (text === '') return { error: empty };
  if (!/^\d+$/.test(text)) return { error: 'Cần một số nguyên.' };
  const value = Number(text);
  if (value < min) return { error: `Không nhỏ hơn ${min}.` };
  return value > max ? { error: `Không lớn hơn ${max}.` } : { value };
}

function readName(typed: string): Outcome<string> {
  const value = cleanText(typed);
  if (value === '') return { error: 'Chưa nhập họ và tên.' };
  return value.length > pledge.fields.head_name.max ? { error: 'Tên dài quá 120 ký tự.' } : { value };
}

function readBirth(typed: string, today: IsoDate): Outcome<Birth> {
  const parsed = parseBirth(typed, { today });
  return parsed.ok ? { value: parsed.birth } : { error: parsed.reason };
}

function readSigningDate(typed: string, today: IsoDate): Outcome<IsoDate> {
  if (typed.trim() === '') return { error: 'Chưa nhập ngày ký.' };
  const parsed = parseDate(typed, { today });
  return parsed.ok ? { value: parsed.date } : { error: parsed.reason };
}

function readSex(typed: string): Outcome<PledgeForm['sex']> {
  const choice = readChoice(typed, sexChoices);
  return choice ? { value: choice.value } : { error: 'Chọn 1 (Nam) hoặc 2 (Nữ).' };
}

function readReason(typed: string): Outcome<PledgeForm['reason']> {
  if (cleanText(typed) === '') return { value: null };
  const choice = readChoice(typed, reasonChoices);
  return choice ? { value: choice.value } : { error: 'Chọn một trong các lý do 1, 2, 3, 4 hoặc 0.' };
}

/** A name in any of its spellings, or the official code ("8" and "08"). */
function readEthnicity(typed: string): Outcome<string | null> {
  const text = cleanText(typed);
  if (text === '') return { value: null };
  const number = text.padStart(2, '0');
  const code = ethnicityName(number) ? number : ethnicityCode(text);
  return code ? { value: code } : { error: 'Không có dân tộc nào tên như vậy.' };
}

function readNote(typed: string): Outcome<string | null> {
  const value = cleanText(typed);
  if (speaksOfRefusal(value)) return { error: noRefusal };
  if (value.length > pledge.fields.note.max) return { error: 'Ghi chú dài quá 500 ký tự.' };
  return { value: value === '' ? null : value };
}

function outcomes(typed: TypedForm, { mode, ethnicity, today }: ReadRules) {
  const signed = mode !== 'not_yet';
  return {
    form_number: wholeNumber(typed.form_number, pledge.fields.form_number, 'Chưa nhập số tờ.'),
    head_name: readName(typed.head_name),
    birth: readBirth(typed.birth, today),
    sex: readSex(typed.sex),
    ethnicity: ethnicity ? readEthnicity(typed.ethnicity) : { value: null },
    member_count: wholeNumber(typed.member_count, pledge.fields.member_count, 'Chưa nhập số khẩu.'),
    signed_on: signed ? readSigningDate(typed.signed_on, today) : { value: null },
    reason: signed ? { value: null } : readReason(typed.reason),
    note: readNote(typed.note),
  } satisfies { [F in EntryField]: Outcome<PledgeForm[F]> };
}

/** Reads what is typed, as it stands at this moment; nothing in the fields is changed. */
export function readForm(typed: TypedForm, rules: ReadRules): ReadForm {
  const read = outcomes(typed, rules);
  const errors: FieldErrors = {};
  const values: Record<string, unknown> = { signature_mode: rules.mode };
  for (const [field, outcome] of Object.entries(read) as [EntryField, Outcome<unknown>][]) {
    if ('error' in outcome) errors[field] = outcome.error;
    else values[field] = outcome.value;
  }
  const known = values as ReadValues;
  if (known.birth && known.signed_on && bornAfter(known.birth, known.signed_on)) {
    errors.signed_on = `Ngày ký ${formatDate(known.signed_on)} trước ngày sinh của chủ hộ.`;
  }
  const form = Object.keys(errors).length === 0 ? (known as PledgeForm) : null;
  return { values: known, errors, form };
}
