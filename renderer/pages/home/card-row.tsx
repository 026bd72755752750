import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

interface Props {
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A line of a card that opens something, as wide as the card. */
export function CardRow({ onOpen, children }: Props) {
  return (
    <ButtonBase
      onClick={onOpen}
      sx={{
        width: '100%',
        minHeight: 40,
        px: 5,
        py: 1,
        gap: 3,
        font: 'inherit',
        textAlign: 'left',
        outlineOffset: '-3px !important',
        '&:hover': { bgcolor: 'soft' },
      }}
    >
      {children}
    </ButtonBase>
  );
}
