import { defineKind } from './kind.ts';
import {
  accounts,
  campaignField,
  lifeFields,
  numberFields,
  standingAmount,
  type Account,
} from './voucher.ts';

/** How a donation comes in (hình thức). */
export const receiptWays = {
  cash: 'tiền mặt',
  transfer: 'chuyển khoản',
  salary: 'trừ lương',
  in_kind: 'hiện vật',
} as const;
export type ReceiptWay = keyof typeof receiptWays;

export const donorKinds = { person: 'cá nhân', collective: 'tập thể', anonymous: 'ẩn danh' } as const;
export type DonorKind = keyof typeof donorKinds;

/** What paper and screen call somebody who does not want to be named. */
export const anonymousDonor = 'Nhà hảo tâm';

/** The account that a way leads to; null where the clerk says (salary comes in cash or by bank). */
export function accountOfWay(way: ReceiptWay): Account | null {
  if (way === 'salary') return null;
  return way === 'cash' ? 'cash' : way === 'transfer' ? 'bank' : 'goods';
}

/** What follows from other typed values: an account from its way, and nothing that would name who is anonymous. */
export function settledReceipt<V extends Readonly<Record<string, unknown>>>(values: V) {
  const way = String(values['way']);
  const led = Object.hasOwn(receiptWays, way) ? accountOfWay(way as ReceiptWay) : null;
  const account = led ?? values['account'] ?? null;
  if (values['donor_kind'] !== 'anonymous') return { ...values, account };
  const nobody = { donor_address: null, donor_officer_id: null, donor_team_id: null, consent: false };
  return { ...values, account, donor_name: anonymousDonor, ...nobody };
}

/** Phiếu thu: a draft without a number, then issued for good; what was wrong is cancelled and reversed. */
export const receipt = defineKind({
  name: 'receipt',
  number: 23,
  label: 'phiếu thu',
  title: 'Phiếu thu',
  nameField: 'donor_name',
  order: { newest: 'received_on' },
  day: 'received_on',
  empty: 'Chưa có phiếu thu nào. Hãy lập phiếu đầu tiên của đợt vận động.',
  ownCalls: true,
  fields: {
    fund_id: campaignField,
    ...numberFields,
    received_on: { type: 'date', past: true, label: 'Ngày thu', required: true, sticky: true, column: 110 },
    way: {
      type: 'choice',
      label: 'Hình thức',
      required: true,
      sticky: true,
      filter: true,
      options: receiptWays,
      column: 120,
    },
    account: { type: 'choice', label: 'Vào quỹ', required: true, options: accounts },
    donor_kind: {
      type: 'choice',
      label: 'Người ủng hộ là',
      required: true,
      options: donorKinds,
    },
    donor_name: {
      type: 'text',
      label: 'Người nộp, đơn vị',
      required: true,
      max: 160,
      searchable: true,
      sensitive: true,
      column: 240,
    },
    donor_address: { type: 'text', label: 'Địa chỉ', max: 200, sensitive: true },
    donor_officer_id: { type: 'reference', kind: 'officer', label: 'Cán bộ (trừ lương)' },
    donor_team_id: { type: 'reference', kind: 'team', label: 'Đội nộp theo danh sách' },
    consent: { type: 'flag', label: 'Đồng ý công khai tên', required: true },
    content: {
      type: 'text',
      label: 'Lý do nộp',
      required: true,
      max: 300,
      sticky: true,
      column: 220,
      help: 'Ví dụ: ủng hộ làm nhà cho hộ nghèo.',
    },
    amount: { type: 'money', label: 'Số tiền' },
    standing_amount: standingAmount('Số tiền đã thu'),
    reference: { type: 'text', label: 'Chứng từ gốc kèm theo', max: 160 },
    receiver_id: { type: 'reference', kind: 'officer', label: 'Người thu', required: true, sticky: true },
    ...lifeFields,
  },
  check: ({ way, account, amount, donor_officer_id, donor_team_id }): Record<string, string> => {
    const faults: Record<string, string> = {};
    if (account === 'goods' && amount !== null)
      faults['amount'] = 'Phiếu hiện vật không ghi số tiền; giá trị ước tính ghi ở từng hiện vật.';
    if (account !== 'goods' && amount === null) faults['amount'] = 'Cần nhập số tiền.';
    if (way === 'salary' && account === 'goods')
      faults['account'] = 'Trừ lương thì vào quỹ tiền mặt hoặc tài khoản.';
    if (way === 'salary' && donor_officer_id === null && donor_team_id === null)
      faults['donor_officer_id'] = 'Trừ lương thì phải ghi cán bộ, hoặc đội nộp theo danh sách.';
    return faults;
  },
});
