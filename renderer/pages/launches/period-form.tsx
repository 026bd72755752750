import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { formatDate, parseDate } from '../../../shared/vietnamese/dates.ts';

export interface Period {
  /** ISO dates, both inclusive. */
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** A period by its two days; Enter takes it. */
export function PeriodForm({ period, onChange }: Props) {
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const take = (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const days: Record<string, string> = {};
    const faults: Record<string, string> = {};
    for (const end of ['from', 'to'] as const) {
      const text = typed.get(end);
      const read = parseDate(typeof text === 'string' ? text : '');
      if (read.ok) days[end] = read.date;
      else faults[end] = read.reason;
    }
    const { from, to } = days;
    if (from !== undefined && to !== undefined && to < from) faults['to'] = 'Trước ngày đầu kỳ.';
    setWrong(faults);
    if (from === undefined || to === undefined || Object.keys(faults).length > 0) return;
    for (const [end, day] of Object.entries({ from, to })) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${end}"]`);
      if (input) input.value = formatDate(day);
    }
    onChange({ from, to });
  };
  return (
    <Box
      component="form"
      noValidate
      sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}
      onSubmit={(event) => {
        event.preventDefault();
        take(event.currentTarget);
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          name={end}
          size="small"
          label={end === 'from' ? 'Từ ngày' : 'Đến ngày'}
          placeholder="dd/mm/yyyy"
          defaultValue={formatDate(period[end])}
          error={wrong[end] !== undefined}
          helperText={wrong[end]}
          sx={{ width: 140 }}
        />
      ))}
      <Button type="submit" variant="outlined">
        Xem
      </Button>
    </Box>
  );
}
