import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useJob } from '../../app/data.ts';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';

interface Props {
  readonly onStart: () => void;
  readonly onRestore: () => void;
  readonly onDone: () => void;
}

/** The very first page: a new office, or records that are already somewhere. */
export function Welcome({ onStart, onRestore, onDone }: Props) {
  const sample = useJob('office.open_sample');
  const [failure, setFailure] = useState<Failure | null>(null);
  const openSample = async () => {
    if (await sample.run({})) onDone();
  };
  const openFolder = async () => {
    setFailure(null);
    try {
      const chosen = await call('desktop.choose_folder', { purpose: 'database' });
      if (!chosen) return;
      await call('office.open_folder', { folder: chosen.folder });
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      <Box>
        <Typography variant="h1">Máy này chưa có sổ sách</Typography>
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          Lập sổ mới mất chưa đến hai phút. Mọi dữ liệu nằm trên máy này, không gửi đi đâu.
        </Typography>
      </Box>
      <Card sx={{ p: 5, borderColor: 'primary.main', borderWidth: 2 }}>
        <Typography variant="h2">Lập sổ mới cho cơ quan</Typography>
        <Typography sx={{ mt: 1, mb: 4 }}>
          Chọn địa bàn, ghi tên cơ quan và người ký, đặt mật khẩu quản trị, cất khóa khôi phục.
        </Typography>
        <Button variant="contained" size="large" autoFocus onClick={onStart}>
          Bắt đầu
        </Button>
      </Card>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 4 }}>
        <Way
          title="Tập làm trước"
          text="Một năm sổ sách mẫu trong cơ sở dữ liệu riêng. Sửa, xóa, in thử thoải mái."
          action="Dữ liệu mẫu"
          disabled={sample.running}
          onClick={() => void openSample()}
        />
        <Way
          title="Chuyển từ máy khác"
          text="Có bản sao lưu trên USB hoặc trong thư mục, và mật khẩu hoặc khóa khôi phục của nó."
          action="Khôi phục từ bản sao lưu"
          disabled={sample.running}
          onClick={onRestore}
        />
        <Way
          title="Sổ đã có trên máy"
          text="Cơ sở dữ liệu Ba Yên nằm ở một thư mục khác của máy này."
          action="Mở thư mục khác"
          disabled={sample.running}
          onClick={() => void openFolder()}
        />
      </Box>
      {sample.running && (
        <JobProgressBar progress={sample.progress} waiting="Đang lập dữ liệu mẫu…" onCancel={sample.cancel} />
      )}
      <FailureNotice failure={failure ?? sample.failure} />
    </Box>
  );
}

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Way({ title, text, action, disabled, onClick }: WayProps) {
  return (
    <Card sx={{ p: 4, display: 'flex', flexDirection: 'column' }}>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 3, flex: 1 }}>
        {text}
      </Typography>
      <Button
        variant="outlined"
        disabled={disabled}
        onClick={onClick}
        sx={{ px: 2, whiteSpace: 'normal', lineHeight: 1.3 }}
      >
        {action}
      </Button>
    </Card>
  );
}
