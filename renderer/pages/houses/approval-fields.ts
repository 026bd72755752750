import type { CallInput } from '../../../shared/api.ts';
import { houseFunding } from '../../../shared/records/house-funding.ts';
import { house } from '../../../shared/records/house.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { typedFields, type Fields } from '../../records/typed.ts';
import { linesOf } from '../vouchers/receipt-fields.ts';

type Values = Record<string, StoredValue>;

/** What is said of a house at its approval, whoever it is for. */
const approvalNames = [
  'poverty_class',
  'build_kind',
  'approved_on',
  'due_on',
  'standard',
  'floor_area',
  'consent',
  'note',
];
/** Where the day is not said, the phase's own end counts. */
const dueLater = { ...house.fields.due_on, required: false, help: 'Để trống thì lấy hạn của giai đoạn.' };

/** The planned money of a house, one line a source. */
export const fundingFields: Fields = typedFields(houseFunding.fields, ['source', 'planned_amount']);
const fundingLines = { type: 'text', label: 'Kinh phí dự kiến', max: 5_000 } as const;

const typed = typedFields(house.fields);
const approvalFields: Fields = {
  ...typedFields(house.fields, approvalNames),
  due_on: dueLater,
  funding: fundingLines,
};
/** The form of a new house. */
export const houseFields: Fields = {
  phase_id: typed['phase_id'] ?? house.fields.phase_id,
  household_id: house.fields.household_id,
  ...approvalFields,
};
/** The same approval for many households. */
export const manyFields: Fields = approvalFields;
/** What may be corrected of a house: its household and phase stay. */
export const correctFields: Fields = typedFields(house.fields, approvalNames);

type Approval = Pick<
  CallInput<'houses.add'>,
  | 'poverty_class'
  | 'build_kind'
  | 'approved_on'
  | 'due_on'
  | 'standard'
  | 'floor_area'
  | 'consent'
  | 'note'
  | 'funding'
>;

/** What the calls take of an approval, from what stands in a form. */
export function approvalInput(values: Values): Approval {
  const { funding, ...rest } = values;
  const own = Object.fromEntries(approvalNames.map((name) => [name, rest[name] ?? null]));
  const lines = linesOf(fundingFields, 'funding', funding);
  // The call's own schema checks every value.
  return { ...own, consent: rest['consent'] === true, funding: lines } as unknown as Approval;
}
