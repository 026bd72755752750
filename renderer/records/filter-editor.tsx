import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import MenuList from '@mui/material/MenuList';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Field } from '../../shared/records/field.ts';
import { formatDate, parseDate } from '../../shared/vietnamese/dates.ts';
import { parseNumber } from '../../shared/vietnamese/numbers.ts';
import { withCondition, type Condition, type ListFilter } from './filters.ts';
import { ReferencePicker } from './reference-picker.tsx';
import { unitInWords } from './unit-match.ts';
import { UnitPicker } from './unit-picker.tsx';
import { useUnits } from './units.ts';
import { today } from '../components/words.ts';

interface Props {
  readonly name: string;
  readonly field: Field;
  readonly filter: ListFilter;
  /** Sets the filter; `close` when nothing more is to be chosen. */
  readonly onChange: (filter: ListFilter, close: boolean) => void;
}

/** What was typed into a field of a form, without the spaces around it. */
function typedIn(form: HTMLFormElement, name: string): string {
  const typed = new FormData(form).get(name);
  return typeof typed === 'string' ? typed.trim() : '';
}

/** What opens under a chip: the way to choose a field's condition, by the field's type. */
export function FilterEditor(props: Props) {
  const { name, field, filter, onChange } = props;
  const set = (condition: Condition | null, close = true) =>
    onChange(withCondition(filter, name, condition), close);
  switch (field.type) {
    case 'choice':
      return <Choices label={field.label} words={field.options} filter={filter} name={name} onPick={set} />;
    case 'flag':
      return (
        <Choices
          label={field.label}
          words={{ true: 'có', false: 'không' }}
          filter={filter}
          name={name}
          onPick={set}
          flag
        />
      );
    case 'unit':
    case 'units':
      return (
        <PlaceEditor {...props} level={field.level === 'village' ? 'village' : 'commune'} onPick={set} />
      );
    case 'reference':
      return (
        <Box sx={{ p: 4, width: 380 }}>
          <ReferencePicker
            label={field.label}
            kind={field.kind}
            value={numberOf(filter, name)}
            autoFocus
            onChange={(id, words) => set(id === null ? null : { value: id, name: words ?? '' })}
          />
        </Box>
      );
    case 'date':
    case 'moment':
      return <PeriodEditor {...props} />;
    case 'integer':
      return <NumberEditor {...props} onPick={set} />;
    default:
      return null;
  }
}

const numberOf = (filter: ListFilter, name: string): number | null => {
  const value = filter.equal[name]?.value;
  return typeof value === 'number' ? value : null;
};

interface ChoicesProps {
  readonly label: string;
  readonly words: Readonly<Record<string, string>>;
  readonly name: string;
  readonly filter: ListFilter;
  readonly onPick: (condition: Condition | null) => void;
  readonly flag?: boolean;
}

function Choices({ label, words, name, filter, onPick, flag }: ChoicesProps) {
  const chosen = filter.equal[name]?.value ?? null;
  const options = [[null, 'tất cả'] as const, ...Object.entries(words)];
  return (
    <MenuList autoFocusItem aria-label={label} sx={{ minWidth: 180 }}>
      {options.map(([value, word]) => (
        <MenuItem
          key={word}
          selected={value === null ? chosen === null : String(chosen) === value}
          onClick={() => onPick(value === null ? null : { value: flag ? value === 'true' : value })}
        >
          {word}
        </MenuItem>
      ))}
    </MenuList>
  );
}

function PlaceEditor({
  filter,
  name,
  level,
  onPick,
}: Props & { level: 'commune' | 'village'; onPick: (condition: Condition | null, close?: boolean) => void }) {
  const { units } = useUnits(today());
  const chosen = units.find((unit) => unit.id === filter.equal[name]?.value);
  const communeId = chosen?.level === 'commune' ? chosen.id : (chosen?.parent_id ?? null);
  return (
    <Box sx={{ p: 4, width: 380, display: 'flex', flexDirection: 'column', gap: 4 }}>
      <UnitPicker
        label="Xã, thị trấn"
        level="commune"
        autoFocus
        value={communeId}
        onChange={(id, unit) =>
          onPick(unit ? { value: id, name: unitInWords(unit) } : null, level === 'commune')
        }
      />
      {level === 'village' && (
        <UnitPicker
          label="Bản, khối"
          level="village"
          communeId={communeId}
          value={chosen?.level === 'village' ? chosen.id : null}
          help="Để trống là cả xã."
          onChange={(id, unit) => {
            const commune = units.find((one) => one.id === communeId);
            if (unit) onPick({ value: id, name: unitInWords(unit) });
            else onPick(commune ? { value: commune.id, name: unitInWords(commune) } : null, false);
          }}
        />
      )}
    </Box>
  );
}

function NumberEditor({
  filter,
  name,
  field,
  onPick,
}: Props & { onPick: (condition: Condition | null) => void }) {
  const [wrong, setWrong] = useState('');
  return (
    <Box
      component="form"
      sx={{ p: 4, display: 'flex', gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = typedIn(event.currentTarget, 'number');
        const value = parseNumber(typed);
        if (typed === '') onPick(null);
        else if (value === null) setWrong('Cần một số.');
        else onPick({ value });
      }}
    >
      <TextField
        name="number"
        label={field.label}
        autoFocus
        defaultValue={filter.equal[name]?.value ?? ''}
        error={wrong !== ''}
        helperText={wrong}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <Button type="submit" variant="contained">
        Lọc
      </Button>
    </Box>
  );
}

function PeriodEditor({ name, field, filter, onChange }: Props) {
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const now = filter.period[name] ?? {};
  const apply = (form: HTMLFormElement) => {
    const period: Record<string, string> = {};
    const faults: Record<string, string> = {};
    for (const end of ['from', 'to']) {
      const text = typedIn(form, end);
      if (text === '') continue;
      const read = parseDate(text);
      if (read.ok) period[end] = read.date;
      else faults[end] = read.reason;
    }
    setWrong(faults);
    if (Object.keys(faults).length === 0)
      onChange({ ...filter, period: { ...filter.period, [name]: period } }, true);
  };
  return (
    <Box
      component="form"
      aria-label={field.label}
      sx={{ p: 4, display: 'flex', gap: 2, width: 420 }}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          name={end}
          label={end === 'from' ? 'Từ ngày' : 'Đến ngày'}
          autoFocus={end === 'from'}
          placeholder="dd/mm/yyyy"
          defaultValue={now[end] ? formatDate(now[end]) : ''}
          error={wrong[end] !== undefined}
          helperText={wrong[end]}
        />
      ))}
      <Button type="submit" variant="contained">
        Lọc
      </Button>
    </Box>
  );
}
