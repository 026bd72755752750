import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toFailure, type Failure, type FailureCode } from '../../../shared/failure.ts';
import { useOffice, type OfficeStatus } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { GateDress } from '../../components/gate-dress.tsx';
import { momentInWords } from '../../components/words.ts';
import { RestoreFlow } from '../backup/restore-flow.tsx';

const titles: Partial<Record<FailureCode, string>> = {
  damaged: 'Cơ sở dữ liệu bị hỏng',
  vanished: 'Không tìm thấy cơ sở dữ liệu',
  newer_program: 'Sổ này do chương trình mới hơn ghi',
  in_use: 'Sổ đang được mở ở nơi khác',
  disk_full: 'Ổ đĩa đã đầy',
  read_only: 'Không ghi được vào thư mục của sổ',
};

/** Where restoring is the way out; a database in use or of a newer program is whole and only needs the right hands. */
const curable: ReadonlySet<FailureCode> = new Set(['damaged', 'vanished', 'internal', 'process_gone']);

interface Props {
  /** Logging in is to be tried again, whatever this status says. */
  readonly onRetry: (status: OfficeStatus) => void;
}

/** The database cannot be opened: what happened, what is safe, and the ways on. */
export default function TroublePage({ onRetry }: Props) {
  const { status, reload } = useOffice();
  const [way, setWay] = useState<'choose' | 'newest' | 'other'>('choose');
  const [failure, setFailure] = useState<Failure | null>(null);
  const trouble = status?.trouble;
  const newest = status?.newest_backup;
  const retry = async () => {
    const now = await reload();
    if (now) onRetry(now);
  };
  const openFolder = async () => {
    setFailure(null);
    try {
      const chosen = await call('desktop.choose_folder', { purpose: 'database' });
      if (!chosen) return;
      await call('office.open_folder', { folder: chosen.folder });
      await reload();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const code = trouble?.code ?? 'internal';
  return (
    <GateDress>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
        <Typography variant="h1">{titles[code] ?? 'Chưa mở được cơ sở dữ liệu'}</Typography>
        <FailureNotice failure={trouble} />
        {status?.folder && (
          <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            Thư mục của sổ: {status.folder}
          </Typography>
        )}
        {way === 'choose' ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
            {newest && curable.has(code) && (
              <Button variant="contained" autoFocus onClick={() => setWay('newest')}>
                Khôi phục bản đã kiểm tra lúc {momentInWords(newest.made_at)}
              </Button>
            )}
            <Button
              variant={newest && curable.has(code) ? 'outlined' : 'contained'}
              onClick={() => void retry()}
            >
              Thử mở lại
            </Button>
            {curable.has(code) && (
              <Button variant="outlined" onClick={() => setWay('other')}>
                Khôi phục từ bản sao lưu khác
              </Button>
            )}
            <Button variant="outlined" onClick={() => void openFolder()}>
              Mở sổ ở thư mục khác
            </Button>
          </Box>
        ) : (
          <>
            <RestoreFlow
              first={way === 'newest' ? newest?.name : undefined}
              onDone={() => {
                setWay('choose');
                void reload();
              }}
            />
            <Box>
              <Button variant="outlined" onClick={() => setWay('choose')}>
                Quay lại
              </Button>
            </Box>
          </>
        )}
        <FailureNotice failure={failure} />
      </Box>
    </GateDress>
  );
}
