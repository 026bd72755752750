import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { houseSteps } from '../../../shared/records/house-step.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { dateInWords, momentInWords } from '../../components/words.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { capital } from '../../records/value.ts';

type Batch = CallOutput<'houses.batches'>[number];

interface Props {
  /** Rises with everything that changes houses. */
  readonly round: number;
  /** Takes a batch back; throws a `FailureError` when it could not be done. */
  readonly onUndo: (batch: string, reason: string) => Promise<void>;
}

const told = ({ step, step_on, houses, commune }: Batch) =>
  `${capital(houseSteps[step])} ${dateInWords(step_on)}: ${formatNumber(houses)} nhà, ${commune ?? 'nhiều xã'}`;

/** The newest goes of many houses, each with its way back: a wrong date is often found on another day. */
export function RecentBatches({ round, onUndo }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  const batches = useCall('houses.batches', {}, { deps: [round] });
  if (batches.failure) return <FailureNotice failure={batches.failure} />;
  if (!batches.value || batches.value.length === 0) return null;
  return (
    <Box component="section" aria-label="Các lần ghi gần đây">
      <Typography variant="h3">Các lần ghi gần đây</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {batches.value.map((one) => (
          <Box component="li" key={one.batch} sx={{ py: 1 }}>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {told(one)}
                <Typography variant="body2" color="textSecondary">
                  {one.by} ghi {momentInWords(one.done_at)}
                </Typography>
              </Box>
              <Button
                size="small"
                variant="outlined"
                aria-label={`Hoàn tác lần ghi: ${told(one)}`}
                onClick={() => setAsked(one.batch)}
              >
                Hoàn tác
              </Button>
            </Box>
            {asked === one.batch && (
              <ReasonQuestion
                question={`Hoàn tác bước “${houseSteps[one.step]}” của ${formatNumber(one.houses)} nhà?`}
                confirm="Hoàn tác lần ghi"
                onConfirm={async (reason) => {
                  await onUndo(one.batch, reason);
                  setAsked(null);
                }}
                onCancel={() => setAsked(null)}
              />
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
