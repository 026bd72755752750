import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { useCall } from '../app/data.ts';
import { useOffice } from '../app/session.tsx';
import { call } from '../client.ts';
import { FailureNotice } from './failure-notice.tsx';
import { TextInput } from './text-input.tsx';

interface Props {
  readonly recoveryKey: string;
  readonly onConfirmed: () => void;
}

/** A new recovery key: large, printable, and confirmed by retyping one group of it from the paper. */
export function RecoveryKeyPanel({ recoveryKey, onConfirmed }: Props) {
  const groups = recoveryKey.split(/[-\s]+/).filter(Boolean);
  const [position] = useState(() => 1 + Math.floor(Math.random() * groups.length));
  const [failure, setFailure] = useState<Failure | null>(null);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { group: '' } });
  const { reload } = useOffice();
  // Left without a confirmation, the key is told of on every page.
  useEffect(() => () => void reload(), [reload]);
  const confirm = handleSubmit(async ({ group }) => {
    setFailure(null);
    try {
      await call('office.confirm_recovery_key', { position, group: group.trim() });
      onConfirmed();
    } catch (error) {
      setFailure(toFailure(error));
    }
  });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Typography>
        Khi quên mật khẩu hoặc hỏng máy, chỉ khóa này mở lại được sổ sách. Chương trình không giữ khóa và
        không hiện lại lần nữa: hãy in hoặc chép ra giấy, cho vào phong bì niêm phong, cất nơi an toàn.
      </Typography>
      <KeyGroups groups={groups} />
      <KeySheet />
      <Box component="form" noValidate autoComplete="off" onSubmit={(event) => void confirm(event)}>
        <Typography sx={{ mb: 3 }}>
          Để chắc rằng khóa đã được ghi lại, hãy gõ <strong>nhóm thứ {position}</strong> đọc từ phiếu.
        </Typography>
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
          <TextInput
            field={register('group', { required: 'Hãy gõ nhóm chữ này.' })}
            label={`Nhóm thứ ${position}`}
            error={formState.errors.group?.message}
            autoFocus
            sx={{ width: 240 }}
          />
          <Button type="submit" variant="contained" disabled={formState.isSubmitting}>
            Đã ghi lại, tiếp tục
          </Button>
        </Box>
      </Box>
      <FailureNotice failure={failure} />
    </Box>
  );
}

function KeyGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <Box
      component="ol"
      aria-label="Khóa khôi phục"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 2 }}
    >
      {groups.map((group, index) => (
        <Box
          component="li"
          key={index}
          sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, bgcolor: 'background.paper', p: 2 }}
        >
          <Typography variant="caption" color="textSecondary">
            Nhóm {index + 1}
          </Typography>
          <Typography
            data-group={index + 1}
            sx={{ fontSize: 24, fontWeight: 600, letterSpacing: 2, fontFamily: 'monospace', lineHeight: 1.3 }}
          >
            {group}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** Prints or saves the sheet with the key. */
function KeySheet() {
  const printers = useCall('desktop.printers', {});
  const [printer, setPrinter] = useState('');
  const [told, setTold] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const list = printers.value ?? [];
  const chosen = printer || (list.find((one) => one.is_default) ?? list[0])?.name || '';
  const attempt = async (work: (id: string) => Promise<string>) => {
    setFailure(null);
    setTold('');
    try {
      const { document_id } = await call('office.recovery_key_sheet', {});
      setTold(await work(document_id));
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  const print = async (document_id: string) => {
    await call('documents.print', { document_id, printer: chosen });
    return 'Đã gửi phiếu khóa đến máy in.';
  };
  const save = async (document_id: string) => {
    const { saved_as } = await call('documents.save', { document_id, file_name: 'khoa-khoi-phuc.pdf' });
    return saved_as === null ? '' : `Đã lưu: ${saved_as}. Hãy in ra rồi xóa tệp này.`;
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        {list.length > 0 && (
          <TextField
            select
            label="Máy in"
            value={chosen}
            onChange={(event) => setPrinter(event.target.value)}
            sx={{ width: 280 }}
          >
            {list.map((one) => (
              <MenuItem key={one.name} value={one.name}>
                {one.shown}
              </MenuItem>
            ))}
          </TextField>
        )}
        {list.length > 0 && (
          <Button variant="outlined" onClick={() => void attempt(print)}>
            In phiếu khóa
          </Button>
        )}
        <Button variant="outlined" onClick={() => void attempt(save)}>
          Lưu phiếu khóa (PDF)
        </Button>
        {list.length === 0 && printers.value && (
          <Typography color="textSecondary">
            Máy này chưa có máy in: hãy lưu phiếu khóa hoặc chép tay.
          </Typography>
        )}
      </Box>
      <Typography role="status" sx={{ mt: told ? 2 : 0, color: 'primary.main' }}>
        {told}
      </Typography>
      <FailureNotice failure={failure} />
    </Box>
  );
}
