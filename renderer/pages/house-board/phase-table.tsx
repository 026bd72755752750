import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CallOutput } from '../../../shared/api.ts';
import type { HouseStep } from '../../../shared/records/house-step.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { FigureLink } from '../../components/figure-link.tsx';
import { dateInWords } from '../../components/words.ts';

type Phase = CallOutput<'houses.progress'>[number];
type Counted = Pick<Phase, 'planned' | 'approved' | 'handed_over' | 'late'>;

const figures = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;
const titles = ['Kế hoạch', 'Phê duyệt', 'Bàn giao', 'Đạt', 'Chậm', 'Hạn', 'Xong ngày'];

/** Which houses of a phase stand behind a figure. */
export type Which = { readonly step?: HouseStep; readonly late?: 1 };
/** Null for the houses of all phases. */
export type OpenHouses = (phase: Phase | null, which: Which) => void;

interface FigureProps {
  readonly count: number;
  readonly onOpen: () => void;
}

/** A number of houses that opens them; none opens nothing. */
export function HousesFigure({ count, onOpen }: FigureProps) {
  return count === 0 ? '0' : <FigureLink onOpen={onOpen}>{formatNumber(count)}</FigureLink>;
}

interface CountsProps {
  readonly counted: Counted;
  readonly onOpen: (which: Which) => void;
}

function Counts({ counted: { planned, approved, handed_over, late }, onOpen }: CountsProps) {
  const linked = (count: number, which: Which) => <HousesFigure count={count} onOpen={() => onOpen(which)} />;
  const cells = [
    formatNumber(planned),
    linked(approved, {}),
    linked(handed_over, { step: 'handed_over' }),
    percent(handed_over, planned),
    linked(late, { late: 1 }),
  ];
  return cells.map((figure, index) => (
    <TableCell key={titles[index]} sx={figures}>
      {figure}
    </TableCell>
  ));
}

interface Props {
  readonly phases: readonly Phase[];
  readonly onOpen: OpenHouses;
}

/** All phases below each other against their plans, and all of them together; figures open their houses. */
export function PhaseTable({ phases, onOpen }: Props) {
  const sum = (of: keyof Counted) => phases.reduce((all, phase) => all + phase[of], 0);
  const all = {
    planned: sum('planned'),
    approved: sum('approved'),
    handed_over: sum('handed_over'),
    late: sum('late'),
  };
  return (
    <Table size="small" aria-label="Các giai đoạn so với kế hoạch" sx={{ bgcolor: 'background.paper' }}>
      <TableHead>
        <TableRow>
          <TableCell>Giai đoạn</TableCell>
          {titles.map((title) => (
            <TableCell key={title} sx={figures}>
              {title}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {phases.map((phase) => (
          <TableRow key={phase.phase_id}>
            <TableCell component="th" scope="row">
              {phase.name} – {phase.program}
            </TableCell>
            <Counts counted={phase} onOpen={(which) => onOpen(phase, which)} />
            <TableCell sx={figures}>{dateInWords(phase.to)}</TableCell>
            <TableCell sx={figures}>
              {phase.completed_on === null ? '–' : dateInWords(phase.completed_on)}
            </TableCell>
          </TableRow>
        ))}
        <TableRow sx={{ '& > *': { fontWeight: 600 } }}>
          <TableCell component="th" scope="row">
            Cộng
          </TableCell>
          <Counts counted={all} onOpen={(which) => onOpen(null, which)} />
          <TableCell />
          <TableCell />
        </TableRow>
      </TableBody>
    </Table>
  );
}
