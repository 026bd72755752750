import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Found } from './found.ts';

interface Props {
  readonly id: string;
  readonly found: readonly Found[];
  readonly active: number;
  readonly onOpen: (one: Found) => void;
}

/** The list under the search field. */
export function SearchResults({ id, found, active, onOpen }: Props) {
  return (
    <Box
      id={id}
      role="listbox"
      aria-label="Kết quả tìm"
      sx={{
        position: 'absolute',
        zIndex: 30,
        top: 38,
        left: -60,
        right: -60,
        maxHeight: 560,
        overflowY: 'auto',
        py: 1,
        bgcolor: 'background.paper',
        color: 'text.primary',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        boxShadow: '0 8px 24px rgba(0,0,0,.18)',
      }}
    >
      {found.length === 0 && (
        <Typography role="option" aria-selected={false} aria-disabled sx={{ px: 4, py: 2 }}>
          Không tìm thấy. Thử gõ ít chữ hơn, hoặc gõ không dấu.
        </Typography>
      )}
      {found.map((one, index) => (
        <Box
          key={one.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          // The field must not lose the focus before the click arrives.
          onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
          onClick={() => onOpen(one)}
          sx={{
            display: 'flex',
            alignItems: 'baseline',
            gap: 3,
            minHeight: 36,
            px: 4,
            py: 1.5,
            cursor: 'pointer',
            bgcolor: index === active ? 'soft' : undefined,
            '&:hover': { bgcolor: 'soft' },
          }}
        >
          <Typography noWrap sx={{ fontWeight: 500, flex: 'none', maxWidth: 240 }}>
            {one.name}
          </Typography>
          <Typography noWrap variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 0 }}>
            {one.detail}
          </Typography>
          <Typography variant="caption" color="textSecondary" sx={{ flex: 'none' }}>
            {one.what}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
