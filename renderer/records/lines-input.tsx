import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import CloseIcon from '@mui/icons-material/Close';
import { useRef, useState, type InputHTMLAttributes, type KeyboardEvent, type ReactNode } from 'react';
import type { Field } from '../../shared/records/field.ts';
import { ReferencePicker } from './reference-picker.tsx';
import { tidied, type Fields, type Typed, type TypedForm } from './typed.ts';
import { isEmptyLine, linesAsText, typedLines } from './typed-lines.ts';

interface Props {
  /** Heading of the lines, as on paper. */
  readonly label: string;
  /** What a line is called: "hiện vật". */
  readonly one: string;
  /** The columns of a line in their order; Enter passes by its check boxes. */
  readonly fields: Fields;
  /** Widths of the columns, as the grid's tracks. */
  readonly tracks: string;
  /** The lines as text; see typed-lines.ts. */
  readonly value: Typed;
  readonly onChange: (text: string) => void;
  readonly error: string | undefined;
  /** What is said below: the sum of the lines. */
  readonly foot?: (lines: readonly TypedForm[]) => ReactNode;
  readonly children?: ReactNode;
}

interface Row {
  readonly key: number;
  readonly line: TypedForm;
}

let rowsSoFar = 0;
const rowOf = (line: TypedForm): Row => ({ key: (rowsSoFar += 1), line });
/** The lines of a field, and an empty one to go on with. */
const rowsFrom = (value: Typed): Row[] => [...typedLines(value).map(rowOf), rowOf({})];

/** A line: its number, its fields, and the way to drop it. */
const gridOf = (tracks: string) =>
  ({ display: 'grid', gridTemplateColumns: `24px ${tracks} 32px`, gap: 2, alignItems: 'center' }) as const;

const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.ctrlKey && !event.shiftKey && !event.nativeEvent.isComposing;

/**
 * Lines that are typed one below the other: Enter goes through a line and opens the next; Enter in an empty last line
 * goes on in the form. Inputs stay uncontrolled; what stands in them is kept as the field's text.
 */
export function LinesInput({ label, one, fields, tracks, value, onChange, error, foot, children }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() => rowsFrom(value));
  const [told, setTold] = useState(value);
  const element = useRef<HTMLDivElement>(null);
  // A draft or a team's list has put other lines here.
  if (told !== value) {
    setTold(value);
    setRows(rowsFrom(value));
  }
  const tell = (next: readonly Row[]) => {
    const text = linesAsText(next.map(({ line }) => line).filter((line) => !isEmptyLine(line)));
    setRows(next);
    setTold(text);
    onChange(text);
  };
  const change = (key: number, name: string, typed: Typed) =>
    tell(rows.map((row) => (row.key === key ? { ...row, line: { ...row.line, [name]: typed } } : row)));
  const addLine = () => {
    setRows([...rows, rowOf({})]);
    requestAnimationFrame(() => {
      const last = element.current?.querySelectorAll<HTMLElement>('[data-line]');
      last?.[last.length - 1]?.querySelector('input')?.focus();
    });
  };
  const names = Object.keys(fields).filter((name) => fields[name]?.type !== 'flag');
  const onEnter = (event: KeyboardEvent, row: Row, name: string) => {
    if (!isPlainEnter(event) || event.defaultPrevented || row !== rows.at(-1)) return;
    if (name === names.at(-1) && !isEmptyLine(row.line)) {
      event.preventDefault();
      addLine();
    } else if (name === names[0] && isEmptyLine(row.line) && rows.length > 1) {
      // The lines are done: on behind them, as from the last field of the last line.
      event.preventDefault();
      const form = (event.target as HTMLElement).closest('form');
      const inputs = [
        ...(form?.querySelectorAll<HTMLElement>('input, textarea:not([aria-hidden]), select') ?? []),
      ];
      const behind = inputs.find(
        (input) =>
          element.current !== null &&
          element.current.compareDocumentPosition(input) === Node.DOCUMENT_POSITION_FOLLOWING &&
          input.dataset['aside'] === undefined,
      );
      if (behind) behind.focus();
      else form?.requestSubmit();
    }
  };
  return (
    <Box ref={element} role="group" aria-label={label}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 3 }}>
        <Box component="h3" sx={{ m: 0, fontSize: 15, flex: 1 }}>
          {label}
        </Box>
        {children}
      </Box>
      {names.length < Object.keys(fields).length && (
        <Box aria-hidden sx={{ ...gridOf(tracks), mb: 2, fontSize: 12, lineHeight: 1.2 }}>
          <span />
          {Object.entries(fields).map(([name, field]) => (
            <Box key={name} sx={{ color: 'text.secondary', textAlign: 'center' }}>
              {field.type === 'flag' ? field.label : ''}
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        {rows.map((row, index) => (
          <Box key={row.key} data-line sx={gridOf(tracks)}>
            <Box sx={{ color: 'text.secondary', textAlign: 'right' }}>{index + 1}</Box>
            {Object.entries(fields).map(([name, field]) => (
              <Box
                key={name}
                onKeyDown={(event) => onEnter(event, row, name)}
                sx={{ minWidth: 0, textAlign: field.type === 'flag' ? 'center' : undefined }}
              >
                <LineField
                  name={name}
                  field={field}
                  typed={row.line[name] ?? null}
                  onChange={(typed) => change(row.key, name, typed)}
                />
              </Box>
            ))}
            <IconButton
              size="small"
              tabIndex={-1}
              aria-label={`Bỏ ${one} ${String(index + 1)}`}
              disabled={rows.length === 1}
              onClick={() => tell(rows.filter(({ key }) => key !== row.key))}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </Box>
        ))}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2 }}>
        <Button size="small" tabIndex={-1} onClick={addLine}>
          Thêm dòng
        </Button>
        {foot?.(rows.map(({ line }) => line))}
      </Box>
      {error !== undefined && <FormHelperText error>{error}</FormHelperText>}
    </Box>
  );
}

interface LineFieldProps {
  readonly name: string;
  readonly field: Field;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function LineField({ name, field, typed, onChange }: LineFieldProps) {
  if (field.type === 'reference')
    return (
      <ReferencePicker
        label={field.label}
        kind={field.kind}
        value={typeof typed === 'number' ? typed : null}
        onChange={onChange}
      />
    );
  if (field.type === 'choice')
    return (
      <TextField
        select
        label={field.label}
        fullWidth
        defaultValue={typeof typed === 'string' ? typed : ''}
        onChange={(event) => onChange(event.target.value)}
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
  if (field.type === 'flag')
    return (
      <Checkbox
        checked={typed === true}
        title={field.label}
        onChange={(event) => onChange(event.target.checked)}
        slotProps={{
          input: { 'aria-label': field.label, 'data-aside': '' } as InputHTMLAttributes<HTMLInputElement>,
        }}
      />
    );
  return (
    <TextField
      name={`line-${name}`}
      label={field.label}
      fullWidth
      defaultValue={typeof typed === 'string' ? typed : ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={(event) => {
        const tidy = tidied(name, field, event.target.value);
        if (tidy !== null) {
          event.target.value = tidy;
          onChange(tidy);
        }
      }}
      slotProps={{ htmlInput: { inputMode: field.type === 'text' ? 'text' : 'numeric', spellCheck: false } }}
    />
  );
}
