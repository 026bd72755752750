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
  /** What may be done with the period that stands in the fields, instead of "Xem"; Enter does the first. */
  readonly actions?: readonly { readonly label: string; readonly run: (period: Period) => void }[];
}

/** A period by its two days; Enter takes it. Nothing is done with other days than those that stand there. */
export function PeriodForm({ period, onChange, actions = [] }: Props) {
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const take = (form: HTMLFormElement, action: string | undefined) => {
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
    actions[Number(action)]?.run({ from, to });
  };
  return (
    <Box
      component="form"
      noValidate
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}
      onSubmit={(event) => {
        event.preventDefault();
        const by = event.nativeEvent.submitter;
        take(event.currentTarget, by?.dataset['action']);
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
      {actions.length === 0 && (
        <Button type="submit" variant="outlined">
          Xem
        </Button>
      )}
      {actions.map(({ label }, index) => (
        <Button key={label} type="submit" variant="outlined" data-action={index}>
          {label}
        </Button>
      ))}
    </Box>
  );
}
