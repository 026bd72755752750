import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useJob } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';

type Checked = CallOutput<'attachments.check'>;

const faultWords = { missing: 'thiếu tệp', damaged: 'tệp hỏng' } as const;

function Result({ files, faults }: Checked) {
  if (faults.length === 0)
    return (
      <Typography role="status" sx={{ p: 3, bgcolor: 'soft', borderRadius: 1.5 }}>
        Đã đọc {formatNumber(files)} tệp đính kèm: tất cả đều đủ và đúng.
      </Typography>
    );
  return (
    <Box role="alert">
      <Typography color="error">
        Có {formatNumber(faults.length)} tệp thiếu hoặc hỏng. Hãy khôi phục từ bản sao lưu còn những tệp này,
        hoặc hủy chúng rồi thêm lại từ giấy.
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 5, fontSize: 14, overflowWrap: 'anywhere' }}>
        {faults.map(({ fault, owner_kind, owner_id, file_name }, index) => (
          <li key={index}>
            {kindOf(owner_kind).label} số {owner_id}: {file_name} – {faultWords[fault]}
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** Reads every attached file on this machine, and says which are missing or damaged and whose they are. */
export function CheckFiles() {
  const job = useJob('attachments.check');
  const [checked, setChecked] = useState<Checked | null>(null);
  const run = async () => {
    setChecked(null);
    setChecked(await job.run({}));
  };
  return (
    <>
      <Box>
        <Button variant="outlined" disabled={job.running} onClick={() => void run()}>
          Đọc lại các tệp đính kèm
        </Button>
      </Box>
      {job.running && <JobProgressBar progress={job.progress} onCancel={job.cancel} />}
      {checked && <Result {...checked} />}
      <FailureNotice failure={job.failure} />
    </>
  );
}
