import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type Ref } from 'react';
import type { Unit } from '../../shared/api/units.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { useHalfTyped } from './half-typed.ts';
import { communesOf, matchUnits, unitInWords, villagesOf } from './unit-match.ts';
import { useUnits } from './units.ts';

interface Props {
  readonly label: string;
  readonly level: 'commune' | 'village';
  readonly date: IsoDate;
  /** Those already chosen are not offered again. */
  readonly chosen: readonly number[];
  readonly onAdd: (ids: readonly number[]) => void;
  readonly onDropLast: () => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly required: boolean;
  readonly error: boolean;
}

/** Adds units one by one by a part of their name; a commune where villages are asked for adds all of its. */
export function ManyUnitsPicker(props: Props) {
  const { level, date, chosen, onAdd } = props;
  const { units, failure, loading } = useUnits(date);
  const [typed, setTyped] = useState('');
  const half = useHalfTyped(typed, null);
  const communes = useMemo(() => new Map(communesOf(units).map((unit) => [unit.id, unit.name])), [units]);
  const left = (commune: Unit) => villagesOf(units, commune.id).filter(({ id }) => !chosen.includes(id));
  const options = useMemo(() => {
    const single = level === 'commune' ? communesOf(units) : villagesOf(units);
    const free = single.filter(({ id }) => !chosen.includes(id));
    const whole = communesOf(units).filter(({ id }) => free.some((unit) => unit.parent_id === id));
    return level === 'commune' ? free : [...free, ...whole];
  }, [units, level, chosen]);
  const isWhole = (unit: Unit) => level === 'village' && unit.level === 'commune';
  const detail = (unit: Unit) => {
    if (isWhole(unit)) return `cả xã: ${left(unit).length} bản, khối`;
    return level === 'village' ? communes.get(unit.parent_id ?? 0) : unit.type;
  };
  return (
    <Autocomplete
      options={options}
      value={null}
      inputValue={typed}
      onInputChange={(_event, text, reason) => setTyped(reason === 'input' ? text : '')}
      onChange={(_event, unit) => {
        if (unit) onAdd(isWhole(unit) ? left(unit).map(({ id }) => id) : [unit.id]);
        setTyped('');
      }}
      onKeyDown={half.onKeyDown}
      getOptionLabel={(unit) => (isWhole(unit) ? unitInWords(unit) : unit.name)}
      getOptionKey={(unit) => unit.id}
      filterOptions={(all, { inputValue }) => matchUnits(all, inputValue)}
      // An Enter on the closed list walks on to the next field, so the list opens by typing.
      openOnFocus={false}
      autoHighlight
      handleHomeEndKeys={false}
      loading={loading}
      loadingText="Đang tải…"
      noOptionsText="Không có địa bàn nào khớp."
      openText="Mở danh sách"
      closeText="Đóng danh sách"
      slotProps={{ listbox: { sx: { maxHeight: 320 } } }}
      renderOption={({ key, ...option }, unit) => (
        <Box component="li" key={key} {...option} sx={{ display: 'flex', gap: 2, minHeight: 36 }}>
          <span>{isWhole(unit) ? unitInWords(unit) : unit.name}</span>
          <Typography component="span" variant="body2" color="textSecondary" noWrap>
            {detail(unit)}
          </Typography>
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={props.label}
          required={props.required}
          inputRef={props.inputRef}
          error={props.error || failure !== null || half.error !== undefined}
          helperText={half.error ?? failure?.text}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && typed === '') props.onDropLast();
          }}
        />
      )}
    />
  );
}
