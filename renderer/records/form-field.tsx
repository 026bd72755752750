import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { isMany, type ChoiceField, type Field } from '../../shared/records/field.ts';
import { LinesField } from './lines-field.tsx';
import { ReferencePicker } from './reference-picker.tsx';
import { tidied, type TypedForm } from './typed.ts';
import { UnitPicker } from './unit-picker.tsx';
import { capital } from './value.ts';

const MOST_RADIOS = 3;

interface Props {
  readonly name: string;
  readonly field: Field;
  readonly form: UseFormReturn<TypedForm>;
  /** The day whose units are offered. */
  readonly unitDate?: string | undefined;
}

/** A text that may be longer than this wraps instead of running out of its field. */
const ONE_LINE = 500;

/** Longer words than these do not stand beside each other in half a line. */
const MOST_LETTERS = 14;

const hasRadios = (field: ChoiceField) =>
  field.required === true && Object.keys(field.options).length <= MOST_RADIOS;

/** Whether a field takes a whole line of the form. */
export function isWide(field: Field): boolean {
  if (field.type === 'choice')
    return hasRadios(field) && [field.label, ...Object.values(field.options)].join('').length > MOST_LETTERS;
  if (field.type === 'text') return field.max > 60;
  return field.type === 'unit' || field.type === 'reference' || isMany(field);
}

/** The input of a declared field, by its type; text stays uncontrolled and is read when the field is left. */
export function FormField({ name, field, form, unitDate }: Props) {
  const error = form.formState.errors[name]?.message;
  switch (field.type) {
    case 'unit':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <UnitPicker
              label={field.label}
              level={field.level === 'village' ? 'village' : 'commune'}
              value={typeof value === 'number' ? value : null}
              onChange={onChange}
              onBlur={onBlur}
              inputRef={ref}
              date={unitDate}
              required={field.required}
              error={error}
              help={field.help}
            />
          )}
        />
      );
    case 'reference':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <ReferencePicker
              label={field.label}
              kind={field.kind}
              value={typeof value === 'number' ? value : null}
              onChange={onChange}
              onBlur={onBlur}
              inputRef={ref}
              required={field.required}
              error={error}
              help={field.help}
            />
          )}
        />
      );
    case 'units':
    case 'references':
      return (
        <Controller
          name={name}
          control={form.control}
          render={({ field: { value, onChange, ref } }) => (
            <LinesField
              field={field}
              value={typeof value === 'string' ? value : ''}
              onChange={onChange}
              inputRef={ref}
              date={unitDate}
              error={error}
            />
          )}
        />
      );
    case 'choice':
      return hasRadios(field) ? (
        <RadioField name={name} field={field} form={form} error={error} />
      ) : (
        <SelectField name={name} field={field} form={form} error={error} />
      );
    case 'flag':
      return <FormControlLabel label={field.label} control={<Checkbox {...form.register(name)} />} />;
    default:
      return <TextInput name={name} field={field} form={form} error={error} />;
  }
}

interface InputProps<F extends Field> {
  readonly name: string;
  readonly field: F;
  readonly form: UseFormReturn<TypedForm>;
  readonly error: string | undefined;
}

const typedInDigits: ReadonlySet<Field['type']> = new Set(['integer', 'money', 'quantity', 'date', 'birth']);

function TextInput({ name, field, form, error }: InputProps<Field>) {
  const { ref, onBlur, ...registered } = form.register(name);
  const dated = field.type === 'date';
  const lines = field.type === 'text' && field.lines === true;
  const wraps = field.type === 'text' && !lines && field.max > ONE_LINE;
  const digits = typedInDigits.has(field.type);
  const hint = lines ? `${field.help ?? ''} Ctrl+Enter để lưu.`.trim() : field.help;
  return (
    <TextField
      {...registered}
      inputRef={ref}
      onBlur={(event) => {
        const tidy = tidied(name, field, event.target.value);
        if (tidy !== null) form.setValue(name, tidy);
        void onBlur(event);
      }}
      label={field.label}
      required={field.required ?? false}
      fullWidth
      multiline={lines || wraps}
      {...(lines ? { minRows: 3, maxRows: 10 } : wraps ? { minRows: 2, maxRows: 5 } : {})}
      placeholder={dated ? 'dd/mm/yyyy' : field.type === 'birth' ? '1978 hoặc 08/10/1990' : undefined}
      error={error !== undefined}
      helperText={error ?? hint}
      slotProps={{
        htmlInput: {
          inputMode: digits ? 'numeric' : 'text',
          spellCheck: false,
          ...(wraps ? { 'data-walk': '' } : {}),
        },
      }}
    />
  );
}

function RadioField({ name, field, form, error }: InputProps<ChoiceField>) {
  const id = useId();
  return (
    <Box role="radiogroup" aria-labelledby={id} aria-required aria-invalid={error !== undefined}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2.5,
          minHeight: 38,
          alignItems: 'center',
          whiteSpace: 'nowrap',
        }}
      >
        <Box component="span" id={id} sx={{ color: error ? 'error.main' : 'text.secondary' }}>
          {field.label} *
        </Box>
        {Object.entries(field.options).map(([value, word]) => (
          <Box
            key={value}
            component="label"
            sx={{ display: 'flex', gap: 2, alignItems: 'center', cursor: 'pointer' }}
          >
            <Box
              component="input"
              type="radio"
              value={value}
              {...form.register(name)}
              sx={{ width: 18, height: 18, m: 0, accentColor: 'var(--green)' }}
            />
            {capital(word)}
          </Box>
        ))}
      </Box>
      {error && <FormHelperText error>{error}</FormHelperText>}
    </Box>
  );
}

function SelectField({ name, field, form, error }: InputProps<ChoiceField>) {
  const { ref, ...registered } = form.register(name);
  return (
    <TextField
      {...registered}
      inputRef={ref}
      select
      fullWidth
      label={field.label}
      required={field.required ?? false}
      error={error !== undefined}
      helperText={error ?? field.help}
      slotProps={{ select: { native: true } }}
    >
      <option value="">—</option>
      {Object.entries(field.options).map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </TextField>
  );
}
