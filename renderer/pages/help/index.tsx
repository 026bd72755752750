import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { KeyCap } from '../../app/key-line.tsx';
import { useActiveKeys } from '../../app/keys.tsx';
import { pageOf, type PageKey } from '../../app/pages.ts';
import { mainJob, pageHelp } from './texts.ts';

interface Props {
  readonly page: PageKey;
  readonly onClose: () => void;
}

/** F1: what this page is for, which keys work on it, and the main job from start to end. Esc closes it. */
export function HelpPanel({ page, onClose }: Props) {
  const keys = useActiveKeys();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <Box
      component="aside"
      ref={panel}
      tabIndex={-1}
      aria-label="Trợ giúp"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
      sx={{
        position: 'fixed',
        zIndex: 40,
        top: 48,
        right: 0,
        bottom: 30,
        width: 460,
        overflowY: 'auto',
        p: 5,
        bgcolor: 'background.paper',
        borderLeft: 1,
        borderColor: 'divider',
        boxShadow: '-8px 0 24px rgba(0,0,0,.12)',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="h1" component="h2" sx={{ flex: 1 }}>
          {pageOf(page).title}
        </Typography>
        <Button variant="outlined" onClick={onClose}>
          Đóng (Esc)
        </Button>
      </Box>
      {pageHelp[page].map((line) => (
        <Typography key={line} sx={{ mb: 2 }}>
          {line}
        </Typography>
      ))}
      <Typography variant="h2" component="h3" sx={{ mt: 4, mb: 2 }}>
        Các phím dùng được lúc này
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: '132px 1fr', rowGap: 2, '& dd': { m: 0 } }}
      >
        {keys.map((one) => (
          <Box key={one.key} sx={{ display: 'contents' }}>
            <dt>
              <KeyCap name={one.key} />
            </dt>
            <dd>{one.label}</dd>
          </Box>
        ))}
      </Box>
      <Typography variant="h2" component="h3" sx={{ mt: 5, mb: 2 }}>
        Việc chính, từ đầu đến cuối
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 6, '& li': { mb: 2 } }}>
        {mainJob.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </Box>
    </Box>
  );
}
