import type { FieldInputProps } from '../../records/declared-form.tsx';
import { LinesInput } from '../../records/lines-input.tsx';
import { fundingFields } from './approval-fields.ts';

/** The planned money of a house: a source and an amount a line. */
export function fundingInput({ value, onChange, error }: FieldInputProps) {
  return (
    <LinesInput
      label="Kinh phí dự kiến theo nguồn"
      one="nguồn"
      fields={fundingFields}
      tracks="minmax(0, 1fr) 160px"
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
