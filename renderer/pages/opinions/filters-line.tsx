import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { opinionAbout } from '../../../shared/records/opinion.ts';
import { useCall } from '../../app/data.ts';
import { callFilter, noFilter } from '../../records/filters.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { nameOf } from '../../records/value.ts';
import type { Topic } from '../forums/topic-picker.tsx';
import type { BoardFilter } from './board-filter.ts';

interface Props {
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
  readonly topics: readonly Topic[];
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | number | undefined;
  readonly options: readonly (readonly [string | number, string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { native: true } }}
      sx={{ width: 220 }}
    >
      <option value="">Tất cả</option>
      {options.map(([option, word]) => (
        <option key={option} value={option}>
          {word}
        </option>
      ))}
    </TextField>
  );
}

const number = (value: string) => (value === '' ? undefined : Number(value));

/** Narrows the board by whom it is about, by topic and by team. */
export function FiltersLine({ filter, onFilter, topics }: Props) {
  const teams = useCall('records.list', { kind: 'team', filter: callFilter(noFilter, {}), limit: 200 });
  return (
    <Box sx={{ display: 'flex', gap: 3, mb: 3, pt: 2 }}>
      <Choice
        label="Về cơ quan"
        value={filter.about}
        options={Object.entries(opinionAbout)}
        onChange={(value) =>
          onFilter({ ...filter, about: value === '' ? undefined : (value as keyof typeof opinionAbout) })
        }
      />
      <Choice
        label="Chủ đề"
        value={filter.topic_id}
        options={topics.map(({ id, name }) => [id, name])}
        onChange={(value) => onFilter({ ...filter, topic_id: number(value) })}
      />
      <Choice
        label="Đội phụ trách"
        value={filter.team_id}
        options={(teams.value?.rows ?? []).map((team) => [team.id, nameOf(kindOf('team'), team)])}
        onChange={(value) => onFilter({ ...filter, team_id: number(value) })}
      />
    </Box>
  );
}
