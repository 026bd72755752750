import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import BalanceOutlined from '@mui/icons-material/BalanceOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import ConstructionOutlined from '@mui/icons-material/ConstructionOutlined';
import CottageOutlined from '@mui/icons-material/CottageOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import EngineeringOutlined from '@mui/icons-material/EngineeringOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import FoundationOutlined from '@mui/icons-material/FoundationOutlined';
import GridOnOutlined from '@mui/icons-material/GridOnOutlined';
import GridViewOutlined from '@mui/icons-material/GridViewOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import HouseOutlined from '@mui/icons-material/HouseOutlined';
import MapOutlined from '@mui/icons-material/MapOutlined';
import MarkChatUnreadOutlined from '@mui/icons-material/MarkChatUnreadOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import PostAddOutlined from '@mui/icons-material/PostAddOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import ReceiptOutlined from '@mui/icons-material/ReceiptOutlined';
import RecordVoiceOverOutlined from '@mui/icons-material/RecordVoiceOverOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import UsbOutlined from '@mui/icons-material/UsbOutlined';
import VolunteerActivismOutlined from '@mui/icons-material/VolunteerActivismOutlined';
import type { ComponentType } from 'react';
import type { PageKey } from './pages.ts';

/** The sign that each page bears in the rail. */
export const pageIcons: Record<PageKey, ComponentType<{ fontSize?: 'small' }>> = {
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
  house_board: GridViewOutlined,
  houses: CottageOutlined,
  house_batch: ConstructionOutlined,
  labour: EngineeringOutlined,
  housing_programs: FoundationOutlined,
  funds: VolunteerActivismOutlined,
  receipts: ReceiptOutlined,
  payments: PaymentsOutlined,
  fund_book: MenuBookOutlined,
  reconciliations: BalanceOutlined,
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
