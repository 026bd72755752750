import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';

interface Props {
  readonly failure: Failure | null | undefined;
  /** What the person can do next: a button or two. */
  readonly children?: ReactNode;
  readonly onClose?: () => void;
}

/** What happened, what is safe and what to do next, on the spot where it happened. Nothing without a failure. */
export function FailureNotice({ failure, children, onClose }: Props) {
  if (!failure) return null;
  const late =
    failure.code === 'removed' || failure.code === 'cancelled' || failure.code === 'clock_set_back';
  return (
    <Alert severity={late ? 'warning' : 'error'} role="alert" onClose={onClose} closeText="Đóng thông báo">
      <Typography>{failure.text}</Typography>
      {failure.safe && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {failure.safe}
        </Typography>
      )}
      {children && <Box sx={{ mt: 2, display: 'flex', gap: 2, flexWrap: 'wrap' }}>{children}</Box>}
    </Alert>
  );
}
