import Box from '@mui/material/Box';
import { shownKey, useActiveKeys } from './keys.tsx';

/** One key as it is drawn everywhere. */
export function KeyCap({ name }: { readonly name: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        px: 1.5,
        border: 1,
        borderColor: 'currentColor',
        borderRadius: 1,
        font: 'inherit',
        fontWeight: 600,
        fontSize: 13,
        lineHeight: '18px',
        display: 'inline-block',
        whiteSpace: 'nowrap',
      }}
    >
      {shownKey(name)}
    </Box>
  );
}

/** The bottom line: the keys that work right now, the page's own first. */
export function KeyLine() {
  const keys = useActiveKeys().filter((one) => !one.quiet);
  return (
    <Box
      component="footer"
      className="no-print"
      aria-label="Các phím dùng được lúc này"
      sx={{
        gridArea: 'keys',
        display: 'flex',
        alignItems: 'center',
        gap: 5,
        px: 4,
        overflow: 'hidden',
        whiteSpace: 'nowrap',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        fontSize: 13,
      }}
    >
      {keys.map((one) => (
        <Box component="span" key={one.key} sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'center' }}>
          <KeyCap name={one.key} />
          {one.label}
        </Box>
      ))}
    </Box>
  );
}
