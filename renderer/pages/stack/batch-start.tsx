import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { useNavigate } from '../../app/navigation.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Picker, type PickerOption } from './picker.tsx';
import { UnfinishedBatches } from './unfinished-batches.tsx';
import { useCampaigns, usePlaces, type CampaignOption, type Places } from './use-places.ts';

/** What the last batch of this sitting was about: proposed for the next one. */
const last: { campaign: CampaignOption | null; commune: PickerOption | null } = {
  campaign: null,
  commune: null,
};

/** Late forms of a closed campaign are entered with a reason: it is offered after the open ones. */
const openFirst = (campaigns: readonly CampaignOption[]): CampaignOption[] => [
  ...campaigns.filter(({ closed }) => !closed),
  ...campaigns.filter(({ closed }) => closed).map((one) => ({ ...one, label: `${one.label} (đã khóa)` })),
];

/** The campaign of the last batch, else the newest open one. */
const proposedOf = (campaigns: readonly CampaignOption[]): CampaignOption | null =>
  campaigns.find(({ id }) => id === last.campaign?.id) ?? campaigns[0] ?? null;

interface Props {
  readonly way: 'stack' | 'roster';
  readonly onOpen: (batchId: number) => void;
}

/** Opens a batch: the number on the cover sheet first, then campaign, commune and village, chosen once. */
export function BatchStart({ way, onOpen }: Props) {
  const navigate = useNavigate();
  const { campaigns, failure } = useCampaigns();
  const offered = campaigns && openFirst(campaigns);
  const [chosen, setChosen] = useState<CampaignOption | null>(null);
  const campaign = chosen ?? (offered ? proposedOf(offered) : null);
  const places = usePlaces(campaign?.from);
  if (failure ?? places.failure) return <FailureNotice failure={failure ?? places.failure} />;
  // Every field has what it offers before the first key: whoever types ahead is never before the answer.
  if (!offered || (campaign && !places.loaded)) return null;
  if (!campaign) {
    return (
      <EmptyState
        text="Chưa có đợt cam kết nào."
        hint="Tờ cam kết được nhập vào một đợt. Hãy mở đợt của năm nay trước."
      >
        <Button variant="contained" autoFocus onClick={() => navigate('campaigns')}>
          Mở đợt cam kết
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        title={way === 'stack' ? 'Nhập tờ' : 'Nhập theo danh sách'}
        detail={
          way === 'stack'
            ? 'Một tập là các tờ của một bản, kèm tờ bìa ghi số tờ.'
            : 'Cho bản đã có danh sách hộ: mỗi hộ một phím.'
        }
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '480px minmax(0, 1fr)', gap: 6, alignItems: 'start' }}>
        <NewBatch
          way={way}
          campaigns={offered}
          campaign={campaign}
          onCampaign={setChosen}
          places={places}
          onOpen={onOpen}
        />
        <UnfinishedBatches way={way} onOpen={onOpen} />
      </Box>
    </>
  );
}

interface NewBatchProps extends Props {
  readonly campaigns: readonly CampaignOption[];
  readonly campaign: CampaignOption;
  readonly onCampaign: (campaign: CampaignOption) => void;
  /** Those of the campaign's first day. */
  readonly places: Places;
}

function NewBatch({ way, campaigns, campaign, onCampaign, places, onOpen }: NewBatchProps) {
  const [commune, setCommune] = useState<PickerOption | null>(last.commune);
  const [village, setVillage] = useState<PickerOption | null>(null);
  const [errors, setErrors] = useState<{ cover?: string; commune?: string; village?: string }>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const cover = useRef<HTMLInputElement>(null);
  const campaignField = useRef<HTMLInputElement>(null);
  const communeField = useRef<HTMLInputElement>(null);
  const villageField = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  useEffect(() => cover.current?.focus(), []);

  const submit = async (villageNow = village) => {
    const typed = (cover.current?.value ?? '').trim();
    const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
    const wrong = {
      ...(count >= 1 && count <= 5000 ? {} : { cover: 'Ghi số tờ trên bìa, từ 1 đến 5000.' }),
      ...(commune ? {} : { commune: 'Hãy chọn xã.' }),
      ...(villageNow ? {} : { village: 'Hãy chọn bản.' }),
    };
    setErrors(wrong);
    if (wrong.cover) return cover.current?.focus();
    if (!commune || !villageNow || busy.current) return;
    busy.current = true;
    try {
      const ids = { campaign_id: campaign.id, village_id: villageNow.id };
      const batch = await call('batches.open', { ...ids, way, cover_count: count });
      Object.assign(last, { campaign, commune });
      onOpen(batch.id);
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      busy.current = false;
    }
  };
  return (
    <Paper
      variant="outlined"
      component="form"
      noValidate
      aria-label="Tập mới"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      sx={{ p: 5, display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <Typography variant="h2">Tập mới</Typography>
      <Box>
        <Box component="label" htmlFor="cover-count" sx={{ display: 'block', mb: 1, fontWeight: 500 }}>
          Số tờ trên bìa
        </Box>
        <OutlinedInput
          id="cover-count"
          size="small"
          notched={false}
          inputRef={cover}
          error={Boolean(errors.cover)}
          sx={{ width: 140 }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
            event.preventDefault();
            campaignField.current?.focus();
          }}
          slotProps={{ input: { inputMode: 'numeric', autoComplete: 'off' } }}
        />
        {errors.cover && (
          <Box role="alert" sx={{ mt: 1, fontSize: 13, color: 'error.main' }}>
            {errors.cover}
          </Box>
        )}
      </Box>
      <Picker
        label="Đợt cam kết"
        options={campaigns}
        chosen={campaign}
        inputRef={campaignField}
        onChoose={(option) => onCampaign(campaigns.find(({ id }) => id === option.id) ?? campaign)}
        onDone={() => communeField.current?.focus()}
      />
      <Picker
        label="Xã"
        options={places.communes}
        chosen={commune}
        inputRef={communeField}
        error={errors.commune}
        onChoose={(option) => {
          setCommune(option);
          setVillage(null);
        }}
        onDone={() => villageField.current?.focus()}
      />
      <Picker
        key={commune?.id ?? 0}
        label="Bản, khối"
        options={places.villagesOf(commune?.id)}
        chosen={village}
        inputRef={villageField}
        error={errors.village}
        onChoose={setVillage}
        onDone={(option) => void submit(option)}
      />
      <FailureNotice failure={failure} />
      <Box>
        <Button type="submit" variant="contained">
          Bắt đầu nhập
        </Button>
      </Box>
    </Paper>
  );
}
