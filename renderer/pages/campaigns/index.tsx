import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { pageOf } from '../../app/pages.ts';
import { useMay } from '../../app/session.tsx';
import { call } from '../../client.ts';
import { ConfirmInline } from '../../components/confirm-inline.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { today } from '../../components/words.ts';
import { ReasonQuestion } from '../../records/reason-question.tsx';
import { RecordsPage } from '../../records/records-page.tsx';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { proposeCampaign } from './proposal.ts';

/** The pledge campaigns: opened here, closed and opened again by a commander. */
export default function CampaignsPage() {
  return (
    <RecordsPage
      kind="pledge_campaign"
      title={pageOf('campaigns').title}
      propose={() => proposeCampaign(today())}
      actions={(record, changed) => <CloseOrReopen key={record.version} record={record} onDone={changed} />}
    />
  );
}

interface Props {
  readonly record: ShownRecord;
  readonly onDone: (text: string) => void;
}

function CloseOrReopen({ record, onDone }: Props) {
  const mayClose = useMay('campaign.close');
  const mayReopen = useMay('campaign.reopen');
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const closed = typeof record['closed_at'] === 'string';
  const { id, version } = record;
  if (record.voided_at !== null || !(closed ? mayReopen : mayClose)) return null;
  if (!asking)
    return (
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {closed ? 'Mở lại đợt' : 'Khóa đợt'}
      </Button>
    );
  if (closed)
    return (
      <ReasonQuestion
        question="Mở lại đợt đã khóa?"
        confirm="Mở lại"
        onConfirm={async (reason) => {
          await call('campaigns.reopen', { id, version, reason });
          onDone('Đã mở lại đợt.');
        }}
        onCancel={() => setAsking(false)}
      />
    );
  const close = async () => {
    try {
      await call('campaigns.close', { id, version });
      onDone('Đã khóa đợt.');
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return (
    <ConfirmInline
      question="Khóa đợt này? Sau khi khóa, mỗi lần sửa phải ghi lý do."
      confirm="Khóa đợt"
      onConfirm={() => void close()}
      onCancel={() => setAsking(false)}
    >
      <FailureNotice failure={failure} />
    </ConfirmInline>
  );
}
