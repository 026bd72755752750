import { defineKind } from './kind.ts';

/** Đợt cam kết: a household pledges once a campaign, not once for ever (TT 124/2021/TT-BCA, Điều 4). */
export const pledgeCampaign = defineKind({
  name: 'pledge_campaign',
  number: 3,
  label: 'đợt cam kết',
  title: 'Đợt cam kết',
  nameField: 'title',
  order: { newest: 'from_date' },
  empty: 'Chưa có đợt cam kết nào. Hãy mở đợt của năm nay rồi nhập tờ.',
  writeRight: 'campaign.write',
  fields: {
    year: { type: 'integer', label: 'Năm', required: true, min: 1990, max: 2100, filter: true, column: 80 },
    title: { type: 'text', label: 'Tên đợt', required: true, max: 200, searchable: true, column: 320 },
    themes: {
      type: 'text',
      label: 'Nội dung cam kết',
      max: 2000,
      lines: true,
      help: 'Mỗi dòng một nội dung.',
    },
    from_date: { type: 'date', label: 'Từ ngày', required: true, column: 110 },
    to_date: { type: 'date', label: 'Đến ngày', required: true, column: 110 },
    closed_at: { type: 'moment', label: 'Khóa lúc', computed: true, column: 140 },
    closed_by: { type: 'integer', label: 'Người khóa', min: 1, max: 2_000_000_000, computed: true },
  },
  check: ({ from_date, to_date }): Record<string, string> =>
    typeof from_date === 'string' && typeof to_date === 'string' && to_date < from_date
      ? { to_date: 'Ngày kết thúc phải sau ngày bắt đầu.' }
      : {},
});
