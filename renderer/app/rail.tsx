import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import GridOnOutlined from '@mui/icons-material/GridOnOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import HouseOutlined from '@mui/icons-material/HouseOutlined';
import MarkChatUnreadOutlined from '@mui/icons-material/MarkChatUnreadOutlined';
import MapOutlined from '@mui/icons-material/MapOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import PostAddOutlined from '@mui/icons-material/PostAddOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import RecordVoiceOverOutlined from '@mui/icons-material/RecordVoiceOverOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import UsbOutlined from '@mui/icons-material/UsbOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import { may } from '../../shared/rights.ts';
import { useNavigation } from './navigation.tsx';
import { pageGroups, pages, type Page, type PageKey } from './pages.ts';
import { useOfficeStatus, useSession } from './session.tsx';

const icons: Record<PageKey, ComponentType<{ fontSize?: 'small' }>> = {
  home: HomeOutlined,
  stack: PostAddOutlined,
  roster: ChecklistOutlined,
  conflicts: RuleOutlined,
  households: HouseOutlined,
  pledges: HandshakeOutlined,
  forums: ForumOutlined,
  opinions: MarkChatUnreadOutlined,
  campaigns: EventNoteOutlined,
  launches: CampaignOutlined,
  propaganda: RecordVoiceOverOutlined,
  news: ArticleOutlined,
  documents: DescriptionOutlined,
  coverage: GridOnOutlined,
  print: PrintOutlined,
  backup: UsbOutlined,
  units: MapOutlined,
  officers: BadgeOutlined,
  teams: GroupsOutlined,
  agency: AccountBalanceOutlined,
  users: PeopleOutlined,
  settings: SettingsOutlined,
  audit: HistoryOutlined,
};

/** The left rail: only what the role may do, only groups that have something in them. */
export function Rail() {
  const { role } = useSession();
  // The banner of the sample takes the room of a row: its groups are parted by a line alone.
  const { sample } = useOfficeStatus();
  const allowed = pages.filter((page) => may(role, page.right));
  const groups = pageGroups
    .map((group) => ({ group, entries: allowed.filter((page) => page.group === group) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Box
      component="nav"
      className="no-print"
      aria-label="Các trang"
      sx={{
        gridArea: 'rail',
        overflowY: 'auto',
        py: sample ? 0.5 : 2,
        '--rail-row': sample ? '26px' : '30px',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      {groups.map(({ group, entries }) => (
        <Box
          key={group}
          sx={sample ? { borderBottom: 1, borderColor: 'divider', pb: 0.5, mb: 0.5 } : { mb: 1 }}
        >
          <Typography
            component="h2"
            className={sample || entries[0]?.title === group ? 'sr-only' : ''}
            sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary', px: 4, pt: 1, pb: 0.5 }}
          >
            {group}
          </Typography>
          {entries.map((page) => (
            <Entry key={page.key} page={page} />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function Entry({ page }: { readonly page: Page }) {
  const { page: current, navigate } = useNavigation();
  const Icon = icons[page.key];
  const here = current === page.key;
  return (
    <ButtonBase
      aria-current={here ? 'page' : undefined}
      onClick={() => navigate(page.key)}
      sx={{
        width: '100%',
        height: 'var(--rail-row)',
        pl: 3.25,
        pr: 3,
        gap: 2.5,
        justifyContent: 'flex-start',
        borderLeft: 3,
        borderColor: here ? 'primary.main' : 'transparent',
        bgcolor: here ? 'soft' : 'transparent',
        color: here ? 'primary.main' : 'text.primary',
        font: 'inherit',
        whiteSpace: 'nowrap',
        fontWeight: here ? 600 : 400,
        outlineOffset: '-3px !important',
        '&:hover': { bgcolor: 'soft' },
        '& svg': { color: here ? 'primary.main' : 'text.secondary' },
      }}
    >
      <Icon fontSize="small" />
      {page.title}
    </ButtonBase>
  );
}
