import { defineKind } from './kind.ts';

export const media = {
  reportage: 'phóng sự',
  news_item: 'tin',
  article: 'bài',
  leaflet: 'tài liệu phát',
} as const;

/** Phóng sự, tin, bài, tài liệu phát: what the office made and where it appeared. */
export const newsItem = defineKind({
  name: 'news_item',
  number: 14,
  label: 'tin, bài',
  title: 'Phóng sự, tin, bài, tài liệu',
  nameField: 'title',
  order: { newest: 'published_on' },
  day: 'published_on',
  empty: 'Chưa có phóng sự, tin, bài hay tài liệu nào.',
  fields: {
    published_on: {
      type: 'date',
      past: true,
      label: 'Ngày đăng, phát',
      required: true,
      sticky: true,
      column: 130,
    },
    medium: {
      type: 'choice',
      label: 'Loại',
      required: true,
      sticky: true,
      filter: true,
      options: media,
      column: 120,
    },
    title: { type: 'text', label: 'Tên, tiêu đề', required: true, max: 300, searchable: true, column: 340 },
    published_in: {
      type: 'text',
      label: 'Đăng, phát ở',
      required: true,
      max: 200,
      sticky: true,
      searchable: true,
      column: 220,
    },
    copy_count: {
      type: 'integer',
      label: 'Số bản đã phát',
      min: 1,
      max: 10_000_000,
      counted: true,
      column: 110,
      help: 'Chỉ ghi với tài liệu phát.',
    },
    author_id: { type: 'reference', kind: 'officer', label: 'Cán bộ thực hiện', column: 190 },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: ({ medium, copy_count }): Record<string, string> =>
    medium === 'leaflet' && typeof copy_count !== 'number'
      ? { copy_count: 'Cần ghi số bản đã phát.' }
      : medium !== 'leaflet' && typeof copy_count === 'number'
        ? { copy_count: 'Chỉ tài liệu phát mới có số bản.' }
        : {},
});
