import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FormEvent, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
  readonly busy?: boolean;
  readonly onBack: () => void;
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}

/** One page of the wizard: Enter goes on. */
export function StepFrame({ title, detail, next, busy, onBack, onSubmit, children }: Props) {
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={onSubmit}
      sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}
    >
      <Box>
        <Typography variant="h1">{title}</Typography>
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          {detail}
        </Typography>
      </Box>
      {children}
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button type="submit" variant="contained" disabled={busy}>
          {next}
        </Button>
        <Button variant="outlined" onClick={onBack} disabled={busy}>
          Quay lại
        </Button>
      </Box>
    </Box>
  );
}
