import MuiCard from '@mui/material/Card';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** The last date and state in words. */
  readonly state: string;
  readonly tone?: 'good' | 'late' | 'wrong' | 'plain';
  readonly children: ReactNode;
}

const colours = {
  good: 'primary.main',
  late: 'warning.main',
  wrong: 'error.main',
  plain: 'text.primary',
} as const;

/** One of the three cards: what it is about, its state in words, what can be done. */
export function Card({ title, state, tone = 'plain', children }: Props) {
  return (
    <MuiCard
      component="section"
      aria-label={title}
      sx={{ p: 5, display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <Box sx={{ borderLeft: 4, borderColor: colours[tone], pl: 3 }}>
        <Typography variant="h2">{title}</Typography>
        <Typography sx={{ color: colours[tone], fontWeight: tone === 'plain' ? 400 : 500 }}>
          {state}
        </Typography>
      </Box>
      {children}
    </MuiCard>
  );
}
