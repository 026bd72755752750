import Box from '@mui/material/Box';
import { shownKey, useActiveKeys, type KeyBinding } from './keys.tsx';

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

/** The bottom line: the keys that work right now, the page's own first; those without room are on F1, as its last key says. */
export function KeyLine() {
  const keys = useActiveKeys().filter((one) => !one.quiet);
  const help = keys.find(({ key }) => key === 'F1');
  return (
    <Box
      component="footer"
      className="no-print"
      aria-label="Các phím dùng được lúc này"
      sx={{
        gridArea: 'keys',
        display: 'flex',
        gap: 5,
        px: 4,
        lineHeight: '29px',
        whiteSpace: 'nowrap',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        fontSize: 13,
      }}
    >
      {/* A key that does not fit goes to the next line as a whole, and that line is out of sight. */}
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          height: 29,
          overflow: 'hidden',
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 5,
        }}
      >
        {keys
          .filter((one) => one !== help)
          .map((one) => (
            <NamedKey key={one.key} binding={one} />
          ))}
      </Box>
      {help && <NamedKey binding={help} />}
    </Box>
  );
}

function NamedKey({ binding: { key, label } }: { readonly binding: KeyBinding }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'center', height: 29 }}>
      <KeyCap name={key} />
      {label}
    </Box>
  );
}
