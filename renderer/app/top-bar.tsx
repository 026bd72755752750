import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { may, roleLabels } from '../../shared/rights.ts';
import { call } from '../client.ts';
import { useNavigation } from './navigation.tsx';
import { pageOf } from './pages.ts';
import { SearchBox } from './search-box.tsx';
import { useOfficeStatus, useSession } from './session.tsx';
import { useUsbAge, type UsbAge } from './usb-age.ts';

/** The line above every page: office, search, who is logged in, age of the last copy on a stick. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const status = useOfficeStatus();
  const session = useSession();
  const age = useUsbAge();
  const { page } = useNavigation();
  const office = status.sample ? 'Dữ liệu mẫu' : (status.office_name ?? 'Ba Yên');
  useEffect(() => {
    document.title = session.locked
      ? 'Ba Yên — đã khóa'
      : `${[pageOf(page).title, session.full_name, age.text].filter(Boolean).join(' · ')} — Ba Yên`;
    return () => {
      document.title = 'Ba Yên';
    };
  }, [page, session.full_name, session.locked, age.text]);
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        gridArea: 'top',
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        px: 4,
        bgcolor: 'primary.main',
        color: 'primary.contrastText',
        '& :focus-visible': { outlineColor: '#fff !important' },
      }}
    >
      <Typography noWrap title={office} sx={{ fontWeight: 600, flex: '1 1 0', minWidth: 0 }}>
        {office}
      </Typography>
      <SearchBox />
      <Box
        sx={{
          flex: '1 1 0',
          display: 'flex',
          justifyContent: 'flex-end',
          alignItems: 'center',
          gap: 2,
          minWidth: 0,
        }}
      >
        <UsbMark age={age} mayOpen={may(session.role, 'backup.make')} />
        <Box sx={{ textAlign: 'right', minWidth: 0, lineHeight: 1.25 }}>
          <Typography noWrap sx={{ fontSize: 14, fontWeight: 500, lineHeight: 1.25 }}>
            {session.full_name}
          </Typography>
          <Typography noWrap sx={{ fontSize: 13, lineHeight: 1.25 }}>
            {roleLabels[session.role]}
          </Typography>
        </Box>
        <TopButton
          label="Khóa máy (Ctrl+L)"
          onClick={() => void call('office.lock', {})}
          icon={<LockOutlined />}
        />
        <TopButton label="Trợ giúp (F1)" onClick={onHelp} icon={<HelpOutline />} />
        <TopButton
          label="Đăng xuất"
          onClick={() => void call('office.log_out', {})}
          icon={<LogoutOutlined />}
        />
      </Box>
    </Box>
  );
}

interface TopButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly icon: React.ReactNode;
}

function TopButton({ label, onClick, icon }: TopButtonProps) {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onClick} color="inherit" size="small">
        {icon}
      </IconButton>
    </Tooltip>
  );
}

const markColours: Record<UsbAge['state'], { bgcolor: string; color: string }> = {
  fresh: { bgcolor: 'transparent', color: '#fff' },
  amber: { bgcolor: '#ffcf7a', color: '#3d2200' },
  red: { bgcolor: '#b3261e', color: '#fff' },
};

function UsbMark({ age, mayOpen }: { readonly age: UsbAge; readonly mayOpen: boolean }) {
  const { navigate } = useNavigation();
  if (age.text === '') return null;
  return (
    <Box
      component="button"
      type="button"
      disabled={!mayOpen}
      onClick={() => navigate('backup')}
      sx={{
        ...markColours[age.state],
        font: 'inherit',
        fontSize: 13,
        fontWeight: 500,
        px: 2.5,
        height: 28,
        border: '1px solid',
        borderColor: age.state === 'fresh' ? 'rgba(255,255,255,.5)' : 'transparent',
        borderRadius: 3.5,
        whiteSpace: 'nowrap',
        cursor: mayOpen ? 'pointer' : 'default',
        flex: 'none',
      }}
    >
      {age.text}
    </Box>
  );
}
