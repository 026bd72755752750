import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { ReactNode } from 'react';
import type { UseFormRegister } from 'react-hook-form';
import { fieldLabels, type EntryField, type TypedForm } from '../../entry/fields.ts';
import type { Warning } from '../../entry/warnings.ts';
import { inputId } from './inputs.ts';

interface Props {
  readonly field: EntryField;
  readonly width: number | string;
  readonly register: UseFormRegister<TypedForm>;
  readonly error: string | undefined;
  readonly warnings: readonly Warning[];
  /** Not asked for on this form: passed over by Enter. */
  readonly dim?: boolean;
  /** The keys that answer the field, to its right. */
  readonly beside?: ReactNode;
}

const numeric: ReadonlySet<EntryField> = new Set(['form_number', 'birth', 'member_count', 'signed_on']);

/** One line of the form: label, field, what is wrong with it. The line's height never changes. */
export function EntryRow({ field, width, register, error, warnings, dim = false, beside }: Props) {
  const { ref, ...registered } = register(field);
  const id = inputId(field);
  const told = error ?? warnings.map(({ text }) => text).join(' ');
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '136px minmax(0, 1fr)',
        columnGap: 3,
        alignItems: 'start',
        minHeight: 58,
      }}
    >
      <Box
        component="label"
        htmlFor={id}
        sx={{
          lineHeight: '36px',
          fontWeight: dim ? 400 : 500,
          color: dim ? 'text.secondary' : 'text.primary',
        }}
      >
        {fieldLabels[field]}
      </Box>
      <Box>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
          <OutlinedInput
            {...registered}
            inputRef={ref}
            id={id}
            size="small"
            notched={false}
            error={Boolean(error)}
            sx={{
              width,
              '& input': { fontSize: 16, height: 20 },
              ...(dim && { bgcolor: 'background.default', '& input': { color: 'text.secondary' } }),
              ...(!error &&
                warnings.length > 0 && { '& fieldset': { borderColor: 'warning.main', borderWidth: 2 } }),
            }}
            slotProps={{
              input: {
                tabIndex: dim ? -1 : 0,
                readOnly: dim,
                inputMode: numeric.has(field) ? 'numeric' : 'text',
                autoComplete: 'off',
                spellCheck: false,
                'aria-describedby': `${id}-told`,
                'aria-invalid': Boolean(error),
              },
            }}
          />
          {beside}
        </Box>
        <Box
          id={`${id}-told`}
          aria-live="polite"
          title={told}
          sx={{
            height: 20,
            fontSize: 13,
            lineHeight: '19px',
            whiteSpace: 'nowrap',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            fontWeight: 500,
            color: error ? 'error.main' : 'warning.main',
          }}
        >
          {told}
        </Box>
      </Box>
    </Box>
  );
}
