import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import { useCall } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate, usePageParams } from '../../app/navigation.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { FigureLink } from '../../components/figure-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { askFor } from '../pledges/asked.ts';
import { CampaignSelect } from '../print/campaign-select.tsx';
import { useCampaigns } from '../stack/use-places.ts';
import {
  stepWords,
  totalShare,
  totalsOf,
  type Base,
  type CoverageCommune,
  type CoverageVillage,
  type Step,
} from './coverage-figures.ts';
import { CoverageTable } from './coverage-table.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { stepLook } from './village-cell.tsx';

/** "Độ phủ": how far each village is, and who is missing. */
export default function CoveragePage() {
  const params = usePageParams();
  const navigate = useNavigate();
  const { campaigns, failure } = useCampaigns();
  const [picked, setPicked] = useState<number | null>(Number(params['campaign_id'] ?? 0) || null);
  const campaignId = picked ?? campaigns?.[0]?.id;
  if (failure) return <FailureNotice failure={failure} />;
  if (!campaigns) return null;
  if (campaignId === undefined) {
    return (
      <EmptyState
        text="Chưa có đợt cam kết nào."
        hint="Độ phủ cho biết mỗi bản đã ký được bao nhiêu hộ trong một đợt."
      >
        <Button variant="contained" onClick={() => navigate('campaigns')}>
          Mở đợt cam kết
        </Button>
      </EmptyState>
    );
  }
  return (
    <Coverage
      key={campaignId}
      campaign={{ id: campaignId, name: campaigns.find(({ id }) => id === campaignId)?.label ?? '' }}
      select={<CampaignSelect campaigns={campaigns} value={campaignId} onChange={setPicked} />}
    />
  );
}

interface Named {
  readonly id: number;
  readonly name: string;
}

function Coverage({ campaign, select }: { readonly campaign: Named; readonly select: React.ReactNode }) {
  const navigate = useNavigate();
  const { value, failure } = useCall('coverage.table', { campaign_id: campaign.id });
  const [picked, setPicked] = useState<Base | null>(null);
  const [chosen, setChosen] = useState<CoverageVillage | null>(null);
  const villages = value?.communes.flatMap((commune) => commune.villages) ?? [];
  // Before any commune has told its count there is only one thing to compare with.
  const base = picked ?? (villages.some(({ declared }) => declared) ? 'declared' : 'entered');
  const close = () => {
    const cell = chosen && document.querySelector<HTMLElement>(`[data-village="${chosen.village_id}"]`);
    setChosen(null);
    cell?.focus();
  };
  useKeys([
    {
      key: 'F2',
      label: base === 'declared' ? 'So với số hộ đã nhập' : 'So với số hộ xã khai',
      run: () => setPicked(base === 'declared' ? 'entered' : 'declared'),
    },
    { key: 'Escape', label: 'Đóng danh sách hộ', when: chosen !== null, run: close },
  ]);
  if (failure) return <FailureNotice failure={failure} />;
  if (!value) return null;
  const nothing = villages.every(({ entered, forms }) => entered === 0 && forms === 0);
  return (
    <>
      <PageHeader title="Độ phủ">
        {select}
        <ToggleButtonGroup
          exclusive
          size="small"
          value={base}
          aria-label="Tỷ lệ so với"
          onChange={(_event, next: Base | null) => next && setPicked(next)}
        >
          <ToggleButton value="declared" sx={{ color: 'text.primary' }}>
            Trên số xã khai
          </ToggleButton>
          <ToggleButton value="entered" sx={{ color: 'text.primary' }}>
            Trên số đã nhập
          </ToggleButton>
        </ToggleButtonGroup>
      </PageHeader>
      {nothing ? (
        <EmptyState
          text="Đợt này chưa có tờ nào."
          hint="Nhập tờ của bản đầu tiên, tỷ lệ từng bản sẽ hiện ở đây."
        >
          <Button variant="contained" onClick={() => navigate('stack')}>
            Nhập tờ
          </Button>
        </EmptyState>
      ) : (
        <>
          <Box sx={{ display: 'flex', gap: 4, flex: 1, minHeight: 0 }}>
            <CoverageTable
              communes={value.communes}
              base={base}
              chosen={chosen}
              onOpen={setChosen}
              onSigned={({ commune_id, name }) =>
                navigate('pledges', askFor({ campaign, commune: { id: commune_id, name }, signed: true }))
              }
            />
            {chosen && <MissingPanel campaign={campaign} village={chosen} onClose={close} />}
          </Box>
          <CoverageFoot
            communes={value.communes}
            base={base}
            onHouseholds={() => navigate('households')}
            onSigned={() => navigate('pledges', askFor({ campaign, signed: true }))}
          />
        </>
      )}
    </>
  );
}

const steps: readonly Step[] = ['none', 'low', 'half', 'most', 'all', 'unknown'];

interface FootProps {
  readonly communes: readonly CoverageCommune[];
  readonly base: Base;
  readonly onHouseholds: () => void;
  readonly onSigned: () => void;
}

function CoverageFoot({ communes, base, onHouseholds, onSigned }: FootProps) {
  const totals = totalsOf(communes.flatMap(({ villages }) => villages));
  const lacking = totals.undeclared > 0 ? ` (${formatNumber(totals.undeclared)} bản chưa khai)` : '';
  return (
    <Box
      component="footer"
      sx={{ display: 'flex', columnGap: 6, rowGap: 1, pt: 3, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <Typography sx={{ fontWeight: 600 }} data-testid="coverage-totals">
        Cộng: {formatNumber(totals.villages)} bản; xã khai {formatNumber(totals.declared)} hộ{lacking}; đã
        nhập <FigureLink onOpen={onHouseholds}>{formatNumber(totals.entered)} hộ</FigureLink>; đã ký{' '}
        <FigureLink onOpen={onSigned}>{formatNumber(totals.signed)} hộ</FigureLink>, đạt{' '}
        {totalShare(totals, base)}
        {totals.bulk > 0 && `; đánh dấu hàng loạt ${percent(totals.bulk, totals.signed)}`}.
      </Typography>
      <Box sx={{ display: 'flex', gap: 3, ml: 'auto', fontSize: 13 }}>
        {steps.map((step) => (
          <Box component="span" key={step} sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
            <Box
              component="span"
              aria-hidden
              sx={{
                width: 20,
                height: 18,
                lineHeight: '16px',
                textAlign: 'center',
                borderRadius: 0.5,
                border: 1,
                borderColor: 'var(--line-strong)',
                background: stepLook[step].background,
                color: stepLook[step].colour,
              }}
            >
              {stepLook[step].mark}
            </Box>
            {stepWords[step]}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
