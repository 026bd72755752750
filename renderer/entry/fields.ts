import type { SignatureMode } from '../../shared/records/pledge.ts';

/** The fields of a pledge form on the entry screen, in the order of the paper. */
export const entryFields = [
  'form_number',
  'head_name',
  'birth',
  'sex',
  'ethnicity',
  'member_count',
  'signed_on',
  'reason',
  'note',
] as const;
export type EntryField = (typeof entryFields)[number];

export const fieldLabels: Record<EntryField, string> = {
  form_number: 'Số tờ',
  head_name: 'Họ và tên chủ hộ',
  birth: 'Năm sinh',
  sex: 'Giới tính',
  ethnicity: 'Dân tộc',
  member_count: 'Số khẩu',
  signed_on: 'Ngày ký',
  reason: 'Lý do chưa ký',
  note: 'Ghi chú',
};

/** What is typed in each field, exactly as it stands there. */
export type TypedForm = Record<EntryField, string>;

/** What decides which fields Enter stops at. */
export interface StopRules {
  readonly mode: SignatureMode;
  /** The office has switched ethnicity on. */
  readonly ethnicity: boolean;
}

/**
 * The fields that Enter stops at, in order. The form number and the note are no stops: they are reached by a key
 * of their own. A form that is not signed yet asks for the reason in place of the date.
 */
export function stopsOf({ mode, ethnicity }: StopRules): readonly EntryField[] {
  return [
    'head_name',
    'birth',
    'sex',
    ...(ethnicity ? (['ethnicity'] as const) : []),
    'member_count',
    mode === 'not_yet' ? 'reason' : 'signed_on',
  ];
}

/** Where Enter leads from a field: another field, or `save` from the last one and from the note. */
export function afterEnter(field: EntryField, rules: StopRules): EntryField | 'save' {
  const stops = stopsOf(rules);
  if (field === 'form_number') return 'head_name';
  if (field === 'note') return 'save';
  const at = stops.indexOf(field);
  if (at === -1) return stops[stops.length - 1] as EntryField;
  return stops[at + 1] ?? 'save';
}

/** Where Shift+Enter leads from a field; the first one leads to the form number. */
export function beforeField(field: EntryField, rules: StopRules): EntryField {
  const stops = stopsOf(rules);
  if (field === 'form_number') return 'form_number';
  const at = stops.indexOf(field);
  if (at === -1) return stops[stops.length - 1] as EntryField;
  return stops[at - 1] ?? 'form_number';
}
