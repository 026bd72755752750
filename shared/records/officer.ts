import { defineKind } from './kind.ts';

/** Cán bộ chiến sĩ: a person of the office, apart from the users of the program. */
export const officer = defineKind({
  name: 'officer',
  number: 9,
  label: 'cán bộ',
  title: 'Cán bộ chiến sĩ',
  nameField: 'full_name',
  order: 'name',
  empty: 'Chưa có cán bộ nào. Hãy thêm cán bộ chiến sĩ của đơn vị.',
  fields: {
    full_name: {
      type: 'text',
      label: 'Họ và tên',
      required: true,
      max: 120,
      person: true,
      searchable: true,
      column: 280,
    },
    team_id: { type: 'reference', kind: 'team', label: 'Đội', filter: true, column: 240 },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
  },
});
