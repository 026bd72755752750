import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { usePageParams } from '../../app/navigation.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { RecoveryKeyPanel } from '../../components/recovery-key-panel.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';

/** A new recovery key, when the envelope was opened or lost. */
export function NewKeySection() {
  const [key, setKey] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, reset, setFocus, formState } = useForm({ defaultValues: { password: '' } });
  const params = usePageParams();
  // The banner leads here, past what stands above.
  useEffect(() => {
    if (params['section'] === 'recovery_key') setFocus('password');
  }, [params, setFocus]);
  const submit = handleSubmit(async ({ password }) => {
    setFailure(null);
    setDone(false);
    try {
      setKey((await call('office.new_recovery_key', { password })).recovery_key);
      reset();
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  return (
    <Section
      title="Khóa khôi phục"
      detail="Làm khóa mới khi phong bì bị mở, bị mất, hoặc người giữ khóa chuyển đi. Khóa cũ hết tác dụng khi khóa mới được xác nhận là đã ghi ra giấy."
    >
      {key === null ? (
        <Box
          component="form"
          noValidate
          autoComplete="off"
          onSubmit={(event) => void submit(event)}
          sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
        >
          <TextInput
            field={register('password', { required: 'Hãy nhập mật khẩu của bạn.' })}
            type="password"
            label="Mật khẩu của tôi"
            error={formState.errors.password?.message}
          />
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
            <Button type="submit" variant="outlined" disabled={formState.isSubmitting}>
              Làm khóa khôi phục mới
            </Button>
            <Typography role="status" color="primary">
              {done ? 'Khóa mới đã được ghi lại; khóa cũ không dùng được nữa, hãy hủy phiếu cũ.' : ''}
            </Typography>
          </Box>
          <FailureNotice failure={failure} />
        </Box>
      ) : (
        <RecoveryKeyPanel
          recoveryKey={key}
          onConfirmed={() => {
            setKey(null);
            setDone(true);
          }}
        />
      )}
    </Section>
  );
}
