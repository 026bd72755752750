import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toFailure } from '../../../shared/failure.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { formatMoney, parseMoney } from '../../../shared/vietnamese/money.ts';
import { call } from '../../client.ts';
import type { FieldInputProps } from '../../records/declared-form.tsx';
import { callFilter, noFilter } from '../../records/filters.ts';
import { LinesInput } from '../../records/lines-input.tsx';
import { linesAsText, typedLines } from '../../records/typed-lines.ts';
import type { Fields, TypedForm } from '../../records/typed.ts';
import { nameOf } from '../../records/value.ts';
import { donationFields } from './receipt-fields.ts';

const sumOf = (lines: readonly TypedForm[], name: string): number =>
  lines.reduce((sum, line) => {
    const read = parseMoney(String(line[name] ?? ''));
    return read.ok ? sum + read.amount : sum;
  }, 0);

/** A group's list: name and amount, line by line; a team's officers can be taken over in one go, and all say yes. */
export function DonationsInput({ value, onChange, error, form }: FieldInputProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const team = form.watch('donor_team_id');
  const lines = typedLines(value);
  const takeTeam = async () => {
    setRefused(null);
    try {
      const filter = callFilter(noFilter, { team_id: Number(team) });
      const { rows } = await call('records.list', { kind: 'officer', filter, limit: 200 });
      const lines = rows.map((officer) => ({
        officer_id: officer.id,
        donor_name: nameOf(kindOf('officer'), officer),
        amount: '',
      }));
      if (lines.length === 0) setRefused('Đội này chưa có cán bộ nào trong danh sách.');
      else onChange(linesAsText(lines));
    } catch (failed) {
      setRefused(toFailure(failed).text);
    }
  };
  return (
    <LinesInput
      label="Danh sách ủng hộ (để trống nếu không có)"
      one="người"
      fields={donationFields}
      tracks="minmax(0, 1fr) 130px 84px"
      value={value}
      onChange={onChange}
      error={error ?? refused ?? undefined}
      foot={(now) => (
        <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
          Cộng: {formatMoney(sumOf(now, 'amount'))}
        </Typography>
      )}
    >
      {lines.length > 1 && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => onChange(linesAsText(lines.map((line) => ({ ...line, consent: true }))))}
        >
          Tất cả đồng ý công khai
        </Button>
      )}
      {typeof team === 'number' && (
        <Button size="small" variant="outlined" onClick={() => void takeTeam()}>
          Lấy danh sách đội
        </Button>
      )}
    </LinesInput>
  );
}

/** Goods by kind and quantity; what they are worth is an estimate. */
export function ItemsInput({
  value,
  onChange,
  error,
  fields,
}: Omit<FieldInputProps, 'form'> & { readonly fields: Fields }) {
  const valued = 'estimated_value' in fields;
  return (
    <LinesInput
      label="Hiện vật"
      one="hiện vật"
      fields={fields}
      tracks={valued ? 'minmax(0, 1fr) 96px 150px' : 'minmax(0, 1fr) 110px'}
      value={value}
      onChange={onChange}
      error={error}
      foot={(lines) =>
        valued && (
          <Typography variant="body2" role="status" sx={{ fontWeight: 600 }}>
            Quy ra tiền (ước tính): {formatMoney(sumOf(lines, 'estimated_value'))}
          </Typography>
        )
      }
    />
  );
}
