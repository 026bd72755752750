import { defineKind } from './kind.ts';

/** Tổ công tác of a housing programme: it looks after communes; a commune has one group at a time. */
export const workingGroup = defineKind({
  name: 'working_group',
  number: 32,
  label: 'tổ công tác',
  title: 'Tổ công tác',
  nameField: 'name',
  order: 'name',
  day: 'from_date',
  empty: 'Chưa có tổ công tác nào. Hãy ghi từng tổ với tổ trưởng và các xã phụ trách.',
  fields: {
    program_id: {
      type: 'reference',
      kind: 'housing_program',
      label: 'Chương trình',
      required: true,
      sticky: true,
      filter: true,
    },
    name: { type: 'text', label: 'Tên tổ', required: true, max: 120, searchable: true, column: 180 },
    decision_number: { type: 'text', label: 'Số quyết định', max: 60, sticky: true },
    leader_id: { type: 'reference', kind: 'officer', label: 'Tổ trưởng', required: true, column: 180 },
    members: { type: 'references', kind: 'officer', label: 'Thành viên', column: 240 },
    team_id: { type: 'reference', kind: 'team', label: 'Đội nòng cốt', filter: true },
    communes: {
      type: 'units',
      level: 'commune',
      label: 'Xã phụ trách',
      required: true,
      filter: true,
      column: 240,
    },
    from_date: { type: 'date', label: 'Từ ngày', required: true, sticky: true, column: 110 },
    to_date: { type: 'date', label: 'Đến ngày', column: 110 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ from_date, to_date }): Record<string, string> =>
    typeof from_date === 'string' && typeof to_date === 'string' && to_date < from_date
      ? { to_date: 'Ngày kết thúc phải sau ngày bắt đầu.' }
      : {},
});
