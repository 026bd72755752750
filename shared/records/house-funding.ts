import { defineKind } from './kind.ts';

/** Where the money for a house comes from (nguồn). */
export const fundingSources = {
  ministry: 'Bộ Công an',
  provincial_police: 'Công an tỉnh',
  officers: 'cán bộ, chiến sĩ',
  fatherland_front: 'Mặt trận Tổ quốc',
  enterprise: 'doanh nghiệp, nhà hảo tâm',
  family: 'gia đình, dòng họ',
  loan: 'vay',
  other: 'nguồn khác',
} as const;
export type FundingSource = keyof typeof fundingSources;

/** Nguồn kinh phí of a house: planned, and what was paid past the funds; payments of the funds count by themselves. */
export const houseFunding = defineKind({
  name: 'house_funding',
  number: 36,
  label: 'nguồn kinh phí',
  title: 'Kinh phí theo nguồn',
  nameField: 'source',
  order: { newest: 'planned_amount' },
  empty: 'Chưa ghi kinh phí cho nhà này.',
  fields: {
    house_id: { type: 'reference', kind: 'house', label: 'Nhà', required: true },
    source: { type: 'choice', label: 'Nguồn', required: true, options: fundingSources, column: 180 },
    planned_amount: { type: 'money', min: 0, label: 'Dự kiến', required: true, counted: true, column: 140 },
    paid_outside: {
      type: 'money',
      min: 0,
      label: 'Đã chi ngoài quỹ',
      required: true,
      counted: true,
      column: 140,
      help: 'Tiền và công không qua phiếu chi của đơn vị; 0 nếu không có.',
    },
    note: { type: 'text', label: 'Ghi chú', max: 300 },
  },
});
