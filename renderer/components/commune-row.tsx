import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  /** Its figures in one line. */
  readonly detail: ReactNode;
  /** The cells of its villages. */
  readonly children: ReactNode;
}

/** One commune of a coverage view: its name and figures left, its villages beside each other. */
export function CommuneRow({ name, detail, children }: Props) {
  return (
    <Box
      component="section"
      aria-label={name}
      sx={{
        display: 'grid',
        gridTemplateColumns: '190px minmax(0, 1fr)',
        borderBottom: 1,
        borderColor: 'divider',
        px: 4,
        py: 2,
      }}
    >
      <Box>
        <Typography noWrap title={name} sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {detail}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{children}</Box>
    </Box>
  );
}
