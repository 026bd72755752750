import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useForm } from 'react-hook-form';
import type { CallOutput } from '../../../shared/api.ts';
import { useOffice } from '../../app/session.tsx';
import { TextInput } from '../../components/text-input.tsx';

export interface Proof {
  readonly login?: string;
  readonly secret?: string;
  readonly proof_login?: string;
  readonly proof?: string;
}

interface Props {
  readonly preview: CallOutput<'backup.preview'>;
  readonly busy: boolean;
  readonly onBack: () => void;
  readonly onRestore: (proof: Proof) => void;
}

interface Typed {
  readonly login: string;
  readonly secret: string;
  readonly proof_login: string;
  readonly proof: string;
}

/** Leaves out what was not asked for. */
function filled(typed: Typed): Proof {
  return Object.fromEntries(Object.entries(typed).filter(([, value]: [string, string]) => value !== ''));
}

/** The secrets that a restore needs: one that opens the backup, one that proves the present administrator. */
export function RestoreProof({ preview, busy, onBack, onRestore }: Props) {
  const { status } = useOffice();
  const present = status?.state !== 'fresh' && status !== null;
  // What cannot be opened has nobody left to ask: the backup's own secret is the proof.
  const broken = status?.state === 'trouble';
  const asksBackup = !preview.same_key || broken;
  const asksPresent = present && !broken;
  const { register, handleSubmit, formState } = useForm<Typed>({
    defaultValues: {
      login: preview.logins.length === 1 ? (preview.logins[0] ?? '') : '',
      secret: '',
      proof_login: status?.session?.login ?? '',
      proof: '',
    },
  });
  const { errors } = formState;
  const submit = handleSubmit((typed) =>
    onRestore(
      filled({
        ...typed,
        ...(asksBackup ? {} : { login: '', secret: '' }),
        ...(asksPresent ? {} : { proof_login: '', proof: '' }),
      }),
    ),
  );
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'flex', flexDirection: 'column', gap: 4, maxWidth: 640 }}
    >
      {asksBackup && (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <TextInput
            field={register('login')}
            label="Tên đăng nhập"
            hint="Để trống nếu dùng khóa khôi phục"
            error={errors.login?.message}
          />
          <TextInput
            field={register('secret', { required: 'Cần mật khẩu hoặc khóa khôi phục của bản này.' })}
            type="password"
            label="Mật khẩu, hoặc khóa khôi phục, của bản sao lưu"
            error={errors.secret?.message}
            autoFocus
          />
        </Box>
      )}
      {asksPresent && (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <TextInput
            field={register('proof_login')}
            label="Quản trị của sổ đang dùng"
            hint="Để trống nếu dùng khóa khôi phục"
          />
          <TextInput
            field={register('proof', { required: 'Cần mật khẩu quản trị hoặc khóa khôi phục.' })}
            type="password"
            label="Mật khẩu quản trị, hoặc khóa khôi phục, của sổ đang dùng"
            error={errors.proof?.message}
          />
        </Box>
      )}
      <Typography color="textSecondary">
        {broken
          ? 'Tệp hỏng được giữ lại bên cạnh các bản sao lưu.'
          : present
            ? 'Dữ liệu hiện tại được sao lưu trước khi thay; hoàn tác được cho đến lần lưu đầu tiên sau đó.'
            : 'Máy này chưa có sổ sách: bản sao lưu sẽ thành sổ của máy này.'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 3 }}>
        <Button type="submit" variant="contained" disabled={busy || preview.newer_program}>
          Khôi phục bản này
        </Button>
        <Button variant="outlined" onClick={onBack} disabled={busy}>
          Chọn bản khác
        </Button>
      </Box>
    </Box>
  );
}
