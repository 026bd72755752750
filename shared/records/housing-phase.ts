import { defineKind } from './kind.ts';

/** Giai đoạn of a housing programme, with the number of houses that it has to build. */
export const housingPhase = defineKind({
  name: 'housing_phase',
  number: 33,
  label: 'giai đoạn',
  title: 'Giai đoạn làm nhà',
  nameField: 'name',
  order: { newest: 'from_date' },
  day: 'from_date',
  empty: 'Chưa có giai đoạn nào. Hãy ghi số nhà phải làm và thời hạn của từng giai đoạn.',
  fields: {
    program_id: {
      type: 'reference',
      kind: 'housing_program',
      label: 'Chương trình',
      required: true,
      sticky: true,
      filter: true,
      column: 300,
    },
    name: {
      type: 'text',
      label: 'Giai đoạn',
      required: true,
      max: 120,
      searchable: true,
      column: 200,
      help: 'Ví dụ: Giai đoạn 1.',
    },
    planned_houses: {
      type: 'integer',
      label: 'Số nhà theo kế hoạch',
      required: true,
      min: 1,
      max: 100_000,
      counted: true,
      column: 160,
    },
    from_date: { type: 'date', label: 'Từ ngày', required: true, column: 110 },
    to_date: { type: 'date', label: 'Phải xong trước', required: true, column: 130 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ from_date, to_date }): Record<string, string> =>
    typeof from_date === 'string' && typeof to_date === 'string' && to_date < from_date
      ? { to_date: 'Hạn phải sau ngày bắt đầu.' }
      : {},
});
