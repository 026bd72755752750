import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import Button from '@mui/material/Button';
import { useOffice } from '../../app/session.tsx';
import { BackupList } from './backup-list.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { thisMachine, type BackupPlace } from './place.ts';
import { RestorePreview } from './restore-preview.tsx';

type Restored = CallOutput<'backup.restore'>;

interface Props {
  readonly onDone: () => void;
  /** A backup on this machine that is looked at first. */
  readonly first?: string | undefined;
}

/** Restore step by step: where, which one, what would change and the proof, done. */
export function RestoreFlow({ onDone, first }: Props) {
  const [place, setPlace] = useState<BackupPlace | null>(first === undefined ? null : thisMachine);
  const [name, setName] = useState(first);
  const [restored, setRestored] = useState<Restored | null>(null);
  const { status } = useOffice();
  const [bare] = useState(status?.state === 'fresh');
  if (restored)
    return (
      <Box role="status" sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Typography variant="h2">Đã khôi phục xong</Typography>
        <Typography>
          {formatNumber(restored.households)} hộ, tất cả {formatNumber(restored.records)} bản ghi.
          {!bare &&
            ' Dữ liệu trước đó được giữ lại; nếu nhầm, vào trang Sao lưu để hoàn tác trước khi lưu gì mới.'}
        </Typography>
        {restored.lost_numbers.length > 0 && (
          <Alert severity="warning">
            Các phiếu dưới đây được lập sau bản sao này nên không còn trong sổ:{' '}
            {restored.lost_numbers.join('; ')}. Số của chúng sẽ được cấp lại: trước khi lập phiếu mới, hãy
            nhập lại từ liên lưu, theo đúng thứ tự số.
          </Alert>
        )}
        <Box>
          <Button variant="contained" autoFocus onClick={onDone}>
            Tiếp tục
          </Button>
        </Box>
      </Box>
    );
  if (place && name !== undefined)
    return (
      <RestorePreview place={place} name={name} onBack={() => setName(undefined)} onRestored={setRestored} />
    );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Typography>
        Chọn nơi có bản sao lưu. Xem trước được mọi thứ; chưa có gì thay đổi cho đến bước cuối.
      </Typography>
      <PlaceChoice purpose="restore" chosen={place} onChoose={setPlace} />
      {place && <BackupList place={place} action="Xem trước" onAction={(backup) => setName(backup.name)} />}
    </Box>
  );
}
