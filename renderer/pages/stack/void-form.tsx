import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { BatchForm } from '../../../shared/api/batches.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';

interface Props {
  readonly row: BatchForm;
  readonly onVoided: () => void;
  readonly onCancel: () => void;
}

/** Asks for the reason and voids one form; it can be taken back. */
export function VoidForm({ row, onVoided, onCancel }: Props) {
  const reason = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirm = async () => {
    const why = reason.current?.value.trim() || 'nhập nhầm';
    try {
      if (row.repeat_id !== null)
        await call('pledges.void_repeat', { repeat_id: row.repeat_id, reason: why });
      else await call('pledges.void', { pledge_id: row.pledge_id, version: row.version, reason: why });
      onVoided();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <ConfirmInline
      danger
      question={`Hủy tờ số ${row.form_number} của ${row.head_name}?`}
      confirm="Hủy tờ này"
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <TextField sx={{ mt: 2 }} label="Lý do" defaultValue="nhập nhầm" inputRef={reason} />
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}

/** Takes a void back: the form is what it was. */
export async function unvoidForm(pledgeId: number): Promise<void> {
  const { version } = await call('records.get', { kind: 'pledge', id: pledgeId });
  await call('pledges.restore', { pledge_id: pledgeId, version, reason: 'hoàn tác' });
}
