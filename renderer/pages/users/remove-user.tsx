import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { TextInput } from '../../components/text-input.tsx';
import type { User } from './index.tsx';

interface Props {
  readonly user: User;
  readonly onRemoved: (recoveryKey: string | null) => void;
}

/** Takes the password away; whoever left with a copy of the file is kept out only by a new key. */
export function RemoveUser({ user, onRemoved }: Props) {
  const [asking, setAsking] = useState(false);
  const [changeKey, setChangeKey] = useState(true);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { password: '' } });
  const remove = handleSubmit(async ({ password }) => {
    setFailure(null);
    try {
      const { recovery_key } = await call('users.remove', {
        id: user.id,
        version: user.version,
        change_key: changeKey,
        password,
      });
      onRemoved(recovery_key);
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  if (!asking)
    return (
      <Box>
        <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
          Gỡ người dùng này
        </Button>
      </Box>
    );
  return (
    <ConfirmInline
      question={`Gỡ ${user.full_name}? Người này không đăng nhập được nữa; những gì đã nhập vẫn còn.`}
      confirm="Gỡ"
      danger
      busy={formState.isSubmitting}
      onConfirm={() => void remove()}
      onCancel={() => setAsking(false)}
    >
      <TextInput
        field={register('password', { required: 'Hãy nhập mật khẩu của bạn.' })}
        type="password"
        label="Mật khẩu của tôi"
        error={formState.errors.password?.message}
      />
      <Box>
        <FormControlLabel
          control={<Checkbox checked={changeKey} onChange={(_, checked) => setChangeKey(checked)} />}
          label="Đổi khóa dữ liệu"
        />
        <Typography variant="body2" color="textSecondary">
          Nên đổi nếu người này còn giữ bản sao của sổ. Sau đó có khóa khôi phục mới; mật khẩu của những người
          khác giữ nguyên.
        </Typography>
      </Box>
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
