import { defineKind } from './kind.ts';

/**
 * Cơ quan ban hành from a day on: header lines, place and signer of every document of that time
 * (NĐ 30/2020/NĐ-CP, Phụ lục I). The office of 2023 no longer exists in 2025, so nothing here is a constant.
 */
export const agency = defineKind({
  name: 'agency',
  number: 11,
  label: 'thông tin cơ quan',
  title: 'Cơ quan và người ký',
  nameField: 'own_agency',
  order: { newest: 'valid_from' },
  empty: 'Chưa có thông tin cơ quan.',
  writeRight: 'settings.write',
  fields: {
    valid_from: { type: 'date', label: 'Áp dụng từ ngày', required: true, column: 120 },
    parent_agency: { type: 'text', label: 'Cơ quan chủ quản', required: true, max: 160, column: 220 },
    own_agency: {
      type: 'text',
      label: 'Cơ quan ban hành',
      required: true,
      max: 160,
      searchable: true,
      column: 220,
    },
    place_name: { type: 'text', label: 'Địa danh', required: true, max: 80, column: 120 },
    signer_title: {
      type: 'text',
      label: 'Chức vụ người ký',
      required: true,
      max: 160,
      lines: true,
      column: 200,
    },
    signer_rank: { type: 'text', label: 'Cấp bậc người ký', max: 60, column: 110 },
    signer_name: { type: 'text', label: 'Họ tên người ký', required: true, max: 120, column: 180 },
  },
});
