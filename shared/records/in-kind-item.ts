import { defineKind } from './kind.ts';

/** Hiện vật: one kind of goods with the unit that it is counted in; receipts and payments name it. */
export const inKindItem = defineKind({
  name: 'in_kind_item',
  number: 22,
  label: 'loại hiện vật',
  title: 'Danh mục hiện vật',
  nameField: 'name',
  order: 'name',
  empty: 'Chưa có hiện vật nào. Hãy thêm tên và đơn vị tính, ví dụ Xi măng – bao.',
  fields: {
    name: { type: 'text', label: 'Tên hiện vật', required: true, max: 120, searchable: true, column: 280 },
    unit_name: {
      type: 'text',
      label: 'Đơn vị tính',
      required: true,
      max: 30,
      column: 120,
      help: 'bao, tấm, kg, m³, chiếc …',
    },
    note: { type: 'text', label: 'Ghi chú', max: 300, column: 240 },
  },
});
