import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { parseDate } from '../../../shared/vietnamese/dates.ts';
import { useCall } from '../../app/data.ts';
import { useMay } from '../../app/session.tsx';
import { auditActions } from '../../../shared/audit-actions.ts';

export interface AuditFilter {
  readonly from?: string;
  readonly to?: string;
  readonly user_id?: number;
  readonly action?: string;
}

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** The filter with one entry set, or without it. */
function withEntry<K extends keyof AuditFilter>(
  filter: AuditFilter,
  key: K,
  value: AuditFilter[K] | undefined,
) {
  const others = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key)) as AuditFilter;
  return value === undefined ? others : { ...others, [key]: value };
}

/** The line of conditions above the trail. */
export function AuditFilters({ filter, onChange }: Props) {
  const mayKnowUsers = useMay('users.manage');
  const users = useCall('users.list', {}, { skip: !mayKnowUsers });
  const [round, setRound] = useState(0);
  return (
    <Box sx={{ display: 'flex', gap: 3, mb: 4, alignItems: 'flex-start' }}>
      <DayField
        key={`from${round}`}
        label="Từ ngày"
        onDay={(day) => onChange(withEntry(filter, 'from', day))}
      />
      <DayField key={`to${round}`} label="Đến ngày" onDay={(day) => onChange(withEntry(filter, 'to', day))} />
      <TextField
        select
        label="Việc"
        value={filter.action ?? ''}
        onChange={(event) => onChange(withEntry(filter, 'action', event.target.value || undefined))}
        slotProps={{ select: { displayEmpty: true } }}
        sx={{ width: 220 }}
      >
        <MenuItem value="">Mọi việc</MenuItem>
        {Object.entries(auditActions).map(([action, { label }]) => (
          <MenuItem key={action} value={action}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      {mayKnowUsers && (
        <TextField
          select
          label="Người dùng"
          value={filter.user_id ?? ''}
          onChange={(event) =>
            onChange(withEntry(filter, 'user_id', Number(event.target.value) || undefined))
          }
          slotProps={{ select: { displayEmpty: true } }}
          sx={{ width: 220 }}
        >
          <MenuItem value="">Mọi người</MenuItem>
          {(users.value ?? []).map((user) => (
            <MenuItem key={user.id} value={user.id}>
              {user.full_name}
            </MenuItem>
          ))}
        </TextField>
      )}
      {Object.keys(filter).length > 0 && (
        <Button
          onClick={() => {
            setRound(round + 1);
            onChange({});
          }}
        >
          Bỏ lọc
        </Button>
      )}
    </Box>
  );
}

interface DayProps {
  readonly label: string;
  readonly onDay: (day: string | undefined) => void;
}

function DayField({ label, onDay }: DayProps) {
  const [error, setError] = useState('');
  const read = (typed: string) => {
    if (typed.trim() === '') {
      setError('');
      return onDay(undefined);
    }
    const parsed = parseDate(typed);
    setError(parsed.ok ? '' : parsed.reason);
    if (parsed.ok) onDay(parsed.date);
  };
  return (
    <TextField
      label={label}
      placeholder="dd/mm/yyyy"
      error={error !== ''}
      helperText={error || undefined}
      onBlur={(event) => read(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') read((event.target as HTMLInputElement).value);
      }}
      sx={{ width: 150 }}
    />
  );
}
