import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Change } from './changes.ts';
import { ChangeList } from './record-history.tsx';

interface Props {
  readonly changes: readonly Change[];
  readonly onTake: () => void;
}

/** Somebody changed the record meanwhile: says what, and takes the new state without losing what was typed. */
export function ConflictNotice({ changes, onTake }: Props) {
  return (
    <Alert severity="warning" role="alert">
      <Typography>Bản ghi này vừa được người khác sửa, nên chưa lưu. Những gì đã gõ vẫn còn.</Typography>
      {changes.length > 0 && <ChangeList changes={changes} />}
      <Button variant="outlined" color="inherit" sx={{ mt: 2 }} onClick={onTake}>
        Nạp bản mới, giữ những mục tôi đã sửa
      </Button>
    </Alert>
  );
}
