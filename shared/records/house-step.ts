import { defineKind } from './kind.ts';

/** The steps of a house in their order; some may have no date, a hand-over needs an acceptance. */
export const houseSteps = {
  approved: 'phê duyệt',
  surveyed: 'khảo sát',
  committed: 'hộ cam kết',
  ground_levelled: 'san nền',
  material_delivered: 'tập kết vật liệu',
  foundation: 'móng, nền',
  frame_walls: 'khung, tường',
  roof: 'lợp mái',
  finished: 'hoàn thiện',
  accepted: 'nghiệm thu',
  handed_over: 'bàn giao',
} as const;
export type HouseStep = keyof typeof houseSteps;

/** Bước of a house on a day; reports count these in a period, never where a house stands now. */
export const houseStep = defineKind({
  name: 'house_step',
  number: 35,
  label: 'bước làm nhà',
  title: 'Các bước',
  nameField: 'step',
  order: { newest: 'step_on' },
  day: 'step_on',
  empty: 'Nhà này chưa có bước nào.',
  ownCalls: true,
  fields: {
    house_id: { type: 'reference', kind: 'house', label: 'Nhà', required: true },
    step: { type: 'choice', label: 'Bước', required: true, options: houseSteps, column: 150 },
    step_on: { type: 'date', past: true, label: 'Ngày', required: true, column: 110 },
    /** The same for all houses that were moved in one go, so that it can be undone in one go. */
    batch: { type: 'text', label: 'Lần ghi hàng loạt', max: 40, computed: true },
    note: { type: 'text', label: 'Ghi chú', max: 500, column: 240 },
  },
});
