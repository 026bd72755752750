import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { shareText, stepOf, stepWords, type Step } from '../coverage/coverage-figures.ts';
import { stepLook } from '../coverage/village-cell.tsx';
import { tileColumns, tilePlace, tileRows } from './tile-places.ts';

type Commune = CallOutput<'houses.board'>['communes'][number];

interface Props {
  readonly communes: readonly Commune[];
  readonly onOpen: (commune: Commune) => void;
}

/** Signed households there, finished houses here: the words of the marks. */
const words: Record<Step, string> = { ...stepWords, none: 'chưa bàn giao nhà nào', all: 'đã bàn giao hết' };

const finished = ({ by_step }: Commune): number => by_step.handed_over ?? 0;

/** The communes about where they lie, coloured by the share of houses handed over, with a mark that needs no colour. */
export function TileMap({ communes, onOpen }: Props) {
  const placed = communes.filter(({ name }) => tilePlace(name));
  const others = communes.filter(({ name }) => !tilePlace(name));
  return (
    <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0 }}>
      <Box
        role="group"
        aria-label="Các xã theo tỷ lệ bàn giao"
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: `repeat(${String(tileColumns)}, 168px)`,
          gridTemplateRows: placed.length > 0 ? `repeat(${String(tileRows)}, 72px)` : undefined,
          gridAutoRows: '72px',
        }}
      >
        {placed.map((commune) => {
          const place = tilePlace(commune.name);
          return (
            <Tile
              key={commune.commune_id}
              commune={commune}
              area={place ? `${String(place.row)} / ${String(place.column)}` : 'auto'}
              onOpen={() => onOpen(commune)}
            />
          );
        })}
        {others.map((commune, index) => (
          <Tile
            key={commune.commune_id}
            commune={commune}
            area={`${String((placed.length > 0 ? tileRows : 0) + 1 + Math.floor(index / tileColumns))} / ${String((index % tileColumns) + 1)}`}
            onOpen={() => onOpen(commune)}
          />
        ))}
      </Box>
    </Box>
  );
}

interface TileProps {
  readonly commune: Commune;
  readonly area: string;
  readonly onOpen: () => void;
}

function Tile({ commune, area, onOpen }: TileProps) {
  const done = finished(commune);
  const { name, total, late } = commune;
  const step = stepOf(done, total === 0 ? null : total);
  const look = stepLook[step];
  const share = total === 0 ? 'chưa có nhà' : shareText(done, total);
  const lateWords = late > 0 ? `, ${formatNumber(late)} nhà chậm` : '';
  return (
    <ButtonBase
      onClick={onOpen}
      aria-label={`${name}: ${share}, ${words[step]}; đã bàn giao ${String(done)} trên ${String(total)} nhà${lateWords}`}
      sx={{
        gridArea: area,
        px: 3,
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'center',
        textAlign: 'left',
        font: 'inherit',
        borderRadius: 1,
        border: late > 0 ? 2 : 1,
        borderColor: late > 0 ? 'warning.light' : 'divider',
        background: look.background,
        color: look.colour,
      }}
    >
      <Box sx={{ fontWeight: 600, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {name}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontVariantNumeric: 'tabular-nums' }}>
        <span>
          {formatNumber(done)}/{formatNumber(total)}
        </span>
        <span>{share}</span>
        <span aria-hidden>{look.mark}</span>
      </Box>
      {late > 0 && <Box sx={{ fontSize: 13 }}>chậm {formatNumber(late)}</Box>}
    </ButtonBase>
  );
}
