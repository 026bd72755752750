import { defineKind } from './kind.ts';

export const sexes = { male: 'Nam', female: 'Nữ' } as const;
export type Sex = keyof typeof sexes;

/** Where a household stands now; its past lies in its events. */
export const householdStates = {
  living: 'đang cư trú',
  moved_out: 'đã chuyển đi',
  merged: 'đã gộp vào hộ khác',
} as const;

/** Hộ gia đình: as it is today; each pledge keeps the head as on its own form. */
export const household = defineKind({
  name: 'household',
  number: 1,
  label: 'hộ gia đình',
  title: 'Hộ gia đình',
  nameField: 'head_name',
  order: 'name',
  empty: 'Chưa có hộ nào. Hộ được lập khi nhập tờ cam kết, hoặc thêm ở đây khi có hộ mới chuyển đến.',
  ownCalls: true,
  fields: {
    village_id: {
      type: 'unit',
      level: 'village',
      label: 'Bản, khối',
      required: true,
      sticky: true,
      filter: true,
      column: 170,
    },
    head_name: {
      type: 'text',
      label: 'Họ và tên chủ hộ',
      required: true,
      max: 120,
      person: true,
      searchable: true,
      sensitive: true,
      column: 240,
    },
    birth: { type: 'birth', label: 'Năm sinh', required: true, sensitive: true, column: 110 },
    sex: { type: 'choice', label: 'Giới tính', required: true, options: sexes, filter: true, column: 80 },
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
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 180 },
    state: {
      type: 'choice',
      label: 'Tình trạng',
      required: true,
      options: householdStates,
      filter: true,
      computed: true,
      column: 130,
    },
    moved_in_on: { type: 'date', label: 'Ngày chuyển đến', computed: true },
    moved_out_on: { type: 'date', label: 'Ngày chuyển đi', computed: true },
    merged_into: { type: 'reference', kind: 'household', label: 'Gộp vào hộ', computed: true },
  },
});
