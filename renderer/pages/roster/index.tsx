import { useState } from 'react';
import { useCall } from '../../app/data.ts';
import { usePageParams } from '../../app/navigation.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { BatchStart } from '../stack/batch-start.tsx';
import { RosterEntry } from './roster-entry.tsx';

/** "Nhập theo danh sách": households known from before, one key each. */
export default function RosterPage() {
  const params = usePageParams();
  const asked = Number(params['batch_id'] ?? 0) || null;
  return <Roster key={asked} asked={asked} />;
}

function Roster({ asked }: { readonly asked: number | null }) {
  const [batchId, setBatchId] = useState<number | null>(asked);
  if (batchId === null) return <BatchStart way="roster" onOpen={setBatchId} />;
  return <OpenRoster key={batchId} batchId={batchId} onClosed={() => setBatchId(null)} />;
}

function OpenRoster({ batchId, onClosed }: { readonly batchId: number; readonly onClosed: () => void }) {
  const batch = useCall('batches.get', { batch_id: batchId });
  const rows = useCall('pledges.roster', { batch_id: batchId });
  const campaignId = batch.value?.campaign_id ?? 0;
  const campaign = useCall(
    'records.get',
    { kind: 'pledge_campaign', id: campaignId },
    { skip: campaignId === 0 },
  );
  const failure = campaign.failure ?? batch.failure ?? rows.failure;
  if (failure) return <FailureNotice failure={failure} />;
  if (!batch.value || !rows.value || !campaign.value) return null;
  const closed = campaign.value['closed_at'] !== null;
  return <RosterEntry batch={batch.value} rows={rows.value} closed={closed} onClosed={onClosed} />;
}
