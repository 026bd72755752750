import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { CallOutput } from '../../../shared/api.ts';
import { officeLevels } from '../../../shared/api/office.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { useCall } from '../../app/data.ts';
import { useOffice } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Section } from '../../components/section.tsx';
import { TextInput } from '../../components/text-input.tsx';

type Settings = CallOutput<'settings.get'>;

/** What holds for the whole office. */
export function OfficeSection({ mayWrite }: { readonly mayWrite: boolean }) {
  const { value, failure, reload } = useCall('settings.get', {});
  return (
    <Section
      title="Cơ quan"
      detail={mayWrite ? 'Áp dụng cho mọi người dùng.' : 'Người quản trị thay đổi các mục này.'}
    >
      <FailureNotice failure={failure} />
      {value && <Facts settings={value} />}
      {value && mayWrite && <OfficeForm settings={value} onSaved={reload} />}
    </Section>
  );
}

function Facts({ settings }: { readonly settings: Settings }) {
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: '160px 1fr', gap: 2, '& dd': { m: 0 } }}
    >
      <Typography component="dt" color="textSecondary">
        Cấp
      </Typography>
      <dd>{officeLevels[settings.level]}</dd>
      <Typography component="dt" color="textSecondary">
        Thư mục của sổ
      </Typography>
      <Box component="dd" sx={{ overflowWrap: 'anywhere' }}>
        {settings.folder}
      </Box>
    </Box>
  );
}

function OfficeForm({ settings, onSaved }: { readonly settings: Settings; readonly onSaved: () => void }) {
  const { reload } = useOffice();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: {
      idle_minutes: String(settings.idle_minutes),
      ethnicity_enabled: settings.ethnicity_enabled,
    },
  });
  const submit = handleSubmit(async (typed) => {
    setFailure(null);
    setSaved(false);
    try {
      await call('settings.set', {
        idle_minutes: Number(typed.idle_minutes),
        ethnicity_enabled: typed.ethnicity_enabled,
      });
      setSaved(true);
      onSaved();
      await reload();
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  const { ref, ...ethnicity } = register('ethnicity_enabled');
  return (
    <Box
      component="form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <TextInput
        field={register('idle_minutes', {
          validate: (typed) =>
            (/^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 120) ||
            'Từ 1 đến 120 phút.',
        })}
        label="Tự khóa sau bao nhiêu phút không dùng"
        numeric
        error={formState.errors.idle_minutes?.message}
      />
      <Box>
        <FormControlLabel
          control={
            <Checkbox
              {...ethnicity}
              slotProps={{ input: { ref } }}
              defaultChecked={settings.ethnicity_enabled}
            />
          }
          label="Ghi dân tộc của chủ hộ"
        />
        <Typography variant="body2" color="textSecondary">
          Dân tộc là dữ liệu cá nhân nhạy cảm (Nghị định 356/2025/NĐ-CP): chỉ bật khi thật cần.
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={formState.isSubmitting}>
          Lưu cài đặt
        </Button>
        <Typography role="status" color="primary">
          {saved ? 'Đã lưu.' : ''}
        </Typography>
      </Box>
      <FailureNotice failure={failure} />
    </Box>
  );
}
