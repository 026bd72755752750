import { defineKind } from './kind.ts';
import { thousandths } from '../vietnamese/quantity.ts';

export const labourWorks = {
  site_levelling: 'san lấp mặt bằng',
  material_transport: 'vận chuyển vật liệu',
  building: 'dựng nhà',
} as const;

/**
 * Lượt and ngày công of people on days (days in thousandths): everyone is one turn for each day begun, and as many
 * person-days (thousandths) as days were worked.
 */
export function labourOf(people: number, days: number): { turns: number; person_days: number } {
  return { turns: people * Math.ceil(days / thousandths), person_days: people * days };
}

/** In thousandths: who helps longer than a year is written down again. */
const mostDays = 366 * thousandths;

function labourRules(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const faults: Record<string, string> = {};
  if (values['team_id'] === null && values['unit_name'] === null)
    faults['unit_name'] = 'Cần chọn đội hoặc ghi tên đơn vị.';
  if (values['village_id'] === null && values['house_id'] === null)
    faults['village_id'] = 'Cần chọn bản hoặc nhà được giúp.';
  if (Number(values['days']) > mostDays)
    faults['days'] = 'Một lần ghi không quá 366 ngày; hãy xem lại số ngày.';
  return faults;
}

/** Lượt công: officers and others who helped a village or a house on a day. */
export const labourTurn = defineKind({
  name: 'labour_turn',
  number: 37,
  label: 'lượt công',
  title: 'Ngày công giúp dân',
  nameField: 'unit_name',
  order: { newest: 'worked_on' },
  day: 'worked_on',
  empty: 'Chưa ghi ngày công nào. Hãy ghi mỗi lần đơn vị giúp dân san nền, vận chuyển, dựng nhà.',
  fields: {
    worked_on: { type: 'date', past: true, label: 'Ngày', required: true, sticky: true, column: 110 },
    team_id: { type: 'reference', kind: 'team', label: 'Đội', sticky: true, filter: true, column: 160 },
    unit_name: {
      type: 'text',
      label: 'Đơn vị khác',
      max: 160,
      searchable: true,
      column: 180,
      help: 'Đoàn thanh niên, dân quân xã …; để trống nếu là đội của đơn vị.',
    },
    village_id: {
      type: 'unit',
      level: 'village',
      label: 'Bản, khối',
      sticky: true,
      filter: true,
      column: 160,
    },
    house_id: { type: 'reference', kind: 'house', label: 'Nhà', column: 160 },
    work: {
      type: 'choice',
      label: 'Việc',
      required: true,
      sticky: true,
      filter: true,
      options: labourWorks,
      column: 150,
    },
    people: { type: 'integer', label: 'Số người', required: true, min: 1, max: 10_000, column: 90 },
    days: { type: 'quantity', label: 'Số ngày', required: true, column: 90, help: 'Nửa ngày ghi 0,5.' },
    turns: {
      type: 'integer',
      label: 'Lượt người',
      required: true,
      min: 1,
      max: 100_000_000,
      computed: true,
      counted: true,
      column: 100,
    },
    person_days: {
      type: 'quantity',
      label: 'Ngày công',
      required: true,
      computed: true,
      counted: true,
      column: 100,
    },
    note: { type: 'text', label: 'Ghi chú', max: 500 },
  },
  check: labourRules,
});
