import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { CallOutput } from '../../../shared/api.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate } from '../../app/navigation.tsx';
import { useMay } from '../../app/session.tsx';
import { FigureLink } from '../../components/figure-link.tsx';
import { askFor } from '../pledges/asked.ts';

/** The newest open campaign: how many of its households have signed, and the way to the next form. */
export function CampaignCard({ campaign }: { readonly campaign: CallOutput<'home.summary'>['campaign'] }) {
  const navigate = useNavigate();
  const mayEnter = useMay('records.write');
  const mayOpen = useMay('campaign.write');
  const open = campaign !== null;
  useKeys([
    { key: 'F2', label: 'Nhập tờ', run: () => navigate('stack'), when: open && mayEnter },
    { key: 'F3', label: 'Nhập theo danh sách', run: () => navigate('roster'), when: open && mayEnter },
  ]);
  if (!campaign)
    return (
      <Card component="section" aria-label="Đợt cam kết" sx={{ p: 5 }}>
        <Typography variant="h2">Không có đợt cam kết nào đang mở</Typography>
        <Box sx={{ display: 'flex', gap: 3, mt: 3 }}>
          {mayOpen && (
            <Button variant="contained" onClick={() => navigate('campaigns', { create: 1 })}>
              Mở đợt cam kết
            </Button>
          )}
          <Button variant="outlined" onClick={() => navigate('campaigns')}>
            Xem các đợt
          </Button>
        </Box>
      </Card>
    );
  const openSigned = () =>
    navigate('pledges', askFor({ campaign: { id: campaign.id, name: campaign.title }, signed: true }));
  const figures = (
    <>
      <FigureLink onOpen={openSigned}>{formatNumber(campaign.signed)}</FigureLink> trên{' '}
      <FigureLink onOpen={() => navigate('households')}>{formatNumber(campaign.households)} hộ</FigureLink> đã
      ký
    </>
  );
  const share = campaign.households === 0 ? 0 : (campaign.signed / campaign.households) * 100;
  return (
    <Card component="section" aria-label="Đợt cam kết" sx={{ p: 5 }}>
      <Typography color="textSecondary">Đợt đang mở</Typography>
      <Typography variant="h2">{campaign.title}</Typography>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mt: 3 }}>
        <Typography sx={{ fontSize: 36, fontWeight: 600, color: 'primary.main', lineHeight: 1.1 }}>
          {percent(campaign.signed, campaign.households)}
        </Typography>
        <Typography>{campaign.households === 0 ? 'Chưa nhập tờ nào của đợt này' : figures}</Typography>
      </Box>
      <LinearProgress
        aria-label="Phần hộ đã ký"
        variant="determinate"
        value={share}
        sx={{ height: 10, borderRadius: 5, mt: 2 }}
      />
      <Box sx={{ display: 'flex', gap: 3, mt: 4, flexWrap: 'wrap' }}>
        {mayEnter && (
          <Button variant="contained" onClick={() => navigate('stack')}>
            Nhập tờ
          </Button>
        )}
        {mayEnter && (
          <Button variant="outlined" onClick={() => navigate('roster')}>
            Nhập theo danh sách
          </Button>
        )}
        <Button variant="outlined" onClick={() => navigate('coverage', { campaign_id: campaign.id })}>
          Độ phủ
        </Button>
      </Box>
    </Card>
  );
}
