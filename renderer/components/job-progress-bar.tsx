import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { JobProgress } from '../client.ts';
import { remainingInWords } from './words.ts';

interface Props {
  readonly progress: JobProgress | null;
  /** Stands here until the first progress comes. */
  readonly waiting?: string;
  readonly onCancel?: () => void;
}

/** A long job: what it does now, how far it is, how long it will take, and the way out. */
export function JobProgressBar({ progress, waiting = 'Đang chuẩn bị…', onCancel }: Props) {
  const share = progress && progress.total > 0 ? Math.min(100, (progress.done / progress.total) * 100) : null;
  const step = progress?.step || waiting;
  return (
    <Box role="status" aria-live="polite" sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 4, mb: 1 }}>
          <Typography noWrap>{step}</Typography>
          <Typography sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {share !== null && `${Math.floor(share)}%`}
            {progress?.remaining_ms !== undefined && ` · ${remainingInWords(progress.remaining_ms)}`}
          </Typography>
        </Box>
        <LinearProgress
          aria-label={step}
          variant={share === null ? 'indeterminate' : 'determinate'}
          value={share ?? undefined}
          sx={{ height: 8, borderRadius: 4 }}
        />
      </Box>
      {onCancel && (
        <Button variant="outlined" onClick={onCancel}>
          Dừng lại
        </Button>
      )}
    </Box>
  );
}
