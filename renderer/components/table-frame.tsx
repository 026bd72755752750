import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import type { ReactNode } from 'react';

interface Props {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A table that takes the rest of its page and scrolls in it, by keyboard as well; its header stays in view. */
export function TableFrame({ label, busy, children }: Props) {
  return (
    <Box
      aria-busy={busy}
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
      }}
    >
      <Table size="small" stickyHeader>
        {children}
      </Table>
    </Box>
  );
}
