import { sexes } from './household.ts';
import { defineKind } from './kind.ts';
import { refusalsIn } from './refusal.ts';

/** How the head signed; `not_yet` is all that is said of a household that has not. */
export const signatureModes = {
  signed: 'ký',
  thumbprint: 'điểm chỉ',
  represented: 'đại diện',
  not_yet: 'chưa ký',
} as const;
export type SignatureMode = keyof typeof signatureModes;

/** "Đã ký" everywhere counts these three. */
export const signedModes = ['signed', 'thumbprint', 'represented'] as const satisfies SignatureMode[];

/** Whether a form with this mode is signed. */
export const hasSigned = (mode: unknown): boolean => signedModes.some((one) => one === mode);

/** Practical reasons only, kept on the internal copy; refusing is no category and is stored nowhere. */
export const notYetReasons = {
  away: 'vắng',
  works_elsewhere: 'đi làm ăn xa',
  just_moved_in: 'mới chuyển đến',
  not_met: 'chưa gặp',
} as const;
export type NotYetReason = keyof typeof notYetReasons;

export const entryWays = { stack: 'nhập tờ', roster: 'theo danh sách', bulk: 'đánh dấu hàng loạt' } as const;

/** Cam kết: one household's form in one campaign, with the head as on that form. */
export const pledge = defineKind({
  name: 'pledge',
  number: 5,
  label: 'cam kết',
  title: 'Cam kết của hộ',
  nameField: 'head_name',
  order: 'name',
  day: 'signed_on',
  empty: 'Chưa có cam kết nào khớp. Hãy nhập tờ, hoặc bỏ bớt điều kiện lọc.',
  ownCalls: true,
  fields: {
    campaign_id: {
      type: 'reference',
      kind: 'pledge_campaign',
      label: 'Đợt cam kết',
      required: true,
      filter: true,
    },
    household_id: { type: 'reference', kind: 'household', label: 'Hộ', required: true },
    batch_id: { type: 'reference', kind: 'pledge_batch', label: 'Tập tờ', filter: true },
    commune_id: { type: 'unit', level: 'commune', label: 'Xã', required: true, filter: true },
    village_id: {
      type: 'unit',
      level: 'village',
      label: 'Bản, khối',
      required: true,
      filter: true,
      column: 160,
    },
    form_number: { type: 'integer', label: 'Số tờ', required: true, min: 1, max: 999_999, column: 80 },
    head_name: {
      type: 'text',
      label: 'Họ và tên chủ hộ',
      required: true,
      max: 120,
      person: true,
      sensitive: true,
      column: 240,
    },
    birth: { type: 'birth', label: 'Năm sinh', required: true, sensitive: true, column: 110 },
    sex: { type: 'choice', label: 'Giới tính', required: true, options: sexes, column: 80 },
    ethnicity: { type: 'text', label: 'Dân tộc', max: 2, sensitive: true },
    member_count: {
      type: 'integer',
      label: 'Số khẩu',
      required: true,
      min: 1,
      max: 50,
      counted: true,
      column: 80,
    },
    signature_mode: {
      type: 'choice',
      label: 'Hình thức',
      required: true,
      options: signatureModes,
      filter: true,
      column: 100,
    },
    reason: { type: 'choice', label: 'Lý do chưa ký', options: notYetReasons, internal: true },
    signed_on: { type: 'date', label: 'Ngày ký', column: 110, filter: true },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 160 },
    entry_way: {
      type: 'choice',
      label: 'Cách nhập',
      required: true,
      options: entryWays,
      computed: true,
      filter: true,
    },
  },
  check: (values) => {
    const { signature_mode, signed_on, reason } = values;
    const wrong = refusalsIn(values, ['note', 'head_name']);
    if (signature_mode === 'not_yet' && signed_on !== null && signed_on !== undefined)
      wrong['signed_on'] = 'Hộ chưa ký thì không có ngày ký.';
    if (signature_mode !== 'not_yet' && (signed_on === null || signed_on === undefined))
      wrong['signed_on'] = 'Cần ngày ký.';
    if (signature_mode !== 'not_yet' && reason !== null && reason !== undefined)
      wrong['reason'] = 'Chỉ ghi lý do khi hộ chưa ký.';
    return wrong;
  },
});
