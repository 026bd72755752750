import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { daysBetween } from '../../../shared/vietnamese/dates.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { FigureLink } from '../../components/figure-link.tsx';
import { dateInWords } from '../../components/words.ts';
import { HousesFigure, PhaseTable, type OpenHouses } from './phase-table.tsx';
import { ProgressChart } from './progress-chart.tsx';

type Phase = CallOutput<'houses.progress'>[number];

/** How a phase stands against its plan, in a sentence; who is late and the full stop stand behind it. */
function verdict({ planned, handed_over, completed_on, to }: Phase): string {
  if (completed_on !== null) {
    const days = daysBetween(completed_on, to);
    const how =
      days > 0
        ? `vượt tiến độ ${formatNumber(days)} ngày`
        : days === 0
          ? 'đúng hạn'
          : `chậm ${formatNumber(-days)} ngày`;
    return `Hoàn thành kế hoạch ngày ${dateInWords(completed_on)}, ${how}`;
  }
  const rest = planned - handed_over;
  return `Còn ${formatNumber(rest)} nhà đến hạn ${dateInWords(to)}`;
}

interface Props {
  readonly phases: readonly Phase[];
  readonly onOpen: OpenHouses;
}

/** The phases in a table; then each against its plan: a sentence, and the houses handed over month by month. */
export function PhaseProgress({ phases, onOpen }: Props) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 4 }}>
      {phases.length > 1 && <PhaseTable phases={phases} onOpen={onOpen} />}
      {phases.map((phase) => (
        <Box
          component="section"
          key={phase.phase_id}
          aria-label={`${phase.program}: ${phase.name}`}
          sx={{ p: 4, border: 1, borderColor: 'divider', borderRadius: 2, bgcolor: 'background.paper' }}
        >
          <Box sx={{ display: 'flex', gap: 6, alignItems: 'baseline', flexWrap: 'wrap' }}>
            <Typography variant="h2">{phase.name}</Typography>
            <Typography color="textSecondary">{phase.program}</Typography>
          </Box>
          <Typography sx={{ mt: 1, fontVariantNumeric: 'tabular-nums' }}>
            Kế hoạch {formatNumber(phase.planned)} nhà; đã phê duyệt{' '}
            <HousesFigure count={phase.approved} onOpen={() => onOpen(phase, {})} />; đã bàn giao{' '}
            <b>
              <HousesFigure count={phase.handed_over} onOpen={() => onOpen(phase, { step: 'handed_over' })} />
            </b>
            , đạt {percent(phase.handed_over, phase.planned)}. {verdict(phase)}
            {phase.late > 0 && (
              <>
                ;{' '}
                <FigureLink onOpen={() => onOpen(phase, { late: 1 })}>
                  {formatNumber(phase.late)} nhà đã chậm
                </FigureLink>
              </>
            )}
            .
          </Typography>
          <ProgressChart phase={phase} />
        </Box>
      ))}
    </Box>
  );
}
