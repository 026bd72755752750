import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type Ref } from 'react';
import type { Unit } from '../../shared/api/units.ts';
import type { IsoDate } from '../../shared/vietnamese/dates.ts';
import { today } from '../components/words.ts';
import { useHalfTyped } from './half-typed.ts';
import { SampleMark } from './sample-mark.tsx';
import { communesOf, matchUnits, villagesOf } from './unit-match.ts';
import { useUnits } from './units.ts';

interface Props {
  readonly label: string;
  readonly level: 'commune' | 'village';
  readonly value: number | null;
  readonly onChange: (id: number | null, unit: Unit | null) => void;
  /** Only the villages of this commune; every village, with its commune, when left out. */
  readonly communeId?: number | null | undefined;
  /** The day whose units are offered; today when left out. */
  readonly date?: IsoDate | undefined;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly id?: string | undefined;
}

/**
 * Chooses a commune or a village by typing a part of its name, with or without diacritics. Enter takes the first
 * match while the list is open and passes through when it is closed, so that forms walk on by Enter.
 */
export function UnitPicker(props: Props) {
  const { label, level, value, onChange, communeId, date = today() } = props;
  const { units, failure, loading } = useUnits(date);
  const options = useMemo(
    () => (level === 'commune' ? communesOf(units) : villagesOf(units, communeId)),
    [units, level, communeId],
  );
  const communes = useMemo(() => new Map(communesOf(units).map((unit) => [unit.id, unit.name])), [units]);
  const withCommune = level === 'village' && (communeId === undefined || communeId === null);
  const chosen = options.find((unit) => unit.id === value) ?? null;
  const [typed, setTyped] = useState('');
  const half = useHalfTyped(typed, chosen?.name ?? null);
  return (
    <Autocomplete
      id={props.id}
      options={options}
      value={chosen}
      onChange={(_event, unit) => onChange(unit?.id ?? null, unit)}
      onInputChange={(_event, text) => setTyped(text)}
      onKeyDown={half.onKeyDown}
      onBlur={props.onBlur}
      getOptionLabel={(unit) => unit.name}
      getOptionKey={(unit) => unit.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      filterOptions={(all, { inputValue }) => matchUnits(all, inputValue)}
      autoHighlight
      handleHomeEndKeys={false}
      disabled={props.disabled ?? false}
      loading={loading}
      loadingText="Đang tải…"
      noOptionsText="Không có địa bàn nào khớp."
      clearText="Bỏ chọn"
      openText="Mở danh sách"
      closeText="Đóng danh sách"
      slotProps={{ listbox: { sx: { maxHeight: 320 } } }}
      renderOption={({ key, ...option }, unit) => (
        <Box component="li" key={key} {...option} sx={{ display: 'flex', gap: 2, minHeight: 36 }}>
          <span>{unit.name}</span>
          <Typography component="span" variant="body2" color="textSecondary" sx={{ flex: 1 }} noWrap>
            {withCommune ? communes.get(unit.parent_id ?? 0) : unit.type}
          </Typography>
          {unit.sample && <SampleMark />}
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label={label}
          required={props.required ?? false}
          autoFocus={props.autoFocus ?? false}
          inputRef={props.inputRef}
          error={Boolean(half.error ?? props.error ?? failure)}
          helperText={half.error ?? props.error ?? failure?.text ?? props.help}
        />
      )}
    />
  );
}

interface PairProps {
  readonly communeId: number | null;
  readonly villageId: number | null;
  readonly onChange: (place: { communeId: number | null; villageId: number | null }) => void;
  readonly date?: IsoDate | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Commune, then one of its villages; choosing another commune empties the village. */
export function CommuneVillagePicker({ communeId, villageId, onChange, date, autoFocus }: PairProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
      <UnitPicker
        label="Xã, thị trấn"
        level="commune"
        value={communeId}
        date={date}
        autoFocus={autoFocus}
        onChange={(id) => onChange({ communeId: id, villageId: null })}
      />
      <UnitPicker
        label="Bản, khối"
        level="village"
        communeId={communeId}
        value={villageId}
        date={date}
        onChange={(id, unit) => onChange({ communeId: unit?.parent_id ?? communeId, villageId: id })}
      />
    </Box>
  );
}
