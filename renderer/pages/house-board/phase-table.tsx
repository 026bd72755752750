import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { dateInWords } from '../../components/words.ts';

type Phase = CallOutput<'houses.progress'>[number];
type Counted = Pick<Phase, 'planned' | 'approved' | 'handed_over' | 'late'>;

const figures = { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' } as const;
const titles = ['Kế hoạch', 'Phê duyệt', 'Bàn giao', 'Đạt', 'Chậm', 'Hạn', 'Xong ngày'];

function Counts({ planned, approved, handed_over, late }: Counted) {
  const cells = [
    formatNumber(planned),
    formatNumber(approved),
    formatNumber(handed_over),
    percent(handed_over, planned),
    formatNumber(late),
  ];
  return cells.map((text, index) => (
    <TableCell key={titles[index]} sx={figures}>
      {text}
    </TableCell>
  ));
}

/** All phases below each other against their plans, and all of them together. */
export function PhaseTable({ phases }: { readonly phases: readonly Phase[] }) {
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
            <Counts {...phase} />
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
          <Counts {...all} />
          <TableCell />
          <TableCell />
        </TableRow>
      </TableBody>
    </Table>
  );
}
