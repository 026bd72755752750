import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { houseSteps } from '../../../shared/records/house-step.ts';
import { useMay } from '../../app/session.tsx';
import type { PaperAsked } from '../../paper/paper-view.tsx';

/** A paper that somebody wants to see. */
export interface PaperChoice {
  readonly title: string;
  readonly asked: PaperAsked;
}

interface Props {
  readonly id: number;
  /** The steps that were taken: each of these has minutes. */
  readonly taken: ReadonlySet<unknown>;
  readonly onPaper: (paper: PaperChoice) => void;
}

const stages = ['foundation', 'frame_walls', 'roof', 'accepted'] as const;

/** The minutes of a house: of each stage that was reached, of its acceptance, of its hand-over. */
export function HousePapers({ id, taken, onPaper }: Props) {
  const mayPrint = useMay('documents.make');
  const reached = stages.filter((stage) => taken.has(stage));
  const handedOver = taken.has('handed_over');
  if (!mayPrint || (reached.length === 0 && !handedOver)) return null;
  return (
    <Box component="section" aria-label="Biên bản">
      <Typography variant="h3" sx={{ mb: 1 }}>
        Biên bản
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {reached.map((stage) => (
          <Button
            key={stage}
            variant="outlined"
            size="small"
            onClick={() =>
              onPaper({
                title: `Biên bản ${stage === 'accepted' ? 'nghiệm thu nhà' : `giai đoạn ${houseSteps[stage]}`}`,
                asked: { job: 'acceptance.make', input: { house_id: id, stage } },
              })
            }
          >
            {stage === 'accepted' ? 'Nghiệm thu nhà' : `Giai đoạn ${houseSteps[stage]}`}
          </Button>
        ))}
        {handedOver && (
          <Button
            variant="outlined"
            size="small"
            onClick={() =>
              onPaper({
                title: 'Biên bản bàn giao',
                asked: { job: 'handover.make', input: { house_id: id } },
              })
            }
          >
            Bàn giao
          </Button>
        )}
      </Box>
    </Box>
  );
}
