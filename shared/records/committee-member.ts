import { defineKind } from './kind.ts';

export const committeeRoles = {
  head: 'trưởng ban',
  deputy: 'phó trưởng ban',
  standing: 'ủy viên thường trực',
  member: 'ủy viên',
  secretary: 'thư ký',
} as const;

/** Thành viên of a steering committee, from a day to a day. */
export const committeeMember = defineKind({
  name: 'committee_member',
  number: 31,
  label: 'thành viên ban chỉ đạo',
  title: 'Thành viên',
  nameField: 'full_name',
  order: { newest: 'from_date' },
  day: 'from_date',
  empty: 'Ban này chưa có thành viên nào.',
  fields: {
    committee_id: { type: 'reference', kind: 'steering_committee', label: 'Ban Chỉ đạo', required: true },
    full_name: { type: 'text', label: 'Họ và tên', required: true, max: 120, searchable: true, column: 220 },
    officer_id: { type: 'reference', kind: 'officer', label: 'Là cán bộ của đơn vị' },
    position: { type: 'text', label: 'Chức vụ, đơn vị', max: 200, column: 220 },
    role: { type: 'choice', label: 'Vai trò', required: true, options: committeeRoles, column: 150 },
    from_date: { type: 'date', label: 'Từ ngày', required: true, column: 110 },
    to_date: { type: 'date', label: 'Đến ngày', column: 110 },
  },
  check: ({ from_date, to_date }): Record<string, string> =>
    typeof from_date === 'string' && typeof to_date === 'string' && to_date < from_date
      ? { to_date: 'Ngày thôi phải sau ngày vào.' }
      : {},
});
