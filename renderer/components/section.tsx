import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly detail?: string;
  readonly children: ReactNode;
}

/** A framed part of a page with its own heading. */
export function Section({ title, detail, children }: Props) {
  return (
    <Card
      component="section"
      aria-label={title}
      sx={{ p: 5, display: 'flex', flexDirection: 'column', gap: 4, alignItems: 'stretch' }}
    >
      <div>
        <Typography variant="h2">{title}</Typography>
        {detail && <Typography color="textSecondary">{detail}</Typography>}
      </div>
      {children}
    </Card>
  );
}
