import Box from '@mui/material/Box';
import { KeyCap } from '../../app/key-line.tsx';
import type { Choice } from '../../entry/choice.ts';

const markLegend = [
  ['1', 'đã ký (hoặc Enter)'],
  ['2', 'điểm chỉ'],
  ['3', 'đại diện'],
  ['0', 'chưa ký, rồi phím lý do'],
  ['ArrowUp', ''],
  ['ArrowDown', 'chọn hộ'],
] as const;

/** The keys of the roster; after "chưa ký", the keys of the reasons. */
export function KeyLegend({ reasons }: { readonly reasons: readonly Choice<unknown>[] | null }) {
  const shown = reasons ? reasons.map(({ digit, word }) => [digit, word] as const) : markLegend;
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 5,
        px: 3,
        py: 2,
        borderRadius: 1,
        fontWeight: 500,
        bgcolor: reasons ? 'var(--amber-soft)' : 'soft',
      }}
    >
      {reasons && <Box component="span">Lý do chưa ký:</Box>}
      {shown.map(([key, word]) => (
        <Box component="span" key={key} sx={{ display: 'inline-flex', gap: 1.5, alignItems: 'center' }}>
          <KeyCap name={key} /> {word}
        </Box>
      ))}
    </Box>
  );
}
