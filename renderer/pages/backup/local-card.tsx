import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useJob } from '../../app/data.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { momentInWords } from '../../components/words.ts';
import { CheckFiles } from '../../records/attachments/check-files.tsx';
import { BackupList } from './backup-list.tsx';
import { Card } from './card.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { folderOf, thisMachine, type BackupPlace, type ListedBackup } from './place.ts';

interface Props {
  readonly last: CallOutput<'backup.status'>['last_local'] | undefined;
}

function stateOf(last: Props['last']): string {
  if (last === undefined) return '';
  if (last === null) return 'Chưa có bản tự động; bản đầu tiên được làm trong ngày hôm nay.';
  return `Bản tự động gần nhất: ${momentInWords(last.made_at)}, ${formatNumber(last.records)} bản ghi.`;
}

/** The copies that the program makes by itself every day, and a look into any copy: does it really open? */
export function LocalCard({ last }: Props) {
  const [place, setPlace] = useState<BackupPlace>(thisMachine);
  const [other, setOther] = useState(false);
  const job = useJob('backup.verify');
  const [verified, setVerified] = useState<string | null>(null);
  const verify = async (backup: ListedBackup) => {
    setVerified(null);
    const result = await job.run({ ...folderOf(place), name: backup.name });
    if (result)
      setVerified(
        `Bản lúc ${momentInWords(backup.made_at)} dùng được: ${formatNumber(result.records)} bản ghi, nhật ký ${formatNumber(result.chain_length)} dòng khớp.`,
      );
  };
  return (
    <Card title="Máy này" state={stateOf(last)} tone={last ? 'good' : 'plain'}>
      <Typography>
        Mỗi ngày chương trình tự làm một bản trên máy này. Bản này cứu khi gõ nhầm, không cứu khi hỏng ổ cứng.
      </Typography>
      {other ? (
        <PlaceChoice purpose="restore" chosen={place} onChoose={setPlace} />
      ) : (
        <Box>
          <Button variant="outlined" onClick={() => setOther(true)}>
            Xem bản ở nơi khác
          </Button>
        </Box>
      )}
      <BackupList
        place={place}
        action="Kiểm tra"
        onAction={(backup) => void verify(backup)}
        disabled={job.running}
      />
      {job.running && <JobProgressBar progress={job.progress} onCancel={job.cancel} />}
      {verified && (
        <Typography role="status" sx={{ p: 3, bgcolor: 'soft', borderRadius: 1.5 }}>
          {verified}
        </Typography>
      )}
      <FailureNotice failure={job.failure} />
      <CheckFiles place={place} />
    </Card>
  );
}
