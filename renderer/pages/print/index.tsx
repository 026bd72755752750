import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { MadeDocument } from '../../../shared/api/documents.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { parseDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { call } from '../../client.ts';
import { useCall, useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { useNavigate, usePageParams } from '../../app/navigation.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { DocumentPane } from '../../paper/document-pane.tsx';
import { useCampaigns, type CampaignOption } from '../stack/use-places.ts';
import { OptionsForm } from './options-form.tsx';
import { firstOptions, missingChoice, registerInput, type PrintOptions } from './print-options.ts';

/** "In sổ đăng ký": options left, the real PDF right, printing and saving below it. */
export default function PrintPage() {
  const navigate = useNavigate();
  const { campaigns, failure } = useCampaigns();
  const settings = useCall('settings.get', {});
  if (failure) return <FailureNotice failure={failure} />;
  if (!campaigns || !settings.value) return <FailureNotice failure={settings.failure} />;
  if (campaigns.length === 0) {
    return (
      <EmptyState text="Chưa có đợt cam kết nào để in." hint="Sổ đăng ký được in theo từng đợt.">
        <Button variant="contained" onClick={() => navigate('campaigns')}>
          Mở đợt cam kết
        </Button>
      </EmptyState>
    );
  }
  return <Print campaigns={campaigns} ethnicityEnabled={settings.value.ethnicity_enabled} />;
}

interface Props {
  readonly campaigns: readonly CampaignOption[];
  readonly ethnicityEnabled: boolean;
}

function Print({ campaigns, ethnicityEnabled }: Props) {
  const params = usePageParams();
  const [campaignId, setCampaignId] = useState(Number(params['campaign_id'] ?? campaigns[0]?.id));
  const campaign = campaigns.find(({ id }) => id === campaignId) ?? campaigns[0];
  const [options, setOptions] = useState<PrintOptions>({
    ...firstOptions,
    communeId: Number(params['commune_id'] ?? 0) || null,
  });
  const [documents, setDocuments] = useState<readonly MadeDocument[]>([]);
  const [shownId, setShownId] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [dateError, setDateError] = useState('');
  const [testFailure, setTestFailure] = useState<Failure | null>(null);
  const date = useRef<HTMLInputElement>(null);
  const register = useJob('register.make');
  const meeting = useJob('meeting_sheet.make');
  const job = options.sheet === 'register' ? register : meeting;
  const shown = documents.find(({ document_id }) => document_id === shownId) ?? documents[0];

  const show = (made: readonly MadeDocument[]) => {
    setDocuments(made);
    setShownId(made[0]?.document_id ?? null);
    setTold(made.length === 0 ? 'Không có hộ nào trong phạm vi này để in.' : '');
  };
  const make = async () => {
    const parsed = parseDate(date.current?.value ?? '');
    const missing = missingChoice(options);
    setDateError(parsed.ok ? '' : parsed.reason);
    setTold(missing ?? '');
    if (!parsed.ok || missing !== null || !campaign || job.running) return;
    // What is shown must never be another choice than the one that is made now.
    setDocuments([]);
    const village = {
      campaign_id: campaign.id,
      village_id: options.villageId ?? 0,
      document_date: parsed.date,
    };
    const made =
      options.sheet === 'register'
        ? await register.run(registerInput(options, campaign.id, parsed.date))
        : await meeting.run(village);
    if (made) show(made.documents);
  };
  const testPage = async () => {
    try {
      show([await call('documents.test_page', {})]);
      setTestFailure(null);
    } catch (error) {
      setTestFailure(toFailure(error));
    }
  };
  useKeys([
    { key: 'F2', label: 'Lập và xem trước', when: !job.running, run: () => void make() },
    { key: 'F4', label: 'Trang in thử', quiet: true, run: () => void testPage() },
    { key: 'Escape', label: 'Dừng lập', when: job.running, run: job.cancel },
  ]);
  if (!campaign) return null;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '320px minmax(0, 1fr)', gap: 4, flex: 1, minHeight: 0 }}>
      <Paper
        variant="outlined"
        sx={{ p: 4, display: 'flex', flexDirection: 'column', gap: 3, overflow: 'auto' }}
      >
        <Typography variant="h1">In sổ đăng ký</Typography>
        <OptionsForm
          campaigns={campaigns}
          campaign={campaign}
          onCampaign={setCampaignId}
          options={options}
          onChange={(change) => setOptions((before) => ({ ...before, ...change }))}
          date={date}
          dateError={dateError}
          ethnicityEnabled={ethnicityEnabled}
        />
        {told && (
          <Typography role="status" color="warning" sx={{ fontWeight: 500 }}>
            {told}
          </Typography>
        )}
        <Box sx={{ display: 'flex', gap: 2, mt: 'auto' }}>
          <Button variant="contained" disabled={job.running} onClick={() => void make()}>
            Xem trước
          </Button>
          <Button variant="outlined" disabled={job.running} onClick={() => void testPage()}>
            Trang in thử
          </Button>
        </Box>
      </Paper>
      <DocumentPane
        job={job}
        waiting="Đang lập văn bản…"
        documents={documents}
        shown={shown}
        empty={{
          text: 'Chọn phạm vi rồi bấm Xem trước (F2).',
          hint: 'Văn bản hiện ở đây đúng như sẽ in ra giấy.',
        }}
      >
        <FailureNotice failure={testFailure} onClose={() => setTestFailure(null)} />
        {documents.length > 1 && <DocumentChoice documents={documents} shown={shown} onShow={setShownId} />}
      </DocumentPane>
    </Box>
  );
}

interface ChoiceProps {
  readonly documents: readonly MadeDocument[];
  readonly shown: MadeDocument | undefined;
  readonly onShow: (id: string) => void;
}

function DocumentChoice({ documents, shown, onShow }: ChoiceProps) {
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  return (
    <Box sx={{ display: 'flex', gap: 4, alignItems: 'center', pt: 1 }}>
      <TextField
        select
        id="document"
        label="Văn bản"
        value={shown?.document_id ?? ''}
        onChange={(event) => onShow(event.target.value)}
        slotProps={{ select: { native: true } }}
        sx={{ minWidth: 360 }}
      >
        {documents.map(({ document_id, title, pages: count }) => (
          <option key={document_id} value={document_id}>
            {title} ({count} trang)
          </option>
        ))}
      </TextField>
      <Typography color="textSecondary">
        {formatNumber(documents.length)} văn bản, {formatNumber(pages)} trang
      </Typography>
    </Box>
  );
}
