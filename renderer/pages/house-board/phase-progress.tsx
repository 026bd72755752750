import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { daysBetween } from '../../../shared/vietnamese/dates.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { dateInWords } from '../../components/words.ts';
import { PhaseTable } from './phase-table.tsx';
import { ProgressChart } from './progress-chart.tsx';

type Phase = CallOutput<'houses.progress'>[number];

/** How a phase stands against its plan, in a sentence. */
function verdict({ planned, handed_over, completed_on, to, late }: Phase): string {
  if (completed_on !== null) {
    const days = daysBetween(completed_on, to);
    const how =
      days > 0
        ? `vượt tiến độ ${formatNumber(days)} ngày`
        : days === 0
          ? 'đúng hạn'
          : `chậm ${formatNumber(-days)} ngày`;
    return `Hoàn thành kế hoạch ngày ${dateInWords(completed_on)}, ${how}.`;
  }
  const rest = planned - handed_over;
  return `Còn ${formatNumber(rest)} nhà đến hạn ${dateInWords(to)}${late > 0 ? `; ${formatNumber(late)} nhà đã chậm` : ''}.`;
}

/** The phases in a table; then each against its plan: a sentence, and the houses handed over month by month. */
export function PhaseProgress({ phases }: { readonly phases: readonly Phase[] }) {
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 4 }}>
      {phases.length > 1 && <PhaseTable phases={phases} />}
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
            Kế hoạch {formatNumber(phase.planned)} nhà; đã phê duyệt {formatNumber(phase.approved)}; đã bàn
            giao <b>{formatNumber(phase.handed_over)}</b>, đạt {percent(phase.handed_over, phase.planned)}.{' '}
            {verdict(phase)}
          </Typography>
          <ProgressChart phase={phase} />
        </Box>
      ))}
    </Box>
  );
}
