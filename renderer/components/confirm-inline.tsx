import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { useKeys } from '../app/keys.tsx';

interface Props {
  readonly question: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** Nothing can be lost by saying yes: the focus starts on it. Otherwise it starts on the first field, or on "Thôi". */
  readonly safe?: boolean;
  /** Fields that the answer needs, e.g. a reason. */
  readonly children?: ReactNode;
}

/** Asks once more on the spot, instead of a dialog: Enter in its fields confirms, Esc takes it back. */
export function ConfirmInline(props: Props) {
  const { question, confirm, onConfirm, onCancel, danger, busy, safe, children } = props;
  const form = useRef<HTMLFormElement>(null);
  useKeys([{ key: 'Escape', label: 'Thôi', run: onCancel }]);
  useEffect(() => {
    const first = safe ? '[type="submit"]' : 'input, textarea, [data-cancel]';
    form.current?.querySelector<HTMLElement>(first)?.focus();
  }, [safe]);
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm();
      }}
      sx={{
        p: 4,
        border: 1,
        borderColor: danger ? 'error.main' : 'primary.main',
        borderRadius: 2,
        bgcolor: 'background.paper',
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
      }}
    >
      <Typography sx={{ fontWeight: 500 }}>{question}</Typography>
      {children}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} disabled={busy}>
          {confirm}
        </Button>
        <Button data-cancel variant="outlined" onClick={onCancel}>
          Thôi
        </Button>
      </Box>
    </Box>
  );
}
