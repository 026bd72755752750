import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Attachment } from '../../../shared/api/attachments.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { photoStages } from '../../../shared/records/attachment.ts';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';

interface Props {
  readonly file: Attachment;
  readonly onChanged: () => void;
}

type Stage = NonNullable<Attachment['photo_stage']>;

/** Whether a house's photo shows the time before or after it was built. */
export function PhotoStage({ file, onChanged }: Props) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (chosen: string) => {
    const photo_stage = chosen === '' ? null : (chosen as Stage);
    try {
      await call('attachments.set_photo_stage', { id: file.id, version: file.version, photo_stage });
      onChanged();
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <>
      <TextField
        select
        label="Ảnh chụp"
        value={file.photo_stage ?? ''}
        onChange={(event) => void choose(event.target.value)}
        slotProps={{ select: { native: true } }}
        sx={{ mt: 3, width: 180 }}
      >
        <option value="">chưa rõ</option>
        {Object.entries(photoStages).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </TextField>
      <FailureNotice failure={failure} />
    </>
  );
}
