import Box from '@mui/material/Box';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { monthBars } from './month-bars.ts';

type Phase = CallOutput<'houses.progress'>[number];

const height = 120;
const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;

/** What was handed over by the end of each month, as bars against the plan's line; the table says the same. */
export function ProgressChart({ phase }: { readonly phase: Phase }) {
  const { months, planned } = phase;
  if (months.length === 0) return null;
  const bars = monthBars(months);
  const most = Math.max(planned, ...bars.map(({ sum }) => sum), 1);
  return (
    <Box sx={{ overflowX: 'auto', mt: 3 }} tabIndex={0} role="region" aria-label={`Biểu đồ ${phase.name}`}>
      <Box
        component="table"
        sx={{
          borderCollapse: 'collapse',
          textAlign: 'center',
          fontSize: 13,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        <tbody>
          <tr>
            <Box
              component="th"
              scope="row"
              sx={{ textAlign: 'left', pr: 3, fontWeight: 500, verticalAlign: 'top' }}
            >
              Lũy kế
              <br />
              kế hoạch {formatNumber(planned)}
            </Box>
            {bars.map(({ month, sum }) => (
              <Box component="td" key={month} sx={{ px: 1, verticalAlign: 'bottom', position: 'relative' }}>
                <Box sx={{ height, display: 'flex', alignItems: 'flex-end', justifyContent: 'center' }}>
                  <Box
                    aria-hidden
                    sx={{
                      position: 'absolute',
                      left: 0,
                      right: 0,
                      bottom: `${String(24 + (planned / most) * (height - 20))}px`,
                      borderTop: '2px dashed',
                      borderColor: 'warning.main',
                    }}
                  />
                  <Box
                    aria-hidden
                    sx={{
                      width: 40,
                      height: `${String((sum / most) * (height - 20))}px`,
                      bgcolor: sum >= planned ? 'primary.main' : 'primary.light',
                    }}
                  />
                </Box>
                <Box sx={{ fontWeight: 600, height: 24 }}>{formatNumber(sum)}</Box>
              </Box>
            ))}
          </tr>
          <tr>
            <Box component="th" scope="row" sx={{ textAlign: 'left', pr: 3, fontWeight: 500 }}>
              Trong tháng
            </Box>
            {bars.map(({ month, handed_over }) => (
              <td key={month}>{formatNumber(handed_over)}</td>
            ))}
          </tr>
          <tr>
            <Box component="th" scope="row" sx={{ textAlign: 'left', pr: 3, fontWeight: 500 }}>
              Tháng
            </Box>
            {bars.map(({ month }) => (
              <Box component="td" key={month} sx={{ px: 1 }}>
                {monthName(month)}
              </Box>
            ))}
          </tr>
        </tbody>
      </Box>
    </Box>
  );
}
