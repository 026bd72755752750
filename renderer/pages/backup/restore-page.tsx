import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { GateDress } from '../../components/gate-dress.tsx';
import { RestoreFlow } from './restore-flow.tsx';

interface Props {
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Restoring before anybody is logged in: on a bare computer, or when the database cannot be opened. */
export default function RestorePage({ onBack, onDone }: Props) {
  return (
    <GateDress>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 4 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          Khôi phục từ bản sao lưu
        </Typography>
        <Button variant="outlined" onClick={onBack}>
          Quay lại
        </Button>
      </Box>
      <RestoreFlow onDone={onDone} />
    </GateDress>
  );
}
