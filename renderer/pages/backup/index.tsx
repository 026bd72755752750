import Box from '@mui/material/Box';
import { useCallback, useState } from 'react';
import { useCall } from '../../app/data.ts';
import { useMay } from '../../app/session.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { AsideSection } from './aside-section.tsx';
import { LocalCard } from './local-card.tsx';
import { RestoreCard } from './restore-card.tsx';
import { UsbCard } from './usb-card.tsx';

/** Sao lưu: the stick, this machine, and the way back. */
export default function BackupPage() {
  const status = useCall('backup.status', {});
  const mayRestore = useMay('backup.restore');
  const [restoring, setRestoring] = useState(false);
  const { reload } = status;
  const made = useCallback(() => reload(), [reload]);
  return (
    <>
      <PageHeader
        title="Sao lưu"
        detail="Thứ sáu hằng tuần chép ra USB và cất riêng: máy hỏng, mất điện hay mất máy thì sổ vẫn còn."
      />
      <FailureNotice failure={status.failure} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: restoring ? '1fr' : mayRestore ? 'repeat(3, 1fr)' : 'repeat(2, 1fr)',
          gap: 4,
          alignItems: 'stretch',
        }}
      >
        {!restoring && (
          <UsbCard last={status.value?.last_usb} folder={status.value?.last_folder} onMade={made} />
        )}
        {!restoring && <LocalCard last={status.value?.last_local} />}
        {mayRestore && (
          <RestoreCard
            canUndo={status.value?.can_undo_restore ?? false}
            restoring={restoring}
            onRestoring={setRestoring}
            onChanged={made}
          />
        )}
      </Box>
      {!restoring && (
        <Box sx={{ mt: 4 }}>
          <AsideSection />
        </Box>
      )}
    </>
  );
}
