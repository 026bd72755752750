import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState, type ReactNode } from 'react';
import type { CallInput, CallOutput, JobName } from '../../shared/api.ts';
import type { MadeDocument } from '../../shared/api/documents.ts';
import { useJob } from '../app/data.ts';
import { useKeys } from '../app/keys.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { DocumentDate } from './document-date.tsx';
import { DocumentPane } from './document-pane.tsx';

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

/** The same paper with another day on it; a paper whose day is not chosen stays as it is. */
function dated(asked: PaperAsked, day: string | null): PaperAsked {
  if (day === null || !('document_date' in asked.input)) return asked;
  // The job and the rest of its question stay what they were.
  return { ...asked, input: { ...asked.input, document_date: day } } as PaperAsked;
}

/** Makes the document at once and shows the real PDF, with printing and saving below. */
export function PaperView({ title, asked: given, onBack, children }: Props) {
  const [day, setDay] = useState<string | null>(null);
  const asked = dated(given, day);
  useKeys([{ key: 'Escape', label: 'Quay lại', run: onBack }]);
  return (
    <>
      <PageHeader title={title}>
        {children}
        {'document_date' in asked.input && <DocumentDate day={asked.input.document_date} onDay={setDay} />}
        <Button variant="outlined" onClick={onBack}>
          Quay lại
        </Button>
      </PageHeader>
      <Making key={JSON.stringify(asked)} asked={asked} />
    </>
  );
}

/** One paper from its question on; another question is another paper, so that none is ever shown for the other. */
function Making({ asked: given }: Pick<Props, 'asked'>) {
  const [asked] = useState(given);
  const [documents, setDocuments] = useState<readonly MadeDocument[]>([]);
  const [chosen, setChosen] = useState(0);
  const job = useJob<PaperJob>(asked.job);
  const { run, cancel } = job;
  useEffect(() => {
    void run(asked.input).then((made) => setDocuments(made?.documents ?? []));
    return cancel;
  }, [asked, run, cancel]);
  return (
    <DocumentPane job={job} waiting="Đang lập văn bản…" documents={documents} shown={documents[chosen]}>
      {documents.length > 1 && (
        <TextField
          select
          label="Văn bản"
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
          sx={{ width: 420, mt: 2 }}
        >
          {documents.map(({ document_id, title }, index) => (
            <MenuItem key={document_id} value={index}>
              {title}
            </MenuItem>
          ))}
        </TextField>
      )}
    </DocumentPane>
  );
}
