import { defineKind } from './kind.ts';

/**
 * Đợt vận động: its purpose, scope, account and dates are published (Nghị định 93/2021/NĐ-CP is the model). Nothing
 * is received after its closing day unless a commander reopens it.
 */
export const fundCampaign = defineKind({
  name: 'fund_campaign',
  number: 21,
  label: 'đợt vận động',
  title: 'Đợt vận động',
  nameField: 'title',
  order: { newest: 'opens_on' },
  day: 'opens_on',
  empty: 'Chưa có đợt vận động nào. Hãy mở đợt đầu tiên rồi lập phiếu thu.',
  fields: {
    title: { type: 'text', label: 'Tên đợt', required: true, max: 200, searchable: true, column: 300 },
    purpose: {
      type: 'text',
      label: 'Mục đích',
      required: true,
      max: 500,
      searchable: true,
      column: 260,
      help: 'Ví dụ: làm nhà cho hộ nghèo trên địa bàn huyện.',
    },
    scope: { type: 'text', label: 'Phạm vi', max: 300, help: 'Vận động ai, ở đâu.' },
    place: { type: 'text', label: 'Nơi tiếp nhận', max: 200 },
    bank_account: {
      type: 'text',
      label: 'Tài khoản tiếp nhận',
      max: 160,
      help: 'Số tài khoản, ngân hàng; để trống nếu chỉ nhận tiền mặt và hiện vật.',
    },
    basis: { type: 'text', label: 'Căn cứ', max: 300, help: 'Kế hoạch, thư kêu gọi: số, ngày.' },
    opens_on: { type: 'date', label: 'Ngày mở', required: true, column: 110 },
    closes_on: {
      type: 'date',
      label: 'Ngày đóng',
      column: 110,
      help: 'Sau ngày này không nhận nữa; chỉ chỉ huy mở lại được.',
    },
    reopened_until: { type: 'date', label: 'Mở lại đến', computed: true, column: 110 },
    target_amount: { type: 'money', label: 'Chỉ tiêu', column: 150 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ opens_on, closes_on }): Record<string, string> =>
    typeof opens_on === 'string' && typeof closes_on === 'string' && closes_on < opens_on
      ? { closes_on: 'Ngày đóng phải từ ngày mở trở đi.' }
      : {},
});

/** The last day on which a campaign takes something in; null where no day was set. */
export function lastDayOf(fund: {
  readonly closes_on: string | null;
  readonly reopened_until: string | null;
}): string | null {
  const { closes_on, reopened_until } = fund;
  if (closes_on === null) return null;
  return reopened_until !== null && reopened_until > closes_on ? reopened_until : closes_on;
}
