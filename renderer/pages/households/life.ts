import type { CallInput } from '../../../shared/api.ts';
import type { Field } from '../../../shared/records/field.ts';
import { household } from '../../../shared/records/household.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import type { Fields } from '../../records/typed.ts';

type Values = Readonly<Record<string, StoredValue>>;

/** What may happen to a household, as its page offers it. */
export type LifeAction = 'correct' | 'new_head' | 'split' | 'move' | 'move_out' | 'return';

/** The words of an action: on its button, and on the button that saves it. */
export const lifeWords: Readonly<Record<LifeAction, { readonly label: string; readonly save: string }>> = {
  correct: { label: 'Sửa', save: 'Lưu thay đổi' },
  new_head: { label: 'Đổi chủ hộ', save: 'Ghi chủ hộ mới' },
  split: { label: 'Tách hộ', save: 'Tách thành hộ mới' },
  move: { label: 'Chuyển bản', save: 'Ghi chuyển bản' },
  move_out: { label: 'Chuyển đi', save: 'Ghi chuyển đi' },
  return: { label: 'Trở về', save: 'Ghi trở về' },
};

const { village_id, head_name, birth, sex, ethnicity, member_count, note } = household.fields;
const day: Field = { type: 'date', label: 'Ngày', required: true };

/** The head and the household as on a form; ethnicity only where the office has switched it on. */
export function headFields(withEthnicity: boolean): Fields {
  return { head_name, birth, sex, ...(withEthnicity ? { ethnicity } : {}), member_count };
}

/** The fields of a household that is added by hand. */
export function addFields(withEthnicity: boolean): Fields {
  const movedIn: Field = {
    type: 'date',
    label: 'Ngày chuyển đến',
    help: 'Để trống nếu hộ vốn ở đây.',
  };
  return { village_id, ...headFields(withEthnicity), moved_in_on: movedIn, note };
}

/** What an action asks for, in the order in which it is told. */
export function lifeFields(action: LifeAction, withEthnicity: boolean): Fields {
  const head = headFields(withEthnicity);
  switch (action) {
    case 'correct':
      return { ...head, note };
    case 'new_head':
      return { event_on: day, ...head, note };
    case 'split':
      return {
        event_on: day,
        remaining_member_count: { ...member_count, label: 'Số khẩu còn lại của hộ này' },
        village_id: { ...village_id, label: 'Bản, khối của hộ mới' },
        ...head,
        head_name: { ...head_name, label: 'Chủ hộ mới tách' },
        member_count: { ...member_count, label: 'Số khẩu của hộ mới' },
        note,
      };
    case 'move':
      return { event_on: day, to_village_id: { ...village_id, label: 'Chuyển đến bản, khối' }, note };
    case 'move_out':
    case 'return':
      return { event_on: day, note };
  }
}

/** What stands in an action's fields at first, from the household as it is. */
export function lifeInitial(action: LifeAction, now: Values): Values {
  if (action === 'correct') return now;
  if (action === 'new_head')
    return { ethnicity: now['ethnicity'] ?? null, member_count: now['member_count'] ?? null };
  if (action === 'split') return { village_id: now['village_id'] ?? null };
  return {};
}

type Head = Pick<
  CallInput<'households.correct'>,
  'head_name' | 'birth' | 'sex' | 'ethnicity' | 'member_count'
>;

/** The head's values as calls take them; the form has checked them. `kept` stands in for fields not shown. */
export function headOf(values: Values, kept: Values = {}): Head {
  const code = values['ethnicity'] ?? kept['ethnicity'] ?? null;
  return {
    head_name: String(values['head_name'] ?? ''),
    birth: String(values['birth'] ?? ''),
    sex: values['sex'] === 'female' ? 'female' : 'male',
    ethnicity: code === null ? null : String(code),
    member_count: Number(values['member_count']),
  };
}

/** A typed note, or null for none. */
export function noteOf(values: Values): string | null {
  const text = values['note'];
  return typeof text === 'string' && text !== '' ? text : null;
}

/** The actions that make sense for a household in that state. */
export function actionsFor(state: StoredValue): readonly LifeAction[] {
  if (state === 'living') return ['correct', 'new_head', 'split', 'move', 'move_out'];
  return state === 'moved_out' ? ['correct', 'return'] : [];
}
