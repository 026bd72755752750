import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { usbState } from '../../app/usb-age.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { daysAgo, momentInWords } from '../../components/words.ts';
import { Card } from './card.tsx';
import { PlaceChoice } from './place-choice.tsx';
import type { BackupPlace } from './place.ts';
import { useDrives } from './use-drives.ts';

type Status = CallOutput<'backup.status'>;

interface Props {
  readonly last: Status['last_usb'] | undefined;
  readonly folder: Status['last_folder'] | undefined;
  readonly onMade: () => void;
}

const tones = { fresh: 'good', amber: 'late', red: 'wrong' } as const;

function stateOf(last: Props['last']): string {
  if (last === undefined) return '';
  if (last === null) return 'Chưa chép ra USB lần nào.';
  return `Lần cuối: ${momentInWords(last.made_at)} (${daysAgo(last.days)}), đã kiểm tra.`;
}

/** The stick: insert it, one button, progress, "đã kiểm tra". */
export function UsbCard({ last, folder, onMade }: Props) {
  const job = useJob('backup.make');
  const drives = useDrives();
  const [chosen, setChosen] = useState<BackupPlace | null>(null);
  const [made, setMade] = useState<CallOutput<'backup.make'> | null>(null);
  const only = drives.value?.filter((drive) => !drive.read_only)[0];
  const target = chosen ?? (only ? { folder: only.folder, shown: only.shown } : null);
  const make = async () => {
    if (target?.folder === undefined || job.running) return;
    setMade(null);
    const result = await job.run({ folder: target.folder });
    setMade(result);
    onMade();
  };
  useKeys([
    { key: 'F9', label: 'Sao lưu ngay', run: () => void make(), when: target !== null && !job.running },
  ]);
  return (
    <Card
      title="USB"
      state={stateOf(last)}
      tone={last === undefined ? 'plain' : tones[usbState(last?.days ?? null)]}
    >
      <PlaceChoice purpose="backup" chosen={target} onChoose={setChosen} />
      <Button
        variant="contained"
        size="large"
        disabled={target === null || job.running}
        onClick={() => void make()}
      >
        Sao lưu ngay
      </Button>
      {job.running && <JobProgressBar progress={job.progress} onCancel={job.cancel} />}
      {job.cancelled && (
        <Typography role="status">Đã dừng. Không có bản nào dở dang được giữ lại.</Typography>
      )}
      {made && <Made made={made} shown={target?.shown ?? ''} />}
      <FailureNotice failure={job.failure}>
        <Button variant="outlined" onClick={() => void make()}>
          Làm lại
        </Button>
      </FailureNotice>
      {folder && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 'auto', overflowWrap: 'anywhere' }}>
          Ra thư mục thường lần cuối: {momentInWords(folder.made_at)}, {folder.shown}. Bản trong thư mục không
          tính là bản USB.
        </Typography>
      )}
    </Card>
  );
}

/** What the backup found wrong with the attachments of this machine. */
function attachmentsInWords({ attachments }: CallOutput<'backup.make'>['manifest']): string[] {
  const { missing = 0, lost = 0 } = attachments ?? {};
  return [
    ...(lost > 0
      ? [
          `Trên máy này ${formatNumber(lost)} tệp đính kèm không còn hoặc đã hỏng; bản sao lưu còn giữ bản tốt.`,
        ]
      : []),
    ...(missing > 0
      ? [`${formatNumber(missing)} tệp đính kèm thiếu cả trên máy này lẫn trong bản sao lưu.`]
      : []),
  ];
}

function Made({ made, shown }: { readonly made: CallOutput<'backup.make'>; readonly shown: string }) {
  return (
    <Box role="status" sx={{ display: 'flex', gap: 2, p: 3, bgcolor: 'soft', borderRadius: 1.5 }}>
      <CheckCircleOutlined color="primary" />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>
          {made.usb ? 'Đã kiểm tra; hãy tháo thiết bị an toàn.' : 'Đã chép và kiểm tra xong.'}
        </Typography>
        <Typography variant="body2">
          {made.name} · {shown}
        </Typography>
        {attachmentsInWords(made.manifest).map((line) => (
          <Typography key={line} variant="body2" color="error">
            {line}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
