import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { toFailure, type Failure } from '../../shared/failure.ts';
import { call } from '../client.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Banner } from './banner.tsx';
import { useOffice, useOfficeStatus } from './session.tsx';

/** Says on every page that nothing here is real, and offers the way back to the office's own records. */
export function SampleBanner() {
  const { sample } = useOfficeStatus();
  const { reload } = useOffice();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!sample) return null;
  const leave = () =>
    call('office.leave_sample', {}).then(reload, (error: unknown) => setFailure(toFailure(error)));
  return (
    <>
      <Banner>
        <Typography sx={{ fontWeight: 600 }}>DỮ LIỆU MẪU</Typography>
        <Typography variant="body2" sx={{ flex: 1 }}>
          Để tập làm quen: nhập, in, sửa thoải mái. Sổ sách thật của cơ quan không bị đụng đến.
        </Typography>
        <Button size="small" variant="outlined" color="inherit" onClick={() => void leave()}>
          Thôi dùng dữ liệu mẫu
        </Button>
      </Banner>
      <FailureNotice failure={failure} onClose={() => setFailure(null)} />
    </>
  );
}
