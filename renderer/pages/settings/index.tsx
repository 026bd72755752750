import Box from '@mui/material/Box';
import { useMay } from '../../app/session.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DueDaysSection } from './due-days-section.tsx';
import { NewKeySection } from './new-key-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { OwnPasswordSection } from './own-password-section.tsx';
import { ScreenSection } from './screen-section.tsx';

/** Cài đặt: the screen and the own password for everybody; the office's settings for administrators. */
export default function SettingsPage() {
  const mayWrite = useMay('settings.write');
  const mayRenewKey = useMay('users.manage');
  return (
    <>
      <PageHeader title="Cài đặt" />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          <ScreenSection />
          <OfficeSection mayWrite={mayWrite} />
        </Box>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          <OwnPasswordSection />
          {mayRenewKey && <NewKeySection />}
          {mayWrite && <DueDaysSection />}
        </Box>
      </Box>
    </>
  );
}
