import Paper from '@mui/material/Paper';
import type { ReactNode, Ref } from 'react';

interface Props {
  /** Takes the focus after a save, so that Ctrl+Z takes back what was saved and no letters of a field. */
  readonly ref: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** The part of a page beside its list that says what was done last and holds the form; it scrolls by itself. */
export function WorkPanel({ ref, children }: Props) {
  return (
    <Paper
      ref={ref}
      variant="outlined"
      tabIndex={0}
      data-panel
      sx={{
        // Inside, where the page's own edge does not cut it off.
        outlineOffset: '-3px !important',
        minHeight: 0,
        overflowY: 'auto',
        px: 4,
        '--inset': (theme) => theme.spacing(4),
        py: 'var(--inset)',
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
      }}
    >
      {children}
    </Paper>
  );
}
