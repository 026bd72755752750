import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useKeys } from '../app/keys.tsx';
import { returnFocus } from './enter-walk.ts';

interface Props {
  readonly title: string;
  /** One line under the title: what it is. */
  readonly detail?: ReactNode;
  readonly onClose: () => void;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A name may be as long as a whole text: it stands in full below. */
const twoLines = {
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
} as const;

/** What opens beside a list: a record's page or its form. The focus stays in the list; Esc closes the panel. */
export function SidePanel({ title, detail, onClose, width = 480, children }: Props) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => returnFocus(panel.current), []);
  useKeys([{ key: 'Escape', label: 'Đóng', run: onClose }]);
  return (
    <Box
      component="section"
      ref={panel}
      aria-labelledby={id}
      sx={{
        width,
        flex: 'none',
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        overflow: 'hidden',
      }}
    >
      <Box sx={{ display: 'flex', gap: 2, px: 4, py: 3, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" id={id} title={title} sx={twoLines}>
            {title}
          </Typography>
          {detail && (
            <Typography variant="body2" color="textSecondary">
              {detail}
            </Typography>
          )}
        </Box>
        <IconButton size="small" aria-label="Đóng (Esc)" onClick={onClose} sx={{ alignSelf: 'flex-start' }}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box
        tabIndex={0}
        data-panel
        sx={{
          // Inside, where the panel's own edge does not cut it off.
          outlineOffset: '-3px !important',
          flex: 1,
          minHeight: 0,
          overflowY: 'auto',
          px: 4,
          '--inset': (theme) => theme.spacing(3),
          py: 'var(--inset)',
          display: 'flex',
          flexDirection: 'column',
          gap: 4,
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
