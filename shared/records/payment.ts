import { defineKind } from './kind.ts';
import { fundingSources } from './house-funding.ts';
import { accounts, campaignField, lifeFields, numberFields, standingAmount } from './voucher.ts';

/** What is paid for: an allocation to a house, or something else. */
export const paymentPurposes = { house: 'làm nhà cho một hộ', other: 'mục đích khác' } as const;

/** What follows from other typed values: only an allocation to a house names one. */
export function settledPayment<V extends Readonly<Record<string, unknown>>>(values: V) {
  return values['purpose'] === 'house' ? values : { ...values, house_id: null, house_source: null };
}

/** Phiếu chi, phân bổ: never above the fund's balance at its own date or at any later one. */
export const payment = defineKind({
  name: 'payment',
  number: 26,
  label: 'phiếu chi',
  title: 'Phiếu chi, phân bổ',
  nameField: 'payee_name',
  order: { newest: 'paid_on' },
  day: 'paid_on',
  empty: 'Chưa có phiếu chi nào. Hãy lập phiếu khi chi tiền hoặc xuất hiện vật của đợt vận động.',
  ownCalls: true,
  fields: {
    fund_id: campaignField,
    ...numberFields,
    paid_on: { type: 'date', past: true, label: 'Ngày chi', required: true, sticky: true, column: 110 },
    account: {
      type: 'choice',
      label: 'Từ quỹ',
      required: true,
      sticky: true,
      filter: true,
      options: accounts,
      column: 110,
    },
    purpose: {
      type: 'choice',
      label: 'Chi cho',
      required: true,
      sticky: true,
      filter: true,
      options: paymentPurposes,
      column: 150,
    },
    house_id: { type: 'reference', kind: 'house', label: 'Nhà', filter: true },
    house_source: { type: 'choice', label: 'Tính vào nguồn', options: fundingSources, sticky: true },
    payee_name: {
      type: 'text',
      label: 'Người nhận',
      required: true,
      max: 160,
      searchable: true,
      sensitive: true,
      column: 220,
    },
    payee_address: { type: 'text', label: 'Địa chỉ', max: 200, sensitive: true },
    content: { type: 'text', label: 'Nội dung chi', required: true, max: 300, sticky: true, column: 220 },
    voucher: {
      type: 'text',
      label: 'Chứng từ',
      required: true,
      max: 160,
      help: 'Giấy đề nghị, hóa đơn, biên nhận: số, ngày.',
    },
    amount: { type: 'money', label: 'Số tiền' },
    standing_amount: standingAmount('Số tiền đã chi'),
    payer_id: { type: 'reference', kind: 'officer', label: 'Người chi', required: true, sticky: true },
    approver_id: { type: 'reference', kind: 'officer', label: 'Người duyệt', sticky: true },
    ...lifeFields,
  },
  check: ({ account, amount, purpose, house_id, house_source }): Record<string, string> => {
    const faults: Record<string, string> = {};
    if (account === 'goods' && amount !== null) faults['amount'] = 'Phiếu xuất hiện vật không ghi số tiền.';
    if (account !== 'goods' && amount === null) faults['amount'] = 'Cần nhập số tiền.';
    if (purpose === 'house' && house_id === null) faults['house_id'] = 'Cần chọn nhà được nhận.';
    if (purpose === 'house' && house_source === null)
      faults['house_source'] = 'Cần ghi tính vào nguồn nào của nhà.';
    return faults;
  },
});
