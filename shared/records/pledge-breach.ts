import { defineKind } from './kind.ts';
import { refusalsIn } from './refusal.ts';

/** Vi phạm cam kết: only with a decision's number and date; it concerns its own campaign and no later one. */
export const pledgeBreach = defineKind({
  name: 'pledge_breach',
  number: 7,
  label: 'vi phạm cam kết',
  title: 'Vi phạm cam kết',
  nameField: 'decision_number',
  order: { newest: 'decision_on' },
  empty: 'Chưa có vi phạm nào được ghi.',
  fields: {
    pledge_id: { type: 'reference', kind: 'pledge', label: 'Cam kết', required: true },
    decision_number: { type: 'text', label: 'Số quyết định', required: true, max: 60, column: 160 },
    decision_on: { type: 'date', label: 'Ngày quyết định', required: true, column: 120 },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
  },
  check: (values) => refusalsIn(values, ['decision_number', 'note']),
});
