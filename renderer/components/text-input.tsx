import TextField from '@mui/material/TextField';
import type { SxProps, Theme } from '@mui/material/styles';
import type { UseFormRegisterReturn } from 'react-hook-form';

interface Props {
  /** What react-hook-form's `register` gives: the input stays uncontrolled, nothing touches it while typing. */
  readonly field: UseFormRegisterReturn;
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'password';
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly lines?: number;
  readonly numeric?: boolean;
  readonly sx?: SxProps<Theme>;
}

/** One line (or several) of typed text with its label, its hint and what is wrong with it. */
export function TextInput(props: Props) {
  const { ref, ...field } = props.field;
  const { label, error, hint, type = 'text', placeholder, autoFocus, lines, numeric, sx } = props;
  return (
    <TextField
      {...field}
      inputRef={ref}
      label={label}
      type={type}
      fullWidth
      error={error !== undefined}
      helperText={error ?? hint}
      placeholder={placeholder}
      autoFocus={autoFocus}
      multiline={lines !== undefined}
      minRows={lines}
      sx={sx}
      slotProps={{ htmlInput: { spellCheck: false, inputMode: numeric ? 'numeric' : undefined } }}
    />
  );
}
