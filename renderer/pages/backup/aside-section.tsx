import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { useCall, useJob } from '../../app/data.ts';
import { useMay } from '../../app/session.tsx';
import { onEvent } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { Section } from '../../components/section.tsx';
import { bytesInWords, momentInWords } from '../../components/words.ts';

type Told = CallOutput<'backup.aside'>;
type Aside = Told['found'][number];

function heldInWords({ files, bytes }: Told['held']): string {
  const holds = 'Khi bộ này còn, chương trình không dọn tệp đính kèm thừa';
  return files === 0
    ? `${holds} (hiện chưa có tệp thừa nào).`
    : `${holds}: hiện giữ ${formatNumber(files)} tệp, ${bytesInWords(bytes)}.`;
}

/** Damaged databases that a restore put aside: what they are, what they hold up, and how they go. Nothing where there is none. */
export function AsideSection() {
  const { value, failure, reload } = useCall('backup.aside', {});
  // A newer backup may have been made meanwhile: then it can go.
  useEffect(() => onEvent((event) => event.type === 'status_changed' && reload()), [reload]);
  if (failure) return <FailureNotice failure={failure} />;
  if (!value || value.found.length === 0) return null;
  return (
    <Section title="Dữ liệu hỏng đã cất riêng" detail={heldInWords(value.held)}>
      {value.found.map((aside) => (
        <AsideItem key={aside.name} aside={aside} onRemoved={reload} />
      ))}
    </Section>
  );
}

function AsideItem({ aside, onRemoved }: { readonly aside: Aside; readonly onRemoved: () => void }) {
  const { name, since, bytes, removable } = aside;
  const mayRemove = useMay('backup.restore');
  const [asking, setAsking] = useState(false);
  const job = useJob('backup.remove_aside');
  const when = momentInWords(since);
  const remove = async () => {
    if (!(await job.run({ name }))) return;
    setAsking(false);
    onRemoved();
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Typography>
        Cất lúc {when}, {bytesInWords(bytes)}: sổ không mở được, giữ nguyên khi khôi phục. Những gì nhập sau
        bản sao lưu đã dùng để khôi phục chỉ có thể còn ở đây; nếu cần, hãy nhờ người kỹ thuật lấy ra trước
        khi xóa.
      </Typography>
      {!removable && (
        <Typography color="textSecondary">
          Chưa xóa được: trên máy này chưa có bản sao lưu nào mới hơn. Bản tự động hằng ngày là đủ.
        </Typography>
      )}
      {removable && !mayRemove && (
        <Typography color="textSecondary">Quản trị xóa được bộ này khi không còn cần.</Typography>
      )}
      {removable && mayRemove && !asking && (
        <Box>
          <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
            Xóa bộ dữ liệu hỏng lúc {when}
          </Button>
        </Box>
      )}
      {asking && (
        <ConfirmInline
          question={`Xóa hẳn bộ dữ liệu hỏng lúc ${when}? Không lấy lại được nữa. Bản sao lưu mới nhất trên máy được kiểm tra toàn bộ trước khi xóa.`}
          confirm="Xóa hẳn"
          danger
          busy={job.running}
          onConfirm={() => void remove()}
          onCancel={() => setAsking(false)}
        />
      )}
      {job.running && <JobProgressBar progress={job.progress} onCancel={job.cancel} />}
      <FailureNotice failure={job.failure} />
    </Box>
  );
}
