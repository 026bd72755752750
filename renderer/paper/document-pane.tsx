import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { JobName } from '../../shared/api.ts';
import type { MadeDocument } from '../../shared/api/documents.ts';
import type { JobState } from '../app/data.ts';
import { call } from '../client.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { JobProgressBar } from '../components/job-progress-bar.tsx';
import { OutBar } from './out-bar.tsx';
import { PdfView } from './pdf-view.tsx';

/** Fetches a made document by its one-time address. */
async function documentBytes(document_id: string): Promise<Uint8Array> {
  const { address } = await call('documents.address', { document_id });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The document's address answered ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The real PDF of a made document. */
function Preview({ documentId }: { readonly documentId: string }) {
  return <PdfView key={documentId} of={documentId} load={documentBytes} />;
}

interface Props {
  /** The job that makes the documents. */
  readonly job: Omit<JobState<JobName>, 'run'>;
  /** Said while the job has told nothing of its progress yet. */
  readonly waiting: string;
  readonly documents: readonly MadeDocument[];
  /** The one in the preview. */
  readonly shown: MadeDocument | undefined;
  /** What to do, where there is no document yet. */
  readonly empty?: { readonly text: string; readonly hint: string };
  /** Stands above the preview. */
  readonly children?: ReactNode;
}

/** Documents from the making to the paper: progress, what went wrong, the real PDF, printing and saving below it. */
export function DocumentPane({ job, waiting, documents, shown, empty, children }: Props) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0, gap: 2 }}>
      {job.running && <JobProgressBar progress={job.progress} waiting={waiting} onCancel={job.cancel} />}
      <FailureNotice failure={job.failure} onClose={job.clear} />
      {job.cancelled && <Typography role="status">Đã dừng, chưa lập văn bản nào.</Typography>}
      {children}
      {shown ? (
        <>
          <Preview documentId={shown.document_id} />
          <OutBar documents={documents} shown={shown} />
        </>
      ) : (
        !job.running && empty && <EmptyState {...empty} />
      )}
    </Box>
  );
}
