import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useJob } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';

/** Walks the whole chain and compares the records with it. */
export function ChainCheck() {
  const job = useJob('audit.verify');
  const [result, setResult] = useState<CallOutput<'audit.verify'> | null>(null);
  const check = async () => {
    setResult(null);
    setResult(await job.run({}));
  };
  if (job.running)
    return (
      <Box sx={{ width: 460 }}>
        <JobProgressBar progress={job.progress} onCancel={job.cancel} />
      </Box>
    );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, maxWidth: 640 }}>
      <FailureNotice failure={job.failure} onClose={job.clear} />
      {result && (
        <Typography
          role="status"
          color={result.broken.length === 0 ? 'primary' : 'error'}
          sx={{ fontWeight: 500 }}
        >
          {result.broken.length === 0
            ? `Khớp: ${formatNumber(result.rows)} dòng, ${formatNumber(result.records)} bản ghi.`
            : `Không khớp ở ${formatNumber(result.broken.length)} chỗ: ${result.broken.slice(0, 3).join('; ')}`}
        </Typography>
      )}
      <Button variant="outlined" onClick={() => void check()}>
        Kiểm tra nhật ký
      </Button>
    </Box>
  );
}
