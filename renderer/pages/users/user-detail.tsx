import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useSession } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';
import type { User } from './index.tsx';
import { RemoveUser } from './remove-user.tsx';
import { RoleField } from './role-field.tsx';

interface Props {
  readonly user: User;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onRemoved: (recoveryKey: string | null) => void;
}

/** One person: name and role, a new password, removal. */
export function UserDetail({ user, onClose, onChanged, onRemoved }: Props) {
  const own = useSession().user_id === user.id;
  return (
    <Section title={user.full_name} detail={`Tên đăng nhập: ${user.login}`}>
      <NameAndRole user={user} onChanged={onChanged} onClose={onClose} />
      <SetPassword user={user} />
      {own ? (
        <Typography color="textSecondary">Đây là bạn: không tự gỡ mình được.</Typography>
      ) : (
        <RemoveUser user={user} onRemoved={onRemoved} />
      )}
    </Section>
  );
}

type PartProps = Pick<Props, 'user' | 'onChanged' | 'onClose'>;

function NameAndRole({ user, onChanged, onClose }: PartProps) {
  const [role, setRole] = useState(user.role);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { full_name: user.full_name } });
  const submit = handleSubmit(async ({ full_name }) => {
    setFailure(null);
    try {
      await call('users.change', { id: user.id, version: user.version, full_name, role });
      onChanged();
    } catch (error) {
      setFailure(toFailure(error));
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
        error={formState.errors.full_name?.message}
        autoFocus
      />
      <RoleField value={role} onChange={setRole} />
      <FailureNotice failure={failure} />
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button type="submit" variant="contained" disabled={formState.isSubmitting}>
          Lưu
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Đóng
        </Button>
      </Box>
    </Box>
  );
}

function SetPassword({ user }: { readonly user: User }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [done, setDone] = useState(false);
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { new_password: '' } });
  const submit = handleSubmit(async ({ new_password }) => {
    setFailure(null);
    setDone(false);
    try {
      await call('users.set_password', { id: user.id, new_password });
      setDone(true);
      reset();
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  return (
    <Box component="form" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
        <TextInput
          field={register('new_password', {
            required: 'Hãy đặt mật khẩu mới.',
            minLength: { value: 10, message: 'Cần ít nhất 10 ký tự.' },
          })}
          type="password"
          label="Đặt lại mật khẩu"
          hint={done ? 'Đã đặt mật khẩu mới.' : 'Khi người này quên mật khẩu'}
          error={formState.errors.new_password?.message}
        />
        <Button type="submit" variant="outlined" disabled={formState.isSubmitting}>
          Đặt lại
        </Button>
      </Box>
      <FailureNotice failure={failure} />
    </Box>
  );
}
