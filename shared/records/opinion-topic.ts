import { defineKind } from './kind.ts';

/** What people speak of most; offered while an office has no topics of its own. */
export const usualTopics = [
  'An ninh nông thôn',
  'Cư trú, căn cước',
  'Giao thông',
  'Karaoke, tiếng ồn',
  'Khai thác cát, khoáng sản',
  'Ma túy',
  'Phòng cháy, chữa cháy',
  'Thái độ của cán bộ, chiến sĩ',
  'Trang bị, lực lượng cơ sở',
  'Trộm cắp',
  'Vũ khí, vật liệu nổ, pháo',
  'Khác',
] as const;

/** Chủ đề ý kiến: the office's own list. */
export const opinionTopic = defineKind({
  name: 'opinion_topic',
  number: 18,
  label: 'chủ đề',
  title: 'Chủ đề ý kiến',
  nameField: 'name',
  order: 'name',
  empty: 'Chưa có chủ đề nào.',
  fields: {
    name: { type: 'text', label: 'Chủ đề', required: true, max: 80, column: 240 },
  },
});
