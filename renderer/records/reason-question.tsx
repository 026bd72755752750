import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { ConfirmInline } from '../components/confirm-inline.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { returnFocus } from './enter-walk.ts';

interface Props {
  readonly question: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** Throws a `FailureError` when it could not be done. */
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
  /** What is asked before the reason. */
  readonly children?: ReactNode;
}

/** Asks for the reason of a void, a restore or a reopening, on the spot. */
export function ReasonQuestion({ question, confirm, danger, onConfirm, onCancel, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => returnFocus(input.current), []);
  const go = async () => {
    const reason = input.current?.value.trim() ?? '';
    setMissing(reason === '');
    if (reason === '') return;
    setBusy(true);
    try {
      await onConfirm(reason);
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  return (
    <ConfirmInline
      question={question}
      confirm={confirm}
      danger={danger ?? false}
      busy={busy}
      onConfirm={() => void go()}
      onCancel={onCancel}
    >
      {children}
      <TextField
        label="Lý do"
        required
        inputRef={input}
        error={missing}
        helperText={missing ? 'Cần ghi lý do.' : undefined}
        slotProps={{ htmlInput: { maxLength: 500, spellCheck: false } }}
      />
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
