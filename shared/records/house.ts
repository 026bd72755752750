import { defineKind } from './kind.ts';
import { houseSteps } from './house-step.ts';

/** Beneficiaries as of the day of approval; poverty is reviewed every year. */
export const povertyClasses = {
  poor: 'hộ nghèo',
  near_poor: 'hộ cận nghèo',
  housing_hardship: 'khó khăn về nhà ở',
  merit: 'người có công, chính sách',
  alone: 'neo đơn, không nơi nương tựa',
} as const;
export type PovertyClass = keyof typeof povertyClasses;
export const buildKinds = { new: 'làm mới', repair: 'sửa chữa' } as const;
export type BuildKind = keyof typeof buildKinds;

/** Nhà for a household: one a household and phase; how far it is follows from its steps. */
export const house = defineKind({
  name: 'house',
  number: 34,
  label: 'nhà',
  title: 'Nhà cho hộ nghèo',
  nameField: 'beneficiary_name',
  order: { newest: 'approved_on' },
  day: 'approved_on',
  empty: 'Chưa có nhà nào. Hãy thêm các hộ được phê duyệt của một giai đoạn.',
  ownCalls: true,
  fields: {
    phase_id: {
      type: 'reference',
      kind: 'housing_phase',
      label: 'Giai đoạn',
      required: true,
      sticky: true,
      filter: true,
      column: 130,
    },
    household_id: { type: 'reference', kind: 'household', label: 'Hộ', required: true },
    /** The head as of the day of approval. */
    beneficiary_name: {
      type: 'text',
      label: 'Chủ hộ',
      required: true,
      computed: true,
      max: 120,
      searchable: true,
      sensitive: true,
      column: 200,
    },
    commune_id: {
      type: 'unit',
      level: 'commune',
      label: 'Xã, thị trấn',
      required: true,
      computed: true,
      filter: true,
      column: 130,
    },
    village_id: {
      type: 'unit',
      level: 'village',
      label: 'Bản, khối',
      required: true,
      computed: true,
      filter: true,
      column: 150,
    },
    poverty_class: {
      type: 'choice',
      label: 'Diện',
      required: true,
      sticky: true,
      filter: true,
      options: povertyClasses,
      column: 140,
    },
    build_kind: {
      type: 'choice',
      label: 'Loại',
      required: true,
      sticky: true,
      filter: true,
      options: buildKinds,
      column: 100,
    },
    approved_on: {
      type: 'date',
      past: true,
      label: 'Ngày phê duyệt',
      required: true,
      sticky: true,
      column: 120,
    },
    due_on: {
      type: 'date',
      label: 'Phải bàn giao trước',
      required: true,
      sticky: true,
      filter: true,
      column: 120,
      help: 'Thường là hạn của giai đoạn.',
    },
    standard: {
      type: 'text',
      label: 'Quy cách',
      max: 300,
      sticky: true,
      help: 'Ví dụ: nhà lắp ghép, 3 gian, 46,5 m².',
    },
    floor_area: { type: 'quantity', label: 'Diện tích (m²)', sticky: true },
    consent: { type: 'flag', label: 'Đồng ý công khai tên', required: true },
    step: {
      type: 'choice',
      label: 'Đã đến bước',
      required: true,
      computed: true,
      filter: true,
      options: houseSteps,
      column: 130,
    },
    step_on: { type: 'date', label: 'Ngày của bước', required: true, computed: true, column: 110 },
    hard_foundation: { type: 'flag', label: 'Nền cứng', computed: true },
    hard_frame: { type: 'flag', label: 'Khung, tường cứng', computed: true },
    hard_roof: { type: 'flag', label: 'Mái cứng', computed: true },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
});
