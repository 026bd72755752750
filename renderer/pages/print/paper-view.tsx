import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState, type ReactNode } from 'react';
import type { CallInput, CallOutput, JobName } from '../../../shared/api.ts';
import type { MadeDocument } from '../../../shared/api/documents.ts';
import { useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { JobProgressBar } from '../../components/job-progress-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { OutBar } from './out-bar.tsx';
import { Preview } from './preview.tsx';

/** The jobs that make documents. */
type PaperJob = {
  [N in JobName]: CallOutput<N> extends { documents: readonly MadeDocument[] } ? N : never;
}[JobName];

/** What is to be put on paper. */
export type PaperAsked = {
  [N in PaperJob]: { readonly job: N; readonly input: CallInput<N> };
}[PaperJob];

interface Props {
  readonly title: string;
  readonly asked: PaperAsked;
  readonly onBack: () => void;
  /** Stands in the header: what the paper can be made of. */
  readonly children?: ReactNode;
}

/** Makes the document at once and shows the real PDF, with printing and saving below. */
export function PaperView({ title, asked, onBack, children }: Props) {
  useKeys([{ key: 'Escape', label: 'Quay lại', run: onBack }]);
  return (
    <>
      <PageHeader title={title}>
        {children}
        <Button variant="outlined" onClick={onBack}>
          Quay lại
        </Button>
      </PageHeader>
      <Made key={JSON.stringify(asked)} asked={asked} />
    </>
  );
}

/** The document of one question; another question is another component. */
function Made({ asked }: Pick<Props, 'asked'>) {
  const [input] = useState(asked.input);
  const [made, setMade] = useState<MadeDocument | null>(null);
  const { run, running, progress, failure, cancel } = useJob<PaperJob>(asked.job);
  useEffect(() => {
    let current = true;
    void run(input).then((result) => {
      if (current) setMade(result?.documents[0] ?? null);
    });
    return () => {
      current = false;
    };
  }, [run, input]);
  return (
    <>
      <FailureNotice failure={failure} />
      {running && <JobProgressBar progress={progress} waiting="Đang lập văn bản…" onCancel={cancel} />}
      {made && (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <Preview key={made.document_id} documentId={made.document_id} />
          <OutBar documents={[made]} shown={made} />
        </Box>
      )}
    </>
  );
}
