import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useCall } from '../../app/data.ts';
import { call } from '../../client.ts';
import {
  leastPassword,
  loginHint,
  loginPattern,
  passwordHint,
  sameAs,
} from '../../components/account-rules.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { blameFields } from '../../components/form-failures.ts';
import { TextInput } from '../../components/text-input.tsx';
import { bytesInWords } from '../../components/words.ts';
import { keepLogin } from '../login/last-login.ts';
import type { Answers } from './answers.ts';
import { StepFrame } from './step-frame.tsx';

interface Props {
  readonly answers: Answers;
  readonly onBack: () => void;
  readonly onCreated: (recoveryKey: string) => void;
}

const names = ['full_name', 'login', 'password', 'again'] as const;

/** The first administrator and the folder of the database; then the office is made. */
export function PersonStep({ answers, onBack, onCreated }: Props) {
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, setError, getValues, formState } = useForm({
    defaultValues: { full_name: '', login: '', password: '', again: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ full_name, login, password }) => {
    setFailure(null);
    try {
      const { recovery_key } = await call('office.create', {
        ...(folder === undefined ? {} : { folder }),
        level: answers.level,
        commune_codes: [...answers.commune_codes],
        agency: answers.agency,
        administrator: { full_name, login: login.trim(), password },
      });
      keepLogin(login.trim());
      onCreated(recovery_key);
    } catch (error) {
      const failed = toFailure(error);
      if (!blameFields(failed, names, setError)) setFailure(failed);
    }
  });
  return (
    <StepFrame
      title="Người quản trị và nơi lưu"
      detail="Người quản trị thêm các cán bộ khác sau, ở trang Người dùng."
      next={isSubmitting ? 'Đang lập sổ…' : 'Lập sổ'}
      busy={isSubmitting}
      onBack={onBack}
      onSubmit={(event) => void submit(event)}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 5 }}>
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
        <TextInput
          field={register('password', {
            required: 'Cần đặt mật khẩu.',
            minLength: leastPassword,
          })}
          type="password"
          label="Mật khẩu"
          hint={passwordHint}
          error={errors.password?.message}
        />
        <TextInput
          field={register('again', {
            validate: sameAs(() => getValues('password')),
          })}
          type="password"
          label="Gõ lại mật khẩu"
          error={errors.again?.message}
        />
      </Box>
      <FolderChoice folder={folder} onChoose={setFolder} />
      <FailureNotice failure={failure} />
    </StepFrame>
  );
}

interface FolderProps {
  readonly folder: string | undefined;
  readonly onChoose: (folder: string | undefined) => void;
}

function FolderChoice({ folder, onChoose }: FolderProps) {
  const check = useCall('office.check_folder', folder === undefined ? {} : { folder });
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async () => {
    setFailure(null);
    try {
      const chosen = await call('desktop.choose_folder', { purpose: 'database' });
      if (chosen) onChoose(chosen.folder);
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <Box>
      <Typography variant="h3" component="h2">
        Thư mục lưu sổ sách
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 1 }}>
        <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {check.value && !check.failure
            ? `${check.value.shown} · còn trống ${bytesInWords(check.value.free_bytes)}`
            : ' '}
        </Typography>
        {folder !== undefined && <Button onClick={() => onChoose(undefined)}>Dùng thư mục mặc định</Button>}
        <Button variant="outlined" onClick={() => void choose()}>
          Chọn thư mục khác
        </Button>
      </Box>
      {check.value?.has_office && !check.failure && (
        <Typography role="alert" color="error">
          Thư mục này đã có sổ sách Ba Yên. Hãy chọn thư mục khác, hoặc quay lại và mở sổ ở thư mục này.
        </Typography>
      )}
      <FailureNotice failure={failure ?? check.failure} />
    </Box>
  );
}
