import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** One line under the title. */
  readonly detail?: ReactNode;
  /** Buttons at the right end. */
  readonly children?: ReactNode;
}

/** A page's heading, with its main actions at the right end. */
export function PageHeader({ title, detail, children }: Props) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, mb: 4, minHeight: 40 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h1">{title}</Typography>
        {detail && <Typography color="textSecondary">{detail}</Typography>}
      </Box>
      {children && <Box sx={{ display: 'flex', gap: 2, flex: 'none' }}>{children}</Box>}
    </Box>
  );
}
