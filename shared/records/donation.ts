import { defineKind } from './kind.ts';

/** One line of a group's list of donations: a member with an amount; the lines add up to one receipt. */
export const donation = defineKind({
  name: 'donation',
  number: 24,
  label: 'dòng danh sách ủng hộ',
  title: 'Danh sách ủng hộ',
  nameField: 'donor_name',
  order: { newest: 'position' },
  empty: 'Phiếu này không có danh sách kèm theo.',
  ownCalls: true,
  fields: {
    receipt_id: { type: 'reference', kind: 'receipt', label: 'Phiếu thu', required: true, computed: true },
    position: { type: 'integer', label: 'Thứ tự', required: true, computed: true, min: 1, max: 1000 },
    officer_id: { type: 'reference', kind: 'officer', label: 'Cán bộ' },
    donor_name: {
      type: 'text',
      label: 'Họ và tên',
      required: true,
      max: 160,
      searchable: true,
      sensitive: true,
    },
    amount: { type: 'money', label: 'Số tiền', required: true },
    consent: { type: 'flag', label: 'Đồng ý công khai tên', required: true },
  },
});
