import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';

interface Props {
  readonly record: ShownRecord;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Voids a form with a reason, or restores a voided one. */
export function PledgeStanding({ record, onDone, onCancel }: Props) {
  const reason = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const voided = record.voided_at !== null;
  const confirm = async () => {
    const why = reason.current?.value.trim() ?? '';
    if (why === '') {
      reason.current?.focus();
      return;
    }
    try {
      const name = voided ? 'pledges.restore' : 'pledges.void';
      await call(name, { pledge_id: record.id, version: record.version, reason: why });
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <ConfirmInline
      danger={!voided}
      question={voided ? 'Khôi phục tờ này?' : 'Hủy tờ này? Tờ vẫn nằm trong sổ và khôi phục được.'}
      confirm={voided ? 'Khôi phục' : 'Hủy tờ'}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <TextField label="Lý do" inputRef={reason} defaultValue={voided ? 'hủy nhầm' : 'nhập nhầm'} />
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
