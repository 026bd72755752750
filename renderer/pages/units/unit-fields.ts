import type { Unit } from '../../../shared/api/units.ts';
import type { Field } from '../../../shared/records/field.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import type { IsoDate } from '../../../shared/vietnamese/dates.ts';
import type { Fields } from '../../records/typed.ts';

/** What may be done with a unit. */
export type UnitAction = 'correct' | 'rename' | 'merge' | 'retire' | 'alias';

/** The words of an action: on its button and on the button that saves it. */
export const unitActionWords: Readonly<
  Record<UnitAction, { readonly label: string; readonly save: string }>
> = {
  correct: { label: 'Sửa tên', save: 'Lưu tên' },
  rename: { label: 'Đổi tên từ ngày…', save: 'Ghi đổi tên' },
  merge: { label: 'Sáp nhập', save: 'Ghi sáp nhập' },
  retire: { label: 'Kết thúc', save: 'Ghi kết thúc' },
  alias: { label: 'Thêm cách viết khác', save: 'Thêm cách viết' },
};

const name: Field = { type: 'text', label: 'Tên', required: true, max: 120 };
const type: Field = {
  type: 'text',
  label: 'Loại',
  required: true,
  max: 30,
  help: 'xã, thị trấn, bản, khối …',
};
const code: Field = { type: 'text', label: 'Mã', max: 10 };
const basis: Field = {
  type: 'text',
  label: 'Căn cứ',
  max: 300,
  help: 'Số, ngày nghị quyết hoặc quyết định.',
};
const day = (label: string): Field => ({ type: 'date', label, required: true });

/** What an action asks for. Merging also asks for the other units, which its form does itself. */
export function unitFields(action: UnitAction): Fields {
  switch (action) {
    case 'correct':
      return { name, type };
    case 'rename':
      return { name, type, valid_from: day('Tên mới từ ngày'), legal_basis: basis };
    case 'merge':
      return { name, type, code, date: day('Từ ngày'), legal_basis: { ...basis, required: true } };
    case 'retire':
      return { date: day('Từ ngày'), legal_basis: { ...basis, required: true } };
    case 'alias':
      return { alias: { ...name, label: 'Cách viết khác', help: 'Dùng khi tìm; tên chính không đổi.' } };
  }
}

/** What a new unit asks for. */
export function newUnitFields(): Fields {
  return { name, type, code, valid_from: day('Có từ ngày'), legal_basis: basis };
}

/** What a new unit proposes. */
export function newUnitInitial(level: 'commune' | 'village', date: IsoDate): Record<string, StoredValue> {
  return { type: level === 'commune' ? 'xã' : 'bản', valid_from: date };
}

/** What an action's fields hold at first. A placeholder's name is not proposed: it is to be replaced. */
export function unitInitial(action: UnitAction, unit: Unit, date: IsoDate): Record<string, StoredValue> {
  if (action === 'alias') return {};
  if (action === 'retire') return { date };
  const named = { name: unit.sample && action === 'correct' ? null : unit.name, type: unit.type };
  if (action === 'merge') return { ...named, code: unit.code, date };
  return action === 'rename' ? { ...named, valid_from: date } : named;
}
