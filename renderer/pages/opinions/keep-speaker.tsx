import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { typedSpeaker } from '../forums/typed-speaker.ts';

interface Props {
  readonly opinion: ShownRecord;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Writes down, after the forum, who wants a written answer. No draft ever holds it. */
export function KeepSpeaker({ opinion: { id, version }, onDone, onCancel }: Props) {
  const name = useRef<HTMLInputElement>(null);
  const address = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    try {
      const speaker = typedSpeaker({ name, address });
      await call('opinions.keep_speaker', { id, version, speaker });
      onDone();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <ConfirmInline
      question="Ai cần trả lời bằng văn bản? Họ tên, địa chỉ được mã hóa bằng khóa riêng và xóa khi đã gửi."
      confirm="Ghi người cần trả lời"
      onConfirm={() => void save()}
      onCancel={onCancel}
    >
      <TextField
        label="Họ tên người nêu"
        required
        inputRef={name}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        label="Địa chỉ nhận văn bản"
        required
        inputRef={address}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
