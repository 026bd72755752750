import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  /** What belongs here. */
  readonly text: string;
  /** Why it is empty or what the first step does. */
  readonly hint?: string;
  /** The button of the first step. */
  readonly children?: ReactNode;
}

/** A place with nothing in it yet: says what belongs here and offers the first step. */
export function EmptyState({ text, hint, children }: Props) {
  return (
    <Box sx={{ m: 'auto', py: 10, px: 4, maxWidth: 560, textAlign: 'center' }}>
      <Typography variant="h2" component="p">
        {text}
      </Typography>
      {hint && (
        <Typography color="textSecondary" sx={{ mt: 2 }}>
          {hint}
        </Typography>
      )}
      {children && <Box sx={{ mt: 5, display: 'flex', gap: 3, justifyContent: 'center' }}>{children}</Box>}
    </Box>
  );
}
