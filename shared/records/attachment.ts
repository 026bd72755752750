import { mediaTypes } from '../attachments/image-header.ts';
import { defineKind } from './kind.ts';

/** When a photo of a house was taken. */
export const photoStages = { before: 'trước khi làm', after: 'sau khi làm' } as const;
export type PhotoStage = keyof typeof photoStages;

/** Tệp đính kèm: a photo or scanned pages that belong to a record of any other kind; its bytes lie in a file. */
export const attachment = defineKind({
  name: 'attachment',
  number: 20,
  label: 'tệp đính kèm',
  title: 'Tệp đính kèm',
  nameField: 'file_name',
  order: { newest: 'added_on' },
  empty: 'Chưa có tệp nào. Hãy thêm ảnh hoặc bản quét.',
  ownCalls: true,
  ownReads: true,
  fields: {
    owner_kind: { type: 'text', label: 'Thuộc loại', required: true, max: 60, computed: true },
    owner_id: {
      type: 'integer',
      label: 'Thuộc bản ghi số',
      required: true,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
      computed: true,
    },
    added_on: { type: 'date', label: 'Ngày đưa vào', required: true, computed: true, column: 110 },
    file_name: { type: 'text', label: 'Tên tệp', required: true, max: 160, computed: true, column: 240 },
    media_type: {
      type: 'choice',
      label: 'Loại tệp',
      required: true,
      options: mediaTypes,
      computed: true,
      column: 90,
    },
    byte_count: {
      type: 'integer',
      label: 'Cỡ (byte)',
      required: true,
      min: 1,
      max: 52_428_800,
      computed: true,
    },
    width: { type: 'integer', label: 'Rộng (điểm ảnh)', min: 1, max: 16_384, computed: true },
    height: { type: 'integer', label: 'Cao (điểm ảnh)', min: 1, max: 16_384, computed: true },
    original_kept: { type: 'flag', label: 'Giữ bản gốc', required: true, computed: true },
    /** Of a file that went for good with what it belonged to: none. */
    keyed_hash: { type: 'text', label: 'Mã của tệp', max: 64, computed: true },
    note: { type: 'text', label: 'Ghi chú', max: 300, column: 240 },
    photo_stage: { type: 'choice', label: 'Ảnh nhà', options: photoStages, computed: true, later: true },
  },
});
