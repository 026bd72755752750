import Link from '@mui/material/Link';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** Opens the list of records behind the figure. */
  readonly onOpen: () => void;
}

/** A figure in a line of text that opens the records behind it. */
export function FigureLink({ children, onOpen }: Props) {
  return (
    <Link
      component="button"
      type="button"
      underline="always"
      color="inherit"
      onClick={onOpen}
      sx={{ font: 'inherit', verticalAlign: 'baseline', textUnderlineOffset: '3px' }}
    >
      {children}
    </Link>
  );
}
