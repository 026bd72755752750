import { defineKind } from './kind.ts';
import { mostMoney } from '../vietnamese/money.ts';
import { campaignField } from './voucher.ts';

export const countedAccounts = { cash: 'tiền mặt', bank: 'tài khoản' } as const;

/** Đối chiếu: what was counted on a day against the book of that day; a difference has to be explained. */
export const reconciliation = defineKind({
  name: 'reconciliation',
  number: 28,
  label: 'lần đối chiếu',
  title: 'Đối chiếu quỹ',
  nameField: 'counted_on',
  order: { newest: 'counted_on' },
  day: 'counted_on',
  empty: 'Chưa đối chiếu lần nào. Hãy kiểm đếm tiền mặt, xem số dư tài khoản rồi ghi ở đây.',
  fields: {
    fund_id: { ...campaignField, column: 240 },
    account: {
      type: 'choice',
      label: 'Quỹ',
      required: true,
      sticky: true,
      filter: true,
      options: countedAccounts,
      column: 110,
    },
    counted_on: { type: 'date', past: true, label: 'Ngày kiểm đếm', required: true, column: 120 },
    counted_amount: { type: 'money', min: 0, label: 'Thực tế', required: true, column: 150 },
    book_amount: { type: 'money', min: 0, label: 'Theo sổ', required: true, computed: true, column: 150 },
    difference: {
      type: 'money',
      min: -mostMoney,
      label: 'Chênh lệch',
      required: true,
      computed: true,
      column: 140,
    },
    explanation: {
      type: 'text',
      label: 'Giải trình chênh lệch',
      max: 1000,
      lines: true,
      help: 'Bắt buộc khi thực tế khác sổ.',
    },
    counted_by_id: {
      type: 'reference',
      kind: 'officer',
      label: 'Người kiểm đếm',
      required: true,
      sticky: true,
    },
    witness: { type: 'text', label: 'Người chứng kiến', max: 160, sticky: true },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
});
