import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { momentInWords } from '../components/words.ts';
import { Banner } from './banner.tsx';
import { useNavigate } from './navigation.tsx';
import { useMay, useOfficeStatus } from './session.tsx';

/** Tells an administrator that the newest recovery key may be on no paper, until one is confirmed from paper. */
export function RecoveryKeyBanner() {
  const { recovery_unconfirmed: waiting } = useOfficeStatus();
  const mayRenew = useMay('users.manage');
  const navigate = useNavigate();
  if (!waiting || !mayRenew) return null;
  const meanwhile = waiting.before_opens
    ? 'Phiếu có từ trước vẫn mở được sổ, hãy giữ lại.'
    : 'Nếu chưa in phiếu nào thì khi quên mật khẩu sẽ không mở lại được sổ.';
  return (
    <Banner role="status">
      <Typography variant="body2" sx={{ flex: 1 }}>
        Khóa khôi phục làm lúc {momentInWords(waiting.since)} chưa được xác nhận là đã ghi ra giấy.{' '}
        {meanwhile}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        onClick={() => navigate('settings', { section: 'recovery_key' })}
      >
        Làm khóa mới
      </Button>
    </Banner>
  );
}
