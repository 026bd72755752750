import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { leastPassword, passwordHint, sameAs } from '../../components/account-rules.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';

/** The own password, with the old one as proof. */
export function OwnPasswordSection() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  const { register, handleSubmit, getValues, reset, formState } = useForm({
    defaultValues: { password: '', new_password: '', again: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ password, new_password }) => {
    setFailure(null);
    setDone(false);
    try {
      await call('office.change_password', { password, new_password });
      setDone(true);
      reset();
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  return (
    <Section title="Mật khẩu của tôi">
      <Box
        component="form"
        noValidate
        autoComplete="off"
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
      >
        <TextInput
          field={register('password', { required: 'Hãy nhập mật khẩu đang dùng.' })}
          type="password"
          label="Mật khẩu đang dùng"
          error={errors.password?.message}
        />
        <TextInput
          field={register('new_password', {
            required: 'Hãy đặt mật khẩu mới.',
            minLength: leastPassword,
          })}
          type="password"
          label="Mật khẩu mới"
          hint={passwordHint}
          error={errors.new_password?.message}
        />
        <TextInput
          field={register('again', {
            validate: sameAs(() => getValues('new_password')),
          })}
          type="password"
          label="Gõ lại mật khẩu mới"
          error={errors.again?.message}
        />
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
          <Button type="submit" variant="contained" disabled={isSubmitting}>
            Đổi mật khẩu
          </Button>
          <Typography role="status" color="primary">
            {done ? 'Đã đổi mật khẩu.' : ''}
          </Typography>
        </Box>
        <FailureNotice failure={failure} />
      </Box>
    </Section>
  );
}
