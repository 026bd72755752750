import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { driveInWords, thisMachine, type BackupPlace } from './place.ts';
import { useDrives } from './use-drives.ts';

interface Props {
  readonly purpose: 'backup' | 'restore';
  readonly chosen: BackupPlace | null;
  readonly onChoose: (place: BackupPlace) => void;
}

/** Sticks with their label and free space, a plain folder, and (for restoring) this machine. */
export function PlaceChoice({ purpose, chosen, onChoose }: Props) {
  const drives = useDrives();
  const [failure, setFailure] = useState<Failure | null>(null);
  const chooseFolder = async () => {
    setFailure(null);
    try {
      const folder = await call('desktop.choose_folder', { purpose });
      if (folder) onChoose(folder);
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const list = drives.value ?? [];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {list.length === 0 && (
        <Typography color="textSecondary" role="status">
          Chưa thấy USB nào. Cắm USB vào máy, chương trình tự nhận ra.
        </Typography>
      )}
      {list.map((drive) => (
        <Choice
          key={drive.shown}
          text={driveInWords(drive)}
          note={
            drive.read_only && purpose === 'backup'
              ? 'Chỉ đọc: hãy mở khóa ghi hoặc dùng USB khác'
              : undefined
          }
          chosen={chosen?.shown === drive.shown}
          disabled={drive.read_only && purpose === 'backup'}
          onClick={() => onChoose({ folder: drive.folder, shown: drive.shown })}
        />
      ))}
      {purpose === 'restore' && (
        <Choice
          text="Bản sao lưu trên máy này"
          chosen={chosen !== null && chosen.folder === undefined}
          onClick={() => onChoose(thisMachine)}
        />
      )}
      {chosen?.folder !== undefined && !list.some((drive) => drive.shown === chosen.shown) && (
        <Choice text={`Thư mục: ${chosen.shown}`} chosen onClick={() => onChoose(chosen)} />
      )}
      <Box>
        <Button variant="outlined" onClick={() => void chooseFolder()}>
          Chọn thư mục khác…
        </Button>
      </Box>
      <FailureNotice failure={failure ?? drives.failure} />
    </Box>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly note?: string | undefined;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Choice({ text, note, chosen, disabled = false, onClick }: ChoiceProps) {
  return (
    <ButtonBase
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onClick}
      sx={{
        minHeight: 44,
        px: 3,
        py: 1.5,
        display: 'block',
        textAlign: 'left',
        font: 'inherit',
        border: chosen ? 2 : 1,
        borderColor: chosen ? 'primary.main' : 'divider',
        borderRadius: 1.5,
        bgcolor: chosen ? 'soft' : 'background.paper',
        overflowWrap: 'anywhere',
        '&:disabled': { color: 'text.secondary' },
      }}
    >
      {text}
      {note && (
        <Typography variant="body2" color="error">
          {note}
        </Typography>
      )}
    </ButtonBase>
  );
}
