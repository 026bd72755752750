import { defineKind } from './kind.ts';

/** Ban Chỉ đạo of a housing programme, set up by a decision; its members come and go with dates. */
export const steeringCommittee = defineKind({
  name: 'steering_committee',
  number: 30,
  label: 'ban chỉ đạo',
  title: 'Ban Chỉ đạo',
  nameField: 'title',
  order: { newest: 'decided_on' },
  day: 'decided_on',
  empty: 'Chưa có Ban Chỉ đạo. Hãy ghi quyết định thành lập và các thành viên.',
  fields: {
    program_id: {
      type: 'reference',
      kind: 'housing_program',
      label: 'Chương trình',
      required: true,
      sticky: true,
      filter: true,
      column: 260,
    },
    title: { type: 'text', label: 'Tên ban', required: true, max: 200, searchable: true, column: 280 },
    decision_number: { type: 'text', label: 'Số quyết định', required: true, max: 60, column: 140 },
    decided_on: { type: 'date', past: true, label: 'Ngày quyết định', required: true, column: 120 },
    issuing_agency: { type: 'text', label: 'Cơ quan ban hành', required: true, max: 160 },
    dissolved_on: { type: 'date', label: 'Ngày giải thể' },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ decided_on, dissolved_on }): Record<string, string> =>
    typeof decided_on === 'string' && typeof dissolved_on === 'string' && dissolved_on < decided_on
      ? { dissolved_on: 'Ngày giải thể phải sau ngày quyết định.' }
      : {},
});
