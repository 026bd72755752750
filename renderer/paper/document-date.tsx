import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { formatDate, parseDate } from '../../shared/vietnamese/dates.ts';

interface Props {
  /** ISO date. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** The day that a paper bears: agency, place and signer follow it. Enter takes it, or leaving the field. */
export function DocumentDate({ day, onDay }: Props) {
  const [wrong, setWrong] = useState('');
  const take = (input: HTMLInputElement) => {
    const read = parseDate(input.value);
    setWrong(read.ok ? '' : read.reason);
    if (!read.ok) return;
    input.value = formatDate(read.date);
    if (read.date !== day) onDay(read.date);
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const [input] = event.currentTarget.elements;
        if (input instanceof HTMLInputElement) take(input);
      }}
    >
      <TextField
        size="small"
        label="Ngày văn bản"
        placeholder="dd/mm/yyyy"
        defaultValue={formatDate(day)}
        error={wrong !== ''}
        helperText={wrong || undefined}
        onBlur={({ target }) => target instanceof HTMLInputElement && take(target)}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
        sx={{ width: 140 }}
      />
    </Box>
  );
}
