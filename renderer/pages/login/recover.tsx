import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { leastPassword, passwordHint, sameAs } from '../../components/account-rules.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { blameFields } from '../../components/form-failures.ts';
import { GateDress, GateSteps } from '../../components/gate-dress.tsx';
import { RecoveryKeyPanel } from '../../components/recovery-key-panel.tsx';
import { TextInput } from '../../components/text-input.tsx';

interface Props {
  readonly logins: readonly string[];
  readonly onBack: () => void;
  readonly onHold: (held: boolean) => void;
  readonly onDone: () => void;
}

const names = ['recovery_key', 'login', 'new_password', 'again'] as const;

/** A lost password: the key from the envelope, a new password, and the new key that replaces the used one. */
export default function RecoverPage({ logins, onBack, onHold, onDone }: Props) {
  const [newKey, setNewKey] = useState<string | null>(null);
  return (
    <GateDress
      side={
        <GateSteps steps={['Nhập khóa khôi phục', 'Ghi lại khóa mới']} current={newKey === null ? 0 : 1} />
      }
    >
      {newKey === null ? (
        <RecoverForm
          logins={logins}
          onBack={onBack}
          onRecover={async (input) => {
            // Held before the call: its event of a new session may come first.
            onHold(true);
            try {
              setNewKey((await call('office.recover', input)).recovery_key);
            } catch (error) {
              onHold(false);
              throw error;
            }
          }}
        />
      ) : (
        <>
          <Typography variant="h1" sx={{ mb: 3 }}>
            Mật khẩu mới đã dùng được. Đây là khóa khôi phục mới
          </Typography>
          <Typography sx={{ mb: 3 }}>
            Khi xác nhận xong ở dưới, khóa cũ không còn dùng được: lúc đó hãy hủy phiếu cũ.
          </Typography>
          <RecoveryKeyPanel recoveryKey={newKey} onConfirmed={onDone} />
        </>
      )}
    </GateDress>
  );
}

interface FormProps {
  readonly logins: readonly string[];
  readonly onBack: () => void;
  readonly onRecover: (input: { recovery_key: string; login: string; new_password: string }) => Promise<void>;
}

function RecoverForm({ logins, onBack, onRecover }: FormProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm({
    defaultValues: {
      recovery_key: '',
      login: logins.length === 1 ? (logins[0] ?? '') : '',
      new_password: '',
      again: '',
    },
  });
  const { register, handleSubmit, setError, getValues, formState } = form;
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ recovery_key, login, new_password }) => {
    setFailure(null);
    try {
      await onRecover({ recovery_key: recovery_key.trim(), login: login.trim(), new_password });
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
      sx={{ display: 'flex', flexDirection: 'column', gap: 5, maxWidth: 560 }}
    >
      <Box>
        <Typography variant="h1">Quên mật khẩu</Typography>
        <Typography color="textSecondary" sx={{ mt: 1 }}>
          Lấy phong bì có khóa khôi phục, gõ khóa và đặt mật khẩu mới. Sổ sách không thay đổi gì.
        </Typography>
      </Box>
      <TextInput
        field={register('recovery_key', {
          required: 'Hãy gõ khóa khôi phục.',
          minLength: { value: 10, message: 'Khóa chưa đủ.' },
        })}
        label="Khóa khôi phục"
        hint="Chữ hoa hay thường, có gạch hay không đều được."
        error={errors.recovery_key?.message}
        autoFocus
      />
      <TextInput
        field={register('login', { required: 'Hãy gõ tên đăng nhập.' })}
        label="Tên đăng nhập"
        error={errors.login?.message}
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
      <FailureNotice failure={failure} />
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button type="submit" variant="contained" disabled={isSubmitting}>
          {isSubmitting ? 'Đang mở sổ…' : 'Đặt mật khẩu mới'}
        </Button>
        <Button variant="outlined" onClick={onBack}>
          Trở lại đăng nhập
        </Button>
      </Box>
    </Box>
  );
}
