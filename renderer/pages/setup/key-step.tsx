import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RecoveryKeyPanel } from '../../components/recovery-key-panel.tsx';

interface Props {
  readonly recoveryKey: string;
  readonly onConfirmed: () => void;
}

/** Set-up's last page: the recovery key, once. */
export function KeyStep({ recoveryKey, onConfirmed }: Props) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <Typography variant="h1">Sổ đã lập xong. Hãy cất khóa khôi phục</Typography>
      <RecoveryKeyPanel recoveryKey={recoveryKey} onConfirmed={onConfirmed} />
    </Box>
  );
}
