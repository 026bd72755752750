import { sexes } from './household.ts';
import { defineKind } from './kind.ts';

/** What happens to a household; reports count these events in a period, never a current state. */
export const householdEventTypes = {
  new_head: 'đổi chủ hộ',
  split: 'tách hộ',
  split_from: 'được tách ra',
  moved: 'chuyển bản',
  moved_in: 'chuyển đến',
  moved_out: 'chuyển đi',
  returned: 'trở về',
  merged: 'gộp hộ',
  unmerged: 'bỏ gộp hộ',
} as const;
export type HouseholdEventType = keyof typeof householdEventTypes;

/** Biến động của hộ: with what was before, so that a merge can be undone and the past read back. */
export const householdEvent = defineKind({
  name: 'household_event',
  number: 2,
  label: 'biến động của hộ',
  title: 'Biến động của hộ',
  nameField: 'event_type',
  order: { newest: 'event_on' },
  day: 'event_on',
  empty: 'Hộ này chưa có biến động nào.',
  ownCalls: true,
  fields: {
    household_id: { type: 'reference', kind: 'household', label: 'Hộ', required: true },
    event_type: {
      type: 'choice',
      label: 'Biến động',
      required: true,
      options: householdEventTypes,
      column: 140,
    },
    event_on: { type: 'date', label: 'Ngày', required: true, column: 110 },
    other_household_id: { type: 'reference', kind: 'household', label: 'Hộ liên quan' },
    from_village_id: { type: 'unit', level: 'village', label: 'Từ bản' },
    to_village_id: { type: 'unit', level: 'village', label: 'Đến bản' },
    head_name_before: { type: 'text', label: 'Chủ hộ trước', max: 120, sensitive: true },
    birth_before: { type: 'birth', label: 'Năm sinh chủ hộ trước', sensitive: true },
    sex_before: { type: 'choice', label: 'Giới tính chủ hộ trước', options: sexes },
    member_count_before: { type: 'integer', label: 'Số khẩu trước', min: 1, max: 50 },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
  },
});
