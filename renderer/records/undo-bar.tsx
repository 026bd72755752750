import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useKeys } from '../app/keys.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import type { Undo } from './use-undo.ts';

const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;

/** Says what was just done and offers to take it back, where it happened. */
export function UndoBar({ state }: { readonly state: Undo }) {
  const { last, failure } = state;
  const undo = () => void state.undo();
  // Registered only while there is something to undo: a condition of its own would be remembered as it was.
  useKeys(last?.undo ? [{ key: 'Ctrl+Z', label: 'Hoàn tác', run: undo, when: () => !isTyping() }] : []);
  if (!last && !failure) return null;
  return (
    <Box>
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
