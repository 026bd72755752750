import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import type { Role } from '../../../shared/rights.ts';
import { call } from '../../client.ts';
import { leastPassword, loginHint, loginPattern } from '../../components/account-rules.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { blameFields } from '../../components/form-failures.ts';
import { TextInput } from '../../components/text-input.tsx';
import { RoleField } from './role-field.tsx';

interface Props {
  readonly onCreated: (id: number) => void;
  readonly onCancel: () => void;
}

const names = ['full_name', 'login', 'password'] as const;

/** A person who gets a name and a first password. */
export function NewUser({ onCreated, onCancel }: Props) {
  const [role, setRole] = useState<Role>('clerk');
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { full_name: '', login: '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ full_name, login, password }) => {
    setFailure(null);
    try {
      const { id } = await call('users.create', { full_name, login: login.trim(), role, password });
      onCreated(id);
    } catch (error) {
      const failed = toFailure(error);
      if (!blameFields(failed, names, setError)) setFailure(failed);
    }
  });
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <TextInput
        field={register('full_name', { required: 'Cần nhập họ tên.' })}
        label="Họ và tên"
        error={errors.full_name?.message}
        autoFocus
      />
      <TextInput
        field={register('login', {
          required: 'Cần đặt tên đăng nhập.',
          pattern: loginPattern,
        })}
        label="Tên đăng nhập"
        hint={loginHint}
        error={errors.login?.message}
      />
      <RoleField value={role} onChange={setRole} />
      <TextInput
        field={register('password', {
          required: 'Cần đặt mật khẩu đầu tiên.',
          minLength: leastPassword,
        })}
        type="password"
        label="Mật khẩu đầu tiên"
        hint="Người đó tự đổi sau, ở trang Cài đặt"
        error={errors.password?.message}
      />
      <FailureNotice failure={failure} />
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button type="submit" variant="contained" disabled={isSubmitting}>
          Thêm
        </Button>
        <Button variant="outlined" onClick={onCancel}>
          Thôi
        </Button>
      </Box>
    </Box>
  );
}
