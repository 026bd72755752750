import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState, type ReactNode } from 'react';
import type { CallInput } from '../../../shared/api.ts';
import type { MadeDocument } from '../../../shared/api/documents.ts';
import { useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { OutBar } from '../print/out-bar.tsx';
import { Preview } from '../print/preview.tsx';

/** What is put on paper: the minutes of a forum, or the summary of opinions. */
export type PaperAsked =
  | { readonly job: 'minutes.make'; readonly input: CallInput<'minutes.make'> }
  | { readonly job: 'opinion_summary.make'; readonly input: CallInput<'opinion_summary.make'> };

interface Props {
  readonly title: string;
  readonly asked: PaperAsked;
  readonly onBack: () => void;
  /** Stands in the header: what the paper can be made of. */
  readonly children?: ReactNode;
}

/** Makes the document at once and shows the real PDF, with printing and saving below. */
export function PaperView({ title, asked, onBack, children }: Props) {
  const [made, setMade] = useState<MadeDocument | null>(null);
  const minutes = useJob('minutes.make');
  const summary = useJob('opinion_summary.make');
  const job = asked.job === 'minutes.make' ? minutes : summary;
  const question = JSON.stringify(asked);
  useEffect(() => {
    let current = true;
    const run = async () => {
      const result =
        asked.job === 'minutes.make' ? await minutes.run(asked.input) : await summary.run(asked.input);
      if (current) setMade(result?.documents[0] ?? null);
    };
    void run();
    return () => {
      current = false;
    };
    // What is asked is compared by its text; the jobs' `run` never changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question]);
  useKeys([{ key: 'Escape', label: 'Quay lại', run: onBack }]);
  return (
    <>
      <PageHeader title={title}>
        {children}
        <Button variant="outlined" onClick={onBack}>
          Quay lại
        </Button>
      </PageHeader>
      <FailureNotice failure={job.failure} />
      {job.running && (
        <JobProgressBar progress={job.progress} waiting="Đang lập văn bản…" onCancel={job.cancel} />
      )}
      {made && (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <Preview key={made.document_id} documentId={made.document_id} />
          <OutBar documents={[made]} shown={made} />
        </Box>
      )}
    </>
  );
}
