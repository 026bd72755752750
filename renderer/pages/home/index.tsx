import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CallOutput } from '../../../shared/api.ts';
import { useCall } from '../../app/data.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { useMay, useSession } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { CampaignCard } from './campaign-card.tsx';
import { LastEntries } from './last-entries.tsx';
import { Waiting } from './waiting.tsx';

/** Bắt đầu: where the campaign stands, what waits, and what was entered last. */
export default function HomePage() {
  const session = useSession();
  const navigate = useNavigate();
  const mayOpenCampaign = useMay('campaign.write');
  const { value, failure, reload } = useCall('home.summary', {});
  const header = <PageHeader title={`Chào ${session.full_name}`} detail={dayInWords(new Date())} />;
  if (failure && !value)
    return (
      <>
        {header}
        <FailureNotice failure={failure}>
          <Button variant="outlined" onClick={reload}>
            Tải lại
          </Button>
        </FailureNotice>
      </>
    );
  if (!value) return header;
  return (
    <>
      {header}
      {isBare(value) ? (
        <EmptyState
          text="Chưa có đợt cam kết nào"
          hint="Mở một đợt (năm, tên đợt, từ ngày – đến ngày), rồi nhập tờ cam kết của từng bản."
        >
          {mayOpenCampaign && (
            <Button variant="contained" onClick={() => navigate('campaigns', { create: 1 })}>
              Mở đợt cam kết
            </Button>
          )}
          <Button variant="outlined" onClick={() => navigate('units')}>
            Xem địa bàn trước
          </Button>
        </EmptyState>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
            <CampaignCard campaign={value.campaign} />
            <Waiting summary={value} />
          </Box>
          <LastEntries entries={value.last_entries} />
        </Box>
      )}
    </>
  );
}

/** Nothing has been entered yet and nothing is owed. */
const isBare = ({ campaign, last_entries }: CallOutput<'home.summary'>) =>
  campaign === null && last_entries.length === 0;

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

function dayInWords(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${weekdays[now.getDay()] ?? ''}, ngày ${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`;
}
