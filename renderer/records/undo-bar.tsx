import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { isTyping, useKeys } from '../app/keys.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { Undo } from './use-undo.ts';

/** Says what was just done and offers to take it back, where it happened. */
export function UndoBar({ state }: { readonly state: Undo }) {
  const { last, failure } = state;
  if (!last && !failure) return null;
  return (
    // At the very edge of what scrolls: in its inset half a line would show above.
    <Box sx={{ position: 'sticky', top: 'calc(-1 * var(--inset, 0px))', zIndex: 1 }}>
      <FailureNotice failure={failure} onClose={state.clear} />
      {last && (
        <Box
          role="status"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: 4,
            minHeight: 40,
            bgcolor: 'soft',
            borderRadius: 2,
          }}
        >
          <Typography sx={{ flex: 1 }}>{last.text}</Typography>
          {last.undo && <UndoKey key={last.number} run={() => void state.undo()} />}
          {last.undo && (
            <Button size="small" onClick={() => void state.undo()}>
              Hoàn tác (Ctrl+Z)
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}

/** Remounted for each thing done, so that of several places on a page the newest one has the key. */
function UndoKey({ run }: { readonly run: () => void }) {
  useKeys([{ key: 'Ctrl+Z', label: 'Hoàn tác', run, when: () => !isTyping() }]);
  return null;
}
