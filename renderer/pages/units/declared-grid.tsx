import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Unit } from '../../../shared/api/units.ts';
import { toFailure } from '../../../shared/failure.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { villagesOf } from '../../records/unit-match.ts';
import { declaredOf, readCount } from './declared-sums.ts';
import { UnitColumn } from './unit-column.tsx';

interface Props {
  readonly communes: readonly Unit[];
  readonly units: readonly Unit[];
  readonly communeId: number | null;
  readonly onCommune: (id: number) => void;
  readonly year: number;
}

type Counts = ReadonlyMap<number, number>;
const mapOf = (rows: readonly { village_id: number; count: number }[] | undefined): Counts =>
  new Map((rows ?? []).map(({ village_id, count }) => [village_id, count]));

/** The household counts that a commune declares, village by village: typed downwards by Enter, saved as typed. */
export function DeclaredGrid({ communes, units, communeId, onCommune, year }: Props) {
  const now = useCall('units.declared', { year });
  const before = useCall('units.declared', { year: year - 1 });
  const [counts, setCounts] = useState<Counts>(new Map());
  const [read, setRead] = useState(now.value);
  if (read !== now.value) {
    setRead(now.value);
    setCounts(mapOf(now.value));
  }
  const grid = useRef<HTMLDivElement>(null);
  const last = mapOf(before.value);
  const villages = villagesOf(units, communeId ?? -1);
  const { total, missing } = declaredOf(villages, counts);
  // From what is shown now: several saves may be on their way at once.
  const keep = (village: number, count: number | null) =>
    setCounts((shown) => {
      const changed = new Map(shown);
      if (count === null) changed.delete(village);
      else changed.set(village, count);
      return changed;
    });
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
      <UnitColumn
        title="Xã, thị trấn"
        width={300}
        units={communes}
        selected={communeId}
        onSelect={onCommune}
        onEnter={() => grid.current?.querySelector('input')?.focus()}
        mark={(commune) => {
          const sum = declaredOf(villagesOf(units, commune.id), counts);
          return (
            <Typography
              component="span"
              variant="body2"
              color={sum.missing > 0 ? 'textSecondary' : 'textPrimary'}
            >
              {sum.total > 0 ? `${formatNumber(sum.total)} hộ` : 'chưa nhập'}
            </Typography>
          );
        }}
        empty="Không có xã nào trong ngày này."
      />
      <Box
        ref={grid}
        component="section"
        aria-label={`Số hộ kê khai năm ${year}`}
        sx={{
          flex: 1,
          minWidth: 0,
          minHeight: 0,
          display: 'flex',
          flexDirection: 'column',
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
          bgcolor: 'background.paper',
          overflow: 'hidden',
        }}
      >
        <FailureNotice failure={now.failure} />
        <Box sx={{ ...line, fontWeight: 600, fontSize: 14, borderBottom: 1, borderColor: 'divider' }}>
          <span>Bản, khối</span>
          <Box component="span" sx={{ textAlign: 'right' }}>
            Năm {year - 1}
          </Box>
          <span>Năm {year}</span>
        </Box>
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {now.value &&
            villages.map((village) => (
              <CountLine
                key={`${village.id} ${year}`}
                village={village}
                year={year}
                count={counts.get(village.id)}
                lastYear={last.get(village.id)}
                onSaved={(count) => keep(village.id, count)}
              />
            ))}
        </Box>
        <Box
          role="status"
          sx={{ ...line, fontWeight: 600, borderTop: 1, borderColor: 'divider', minHeight: 40 }}
        >
          <span>Cộng {formatNumber(villages.length)} bản, khối</span>
          <span />
          <span>
            {formatNumber(total)} hộ{missing > 0 && `, còn ${formatNumber(missing)} bản chưa nhập`}
          </span>
        </Box>
      </Box>
    </Box>
  );
}

const line = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 380px) 100px minmax(0, 1fr)',
  columnGap: '16px',
  alignItems: 'center',
  minHeight: 44,
  px: 4,
};

interface LineProps {
  readonly village: Unit;
  readonly year: number;
  readonly count: number | undefined;
  readonly lastYear: number | undefined;
  readonly onSaved: (count: number | null) => void;
}

function CountLine({ village, year, count, lastYear, onSaved }: LineProps) {
  const mayWrite = useMay('units.write');
  const [wrong, setWrong] = useState('');
  const saved = useRef<number | null>(count ?? null);
  const save = async (typed: string) => {
    const read = readCount(typed);
    setWrong(read.ok ? '' : read.reason);
    if (!read.ok || read.count === saved.current) return;
    try {
      await call('units.set_declared', { village_id: village.id, year, count: read.count });
      saved.current = read.count;
      onSaved(read.count);
    } catch (error) {
      setWrong(toFailure(error).text);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!down && !up) return;
    event.preventDefault();
    const all = [...(event.currentTarget.closest('section')?.querySelectorAll('input') ?? [])];
    const next = all[all.indexOf(event.currentTarget) + (down ? 1 : -1)];
    if (next) {
      next.focus();
      next.select();
    } else void save(event.currentTarget.value);
  };
  return (
    <Box sx={line}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{village.name}</Box>
      <Box sx={{ textAlign: 'right', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {lastYear === undefined ? '—' : formatNumber(lastYear)}
      </Box>
      <TextField
        defaultValue={count ?? ''}
        disabled={!mayWrite}
        error={wrong !== ''}
        helperText={wrong || undefined}
        onBlur={(event) => void save(event.target.value)}
        slotProps={{
          htmlInput: {
            'aria-label': `Số hộ của ${village.name} năm ${year}`,
            inputMode: 'numeric',
            maxLength: 6,
            onKeyDown,
          },
        }}
        sx={{ width: 120, '& p': { whiteSpace: 'nowrap' } }}
      />
    </Box>
  );
}
