import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useRef, useState, type KeyboardEvent } from 'react';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { FigureLink } from '../../components/figure-link.tsx';
import { CommuneRow } from '../../components/commune-row.tsx';
import {
  totalShare,
  totalsOf,
  type Base,
  type CoverageCommune,
  type CoverageVillage,
} from './coverage-figures.ts';
import { VillageCell } from './village-cell.tsx';

interface Props {
  readonly communes: readonly CoverageCommune[];
  readonly base: Base;
  readonly chosen: CoverageVillage | null;
  readonly onOpen: (village: CoverageVillage) => void;
  /** Opens the signed forms of a commune. */
  readonly onSigned: (commune: CoverageCommune) => void;
}

/** The cell that an arrow key leads to: beside in the row, or the nearest one in the next commune. */
function cellTo(key: string, communes: readonly CoverageCommune[], here: number): number | undefined {
  const rows = communes
    .map(({ villages }) => villages.map(({ village_id }) => village_id))
    .filter((row) => row.length);
  const row = rows.findIndex((ids) => ids.includes(here));
  const column = rows[row]?.indexOf(here) ?? 0;
  switch (key) {
    case 'ArrowRight':
      return rows.flat()[rows.flat().indexOf(here) + 1];
    case 'ArrowLeft':
      return rows.flat()[rows.flat().indexOf(here) - 1];
    case 'ArrowDown':
      return rows[row + 1]?.[Math.min(column, (rows[row + 1]?.length ?? 1) - 1)];
    case 'ArrowUp':
      return rows[row - 1]?.[Math.min(column, (rows[row - 1]?.length ?? 1) - 1)];
    default:
      return undefined;
  }
}

/** One row a commune, one cell a village; arrow keys move, Enter opens the missing. */
export function CoverageTable({ communes, base, chosen, onOpen, onSigned }: Props) {
  const first = communes.find(({ villages }) => villages.length > 0)?.villages[0]?.village_id;
  const [focused, setFocused] = useState(first);
  const table = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const here = Number((event.target as HTMLElement).dataset['village'] ?? 0);
    const to = here ? cellTo(event.key, communes, here) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-village="${to}"]`)?.focus();
  };
  return (
    <Paper
      ref={table}
      variant="outlined"
      onKeyDown={onKeyDown}
      sx={{ flex: 1, minHeight: 0, minWidth: 0, overflow: 'auto' }}
    >
      {communes.map((commune) => {
        const totals = totalsOf(commune.villages);
        return (
          <CommuneRow
            key={commune.commune_id}
            name={commune.name}
            detail={
              <>
                {totals.signed === 0 ? (
                  '0 hộ'
                ) : (
                  <FigureLink onOpen={() => onSigned(commune)}>{formatNumber(totals.signed)} hộ</FigureLink>
                )}{' '}
                · {totalShare(totals, base)}
              </>
            }
          >
            {commune.villages.map((village) => (
              <VillageCell
                key={village.village_id}
                village={village}
                base={base}
                chosen={chosen?.village_id === village.village_id}
                tabbable={(focused ?? first) === village.village_id}
                onOpen={() => onOpen(village)}
                onFocus={() => setFocused(village.village_id)}
              />
            ))}
            {commune.villages.length === 0 && <Typography color="textSecondary">Chưa có bản nào.</Typography>}
          </CommuneRow>
        );
      })}
    </Paper>
  );
}
