import { defineKind } from './kind.ts';

/** Đội, tổ công tác of the office; later records name it. */
export const team = defineKind({
  name: 'team',
  number: 8,
  label: 'đội',
  title: 'Đội, bộ phận',
  nameField: 'name',
  order: 'name',
  empty: 'Chưa có đội nào. Hãy thêm các đội, bộ phận của đơn vị.',
  fields: {
    name: { type: 'text', label: 'Tên đội', required: true, max: 120, searchable: true, column: 320 },
    short_name: { type: 'text', label: 'Tên tắt', max: 40, column: 140 },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
  },
});
