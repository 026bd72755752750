import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useHalfTyped } from '../../records/half-typed.ts';
import { matchUnits } from '../../records/unit-match.ts';

type Commune = CallOutput<'houses.board'>['communes'][number];

interface Props {
  readonly communes: readonly Commune[];
  /** While true, none are there yet. */
  readonly loading: boolean;
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
}

/** What is left to do there: "12 nhà chưa bàn giao, 3 chậm". */
function leftInWords({ total, late, by_step }: Commune): string {
  const open = total - (by_step.handed_over ?? 0);
  if (open === 0) return 'đã bàn giao hết';
  return `${formatNumber(open)} nhà chưa bàn giao${late > 0 ? `, ${formatNumber(late)} chậm` : ''}`;
}

/**
 * Chooses among the communes that have houses, whatever the day: a house keeps the commune of its approval, also
 * where that one has gone into another since.
 */
export function CommunePicker({ communes, loading, value, onChange }: Props) {
  const options = communes.filter(({ total }) => total > 0).map((one) => ({ ...one, aliases: [] }));
  const chosen = options.find(({ commune_id }) => commune_id === value) ?? null;
  const [typed, setTyped] = useState('');
  const half = useHalfTyped(typed, chosen?.name ?? null);
  return (
    <Autocomplete
      options={options}
      value={chosen}
      onChange={(_event, commune) => onChange(commune?.commune_id ?? null)}
      onInputChange={(_event, text) => setTyped(text)}
      onKeyDown={half.onKeyDown}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ commune_id }) => commune_id}
      isOptionEqualToValue={(one, other) => one.commune_id === other.commune_id}
      filterOptions={(all, { inputValue }) => matchUnits(all, inputValue)}
      autoHighlight
      handleHomeEndKeys={false}
      loading={loading}
      loadingText="Đang đọc danh sách xã…"
      noOptionsText="Không có xã nào khớp hoặc xã chưa có nhà."
      clearText="Bỏ chọn"
      openText="Mở danh sách"
      closeText="Đóng danh sách"
      renderOption={({ key, ...option }, commune) => (
        <Box component="li" key={key} {...option} sx={{ display: 'flex', gap: 2, minHeight: 36 }}>
          <span>{commune.name}</span>
          <Typography component="span" variant="body2" color="textSecondary" sx={{ flex: 1 }} noWrap>
            {leftInWords(commune)}
          </Typography>
        </Box>
      )}
      renderInput={(input) => (
        <TextField
          {...input}
          label="Xã, thị trấn"
          required
          autoFocus
          error={half.error !== undefined}
          helperText={half.error}
        />
      )}
    />
  );
}
