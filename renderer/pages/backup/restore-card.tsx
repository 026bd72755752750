import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useJob } from '../../app/data.ts';
import { useOffice } from '../../app/session.tsx';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { Card } from './card.tsx';
import { RestoreFlow } from './restore-flow.tsx';

interface Props {
  readonly canUndo: boolean;
  readonly restoring: boolean;
  readonly onRestoring: (restoring: boolean) => void;
  readonly onChanged: () => void;
}

/** The way back to an earlier state, and back again. */
export function RestoreCard({ canUndo, restoring, onRestoring, onChanged }: Props) {
  const { reload } = useOffice();
  const done = () => {
    onRestoring(false);
    onChanged();
    void reload();
  };
  return (
    <Card
      title="Khôi phục"
      state={canUndo ? 'Vừa khôi phục; còn hoàn tác được.' : 'Trở về một bản sao lưu trước đó.'}
      tone={canUndo ? 'late' : 'plain'}
    >
      {restoring ? (
        <>
          <RestoreFlow onDone={done} />
          <Box>
            <Button variant="outlined" onClick={() => onRestoring(false)}>
              Thôi, không khôi phục
            </Button>
          </Box>
        </>
      ) : (
        <>
          <Typography>
            Chọn bản, xem trước những gì sẽ đổi rồi mới quyết định. Dữ liệu hiện tại được giữ lại một bản.
          </Typography>
          <Box>
            <Button variant="outlined" onClick={() => onRestoring(true)}>
              Chọn bản để khôi phục
            </Button>
          </Box>
          {canUndo && <UndoRestore onDone={done} />}
        </>
      )}
    </Card>
  );
}

function UndoRestore({ onDone }: { readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const job = useJob('backup.undo_restore');
  const { register, handleSubmit, formState } = useForm({ defaultValues: { proof: '' } });
  const undo = handleSubmit(async ({ proof }) => {
    if (await job.run({ proof })) onDone();
  });
  if (!asking)
    return (
      <Box>
        <Button variant="outlined" onClick={() => setAsking(true)}>
          Hoàn tác lần khôi phục vừa rồi
        </Button>
      </Box>
    );
  return (
    <>
      <ConfirmInline
        question="Trở lại dữ liệu trước khi khôi phục?"
        confirm="Hoàn tác"
        busy={job.running}
        onConfirm={() => void undo()}
        onCancel={() => setAsking(false)}
      >
        <TextInput
          field={register('proof', { required: 'Cần mật khẩu quản trị hoặc khóa khôi phục.' })}
          type="password"
          label="Mật khẩu quản trị, hoặc khóa khôi phục"
          error={formState.errors.proof?.message}
        />
      </ConfirmInline>
      {job.running && <JobProgressBar progress={job.progress} />}
      <FailureNotice failure={job.failure} />
    </>
  );
}
