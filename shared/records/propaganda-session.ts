import { defineKind } from './kind.ts';

/** Buổi tuyên truyền, phổ biến giáo dục pháp luật. */
export const propagandaSession = defineKind({
  name: 'propaganda_session',
  number: 13,
  label: 'buổi tuyên truyền',
  title: 'Tuyên truyền pháp luật',
  nameField: 'topic',
  order: { newest: 'held_on' },
  day: 'held_on',
  empty: 'Chưa có buổi tuyên truyền nào. Hãy ghi buổi đầu tiên.',
  fields: {
    held_on: { type: 'date', past: true, label: 'Ngày', required: true, sticky: true, column: 120 },
    commune_id: {
      type: 'unit',
      level: 'commune',
      label: 'Xã, thị trấn',
      required: true,
      sticky: true,
      filter: true,
      column: 150,
    },
    place: {
      type: 'text',
      label: 'Địa điểm',
      required: true,
      max: 200,
      searchable: true,
      column: 200,
      help: 'Nhà văn hóa bản, trường học, chợ …',
    },
    topic: { type: 'text', label: 'Chủ đề', required: true, max: 300, searchable: true, column: 300 },
    audience: { type: 'text', label: 'Đối tượng', required: true, max: 200, sticky: true, column: 170 },
    attendance_count: {
      type: 'integer',
      label: 'Số lượt người',
      required: true,
      min: 1,
      max: 1_000_000,
      counted: true,
      column: 110,
    },
    presenters: { type: 'references', kind: 'officer', label: 'Cán bộ trình bày' },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
});
