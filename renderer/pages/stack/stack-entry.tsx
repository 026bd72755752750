import { useEffect, useState } from 'react';
import type { Batch } from '../../../shared/api/batches.ts';
import { toFailure, type Failure } from '../../../shared/failure.ts';
import { call } from '../../client.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { draftKey } from '../../entry/draft.ts';
import { isClosed } from './closed-campaign.tsx';
import { EntryScreen } from './entry-screen.tsx';

interface Opened {
  readonly batch: Batch;
  readonly ethnicity: boolean;
  readonly closed: boolean;
  readonly draft: string | null;
}

async function openBatch(batchId: number): Promise<Opened> {
  const [batch, settings, draft] = await Promise.all([
    call('batches.get', { batch_id: batchId }),
    call('settings.get', {}),
    call('drafts.get', { form: draftKey(batchId) }),
  ]);
  const closed = await isClosed(batch.campaign_id);
  return { batch, closed, ethnicity: settings.ethnicity_enabled, draft: draft.content };
}

/** Fetches the batch and what was half typed in it, then shows the entry screen. */
export function StackEntry({
  batchId,
  onClosed,
}: {
  readonly batchId: number;
  readonly onClosed: () => void;
}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    openBatch(batchId).then(
      (value) => current && setOpened(value),
      (error: unknown) => current && setFailure(toFailure(error)),
    );
    return () => {
      current = false;
    };
  }, [batchId]);
  if (failure) return <FailureNotice failure={failure} />;
  return opened && <EntryScreen {...opened} onClosed={onClosed} />;
}
