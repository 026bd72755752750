import Box from '@mui/material/Box';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CallOutput } from '../../../shared/api.ts';
import { houseSteps, type HouseStep } from '../../../shared/records/house-step.ts';
import { stepsInOrder } from '../../../shared/records/house-flow.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { TableFrame } from '../../components/table-frame.tsx';
import { FigureLink } from '../../components/figure-link.tsx';
import { capital } from '../../records/value.ts';

type Commune = CallOutput<'houses.board'>['communes'][number];

interface Props {
  readonly communes: readonly Commune[];
  /** Null for the houses of all communes. */
  readonly onOpen: (commune: Commune | null, step?: HouseStep) => void;
  readonly onLate: (commune: Commune | null) => void;
}

const figures = { textAlign: 'right', px: 1.5, fontVariantNumeric: 'tabular-nums' } as const;

/** Communes and steps: how many houses stand where, how many are late; each figure opens its houses. */
export function BoardTable({ communes, onOpen, onLate }: Props) {
  const sum = (of: (commune: Commune) => number) => communes.reduce((all, commune) => all + of(commune), 0);
  return (
    <TableFrame label="Bảng tiến độ theo xã và bước">
      <TableHead>
        <TableRow>
          <TableCell>Xã, thị trấn</TableCell>
          {stepsInOrder.map((step) => (
            <TableCell key={step} sx={{ ...figures, lineHeight: 1.2, fontSize: 13 }}>
              {capital(houseSteps[step])}
            </TableCell>
          ))}
          <TableCell sx={figures}>Cộng</TableCell>
          <TableCell sx={figures}>Chậm</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {communes.map((commune) => (
          <TableRow key={commune.commune_id}>
            <TableCell component="th" scope="row" title={commune.group ?? undefined}>
              {commune.name}
            </TableCell>
            {stepsInOrder.map((step) => (
              <TableCell key={step} sx={figures}>
                <Figure count={commune.by_step[step] ?? 0} onOpen={() => onOpen(commune, step)} />
              </TableCell>
            ))}
            <TableCell sx={{ ...figures, fontWeight: 600 }}>
              <Figure count={commune.total} onOpen={() => onOpen(commune)} />
            </TableCell>
            <TableCell sx={{ ...figures, color: 'warning.main', fontWeight: 600 }}>
              <Figure count={commune.late} onOpen={() => onLate(commune)} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableBody>
        <TableRow sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.default' }}>
          <TableCell sx={{ fontWeight: 600 }}>Cộng</TableCell>
          {stepsInOrder.map((step) => (
            <TableCell key={step} sx={{ ...figures, fontWeight: 600 }}>
              <Figure count={sum(({ by_step }) => by_step[step] ?? 0)} onOpen={() => onOpen(null, step)} />
            </TableCell>
          ))}
          <TableCell sx={{ ...figures, fontWeight: 600 }}>
            <Figure count={sum(({ total }) => total)} onOpen={() => onOpen(null)} />
          </TableCell>
          <TableCell sx={{ ...figures, fontWeight: 600 }}>
            <Figure count={sum(({ late }) => late)} onOpen={() => onLate(null)} />
          </TableCell>
        </TableRow>
      </TableBody>
    </TableFrame>
  );
}

function Figure({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  return count === 0 ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      –
    </Box>
  ) : (
    <FigureLink onOpen={onOpen}>{formatNumber(count)}</FigureLink>
  );
}
