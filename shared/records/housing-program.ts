import { defineKind } from './kind.ts';

/** Chương trình làm nhà cho hộ nghèo. */
export const housingProgram = defineKind({
  name: 'housing_program',
  number: 29,
  label: 'chương trình làm nhà',
  title: 'Chương trình làm nhà',
  nameField: 'title',
  order: { newest: 'from_date' },
  day: 'from_date',
  empty: 'Chưa có chương trình nào. Hãy ghi chương trình làm nhà, rồi các giai đoạn và tổ công tác.',
  fields: {
    title: {
      type: 'text',
      label: 'Tên chương trình',
      required: true,
      max: 200,
      searchable: true,
      column: 340,
    },
    basis: {
      type: 'text',
      label: 'Căn cứ',
      max: 500,
      lines: true,
      help: 'Chủ trương, kế hoạch: số, ngày, cơ quan ban hành.',
    },
    from_date: { type: 'date', label: 'Từ ngày', required: true, column: 110 },
    to_date: { type: 'date', label: 'Đến ngày', column: 110 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ from_date, to_date }): Record<string, string> =>
    typeof from_date === 'string' && typeof to_date === 'string' && to_date < from_date
      ? { to_date: 'Ngày kết thúc phải sau ngày bắt đầu.' }
      : {},
});
