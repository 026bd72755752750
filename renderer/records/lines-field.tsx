import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState, type Ref } from 'react';
import type { ManyField } from '../../shared/records/field.ts';
import { linesText, readLines, sumOfLines, type Line } from '../../shared/records/lines.ts';
import { formatNumber, parseNumber } from '../../shared/vietnamese/numbers.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { today } from '../components/words.ts';
import { ReferencePicker } from './reference-picker.tsx';
import { useReferenceNames } from './reference-names.ts';
import { ManyUnitsPicker } from './many-units-picker.tsx';
import { useUnits } from './units.ts';

interface Props {
  readonly field: ManyField;
  /** The text of lines. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** The day whose units are offered. */
  readonly date?: IsoDate | undefined;
  readonly error?: string | undefined;
}

/** The names of the lines, by id. */
function useNames(field: ManyField, lines: readonly Line[], date: IsoDate): (id: number) => string {
  const { units } = useUnits(date);
  const ids = lines.map(({ id }) => id);
  const records = useReferenceNames(field.type === 'references' ? field.kind : null, ids);
  return (id) => {
    if (field.type === 'references') return records.get(id) ?? '…';
    const unit = units.find((one) => one.id === id);
    if (!unit) return `số ${id} (không còn vào ngày này)`;
    const commune = field.level === 'village' ? units.find((one) => one.id === unit.parent_id)?.name : '';
    return commune ? `${unit.name}, ${commune}` : unit.name;
  };
}

/**
 * Chooses many units or records one after the other by typing; where each has a number it is typed right behind.
 * Backspace in the empty search takes the last one off.
 */
export function LinesField({ field, value, onChange, inputRef, date = today(), error }: Props) {
  const lines = readLines(value);
  const nameOf = useNames(field, lines, date);
  const counts = field.type === 'units' ? field.counts : undefined;
  const box = useRef<HTMLDivElement>(null);
  const added = useRef<number | null>(null);
  const search = () => box.current?.querySelector<HTMLInputElement>('input[role="combobox"]');
  const toSearch = useRef(false);
  const set = (next: readonly Line[]) => onChange(linesText(next) ?? '');
  const add = (ids: readonly number[]) => {
    const fresh = ids.filter((id) => !lines.some((line) => line.id === id));
    if (fresh.length === 0) return;
    set([...lines, ...fresh.map((id) => ({ id, count: null }))]);
    // One village is followed by its number; a whole commune is counted in all.
    if (counts && fresh.length === 1) added.current = fresh[0] ?? null;
  };
  useEffect(() => {
    // Behind a village comes its number; the picker of records begins anew with each pick.
    const count = `input[name="count-${added.current ?? 0}"]`;
    if (added.current !== null) box.current?.querySelector<HTMLInputElement>(count)?.focus();
    else if (toSearch.current) search()?.focus();
    added.current = null;
    toSearch.current = false;
  }, [value]);
  const dropLast = () => lines.length > 0 && set(lines.slice(0, -1));
  return (
    <Box ref={box} role="group" aria-label={field.label}>
      {field.type === 'units' ? (
        <ManyUnitsPicker
          label={field.label}
          level={field.level}
          date={date}
          chosen={lines.map(({ id }) => id)}
          onAdd={add}
          onDropLast={dropLast}
          inputRef={inputRef}
          required={field.required ?? false}
          error={error !== undefined}
        />
      ) : (
        <ReferencePicker
          key={lines.length}
          label={field.label}
          kind={field.kind}
          value={null}
          except={lines.map(({ id }) => id)}
          onChange={(id) => {
            if (id === null) return;
            toSearch.current = true;
            add([id]);
          }}
          inputRef={inputRef}
          required={field.required ?? false}
          error={error}
        />
      )}
      {lines.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 2, p: 0, listStyle: 'none', maxHeight: 220, overflowY: 'auto' }}>
          {lines.map((line) => (
            <Box
              component="li"
              key={line.id}
              sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 36, px: 2 }}
            >
              <Typography sx={{ flex: 1 }} noWrap>
                {nameOf(line.id)}
              </Typography>
              {counts && (
                <CountInput
                  line={line}
                  label={`${counts.label}: ${nameOf(line.id)}`}
                  onCount={(count) => set(lines.map((one) => (one.id === line.id ? { ...one, count } : one)))}
                  onNext={() =>
                    box.current?.querySelector<HTMLInputElement>('input[role="combobox"]')?.focus()
                  }
                />
              )}
              <IconButton
                size="small"
                aria-label={`Bỏ ${nameOf(line.id)}`}
                onClick={() => set(lines.filter(({ id }) => id !== line.id))}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            </Box>
          ))}
        </Box>
      )}
      <FormHelperText error={error !== undefined}>
        {error ?? (lines.length > 0 && counts ? totalInWords(lines) : field.help)}
      </FormHelperText>
    </Box>
  );
}

const totalInWords = (lines: readonly Line[]) =>
  lines.some(({ count }) => count !== null)
    ? `${formatNumber(lines.length)} mục, cộng ${formatNumber(sumOfLines(lines))} người.`
    : `${formatNumber(lines.length)} mục.`;

interface CountProps {
  readonly line: Line;
  readonly label: string;
  readonly onCount: (count: number | null) => void;
  /** Enter: back to the search, for the next one. */
  readonly onNext: () => void;
}

function CountInput({ line, label, onCount, onNext }: CountProps) {
  const [wrong, setWrong] = useState(false);
  return (
    <TextField
      name={`count-${line.id}`}
      size="small"
      defaultValue={line.count ?? ''}
      error={wrong}
      onChange={(event) => {
        const typed = event.target.value.trim();
        const count = typed === '' ? null : parseNumber(typed);
        setWrong(typed !== '' && count === null);
        if (typed === '' || count !== null) onCount(count);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onNext();
      }}
      slotProps={{
        htmlInput: { 'aria-label': label, 'data-aside': '', inputMode: 'numeric', spellCheck: false },
      }}
      sx={{ width: 110 }}
    />
  );
}
