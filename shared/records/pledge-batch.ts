import { defineKind } from './kind.ts';

export const batchWays = { stack: 'nhập tờ', roster: 'nhập theo danh sách' } as const;

/** Tập tờ: one stack of paper forms of one village, with the number on its cover sheet. */
export const pledgeBatch = defineKind({
  name: 'pledge_batch',
  number: 4,
  label: 'tập tờ',
  title: 'Tập tờ',
  nameField: 'opened_at',
  order: { newest: 'opened_at' },
  empty: 'Chưa có tập tờ nào. Hãy bắt đầu ở màn hình Nhập tờ.',
  ownCalls: true,
  fields: {
    campaign_id: {
      type: 'reference',
      kind: 'pledge_campaign',
      label: 'Đợt cam kết',
      required: true,
      filter: true,
      column: 220,
    },
    village_id: {
      type: 'unit',
      level: 'village',
      label: 'Bản, khối',
      required: true,
      filter: true,
      column: 170,
    },
    commune_id: { type: 'unit', level: 'commune', label: 'Xã', required: true, computed: true },
    way: { type: 'choice', label: 'Cách nhập', required: true, options: batchWays, column: 150 },
    cover_count: { type: 'integer', label: 'Số tờ trên bìa', required: true, min: 1, max: 5000, column: 110 },
    opened_at: { type: 'moment', label: 'Mở lúc', required: true, computed: true, column: 150 },
    closed_at: { type: 'moment', label: 'Đóng lúc', computed: true, column: 150 },
    closed_by: { type: 'integer', label: 'Người đóng', min: 1, max: 2_000_000_000, computed: true },
    close_note: { type: 'text', label: 'Ghi chú khi đóng', max: 500 },
  },
});
