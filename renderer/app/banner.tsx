import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface Props {
  /** Set where it may come while somebody works. */
  readonly role?: 'status';
  readonly children: ReactNode;
}

/** What has to be known on every page: a line above it, with its way out at the end. */
export function Banner({ role, children }: Props) {
  return (
    <Box
      role={role}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 4,
        py: 1,
        bgcolor: 'warning.light',
        color: '#000',
      }}
    >
      {children}
    </Box>
  );
}
