import { defineKind } from './kind.ts';

/** Cấp bậc, chức vụ of an officer from a day on; a document takes the one of its own date. */
export const officerPosition = defineKind({
  name: 'officer_position',
  number: 10,
  label: 'cấp bậc, chức vụ',
  title: 'Cấp bậc, chức vụ',
  nameField: 'position',
  order: { newest: 'valid_from' },
  empty: 'Chưa ghi cấp bậc, chức vụ.',
  fields: {
    officer_id: { type: 'reference', kind: 'officer', label: 'Cán bộ', required: true },
    valid_from: { type: 'date', label: 'Từ ngày', required: true, column: 120 },
    rank: { type: 'text', label: 'Cấp bậc', required: true, max: 60, column: 160 },
    position: { type: 'text', label: 'Chức vụ', required: true, max: 120, column: 240 },
  },
});
