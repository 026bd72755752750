import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { CallInput } from '../../../shared/api.ts';
import type { MadeDocument } from '../../../shared/api/documents.ts';
import { useJob } from '../../app/data.ts';
import { useKeys } from '../../app/keys.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DocumentPane } from '../../paper/document-pane.tsx';

/** What is put on paper: the minutes of a forum, or the summary of opinions. */
export type PaperAsked =
  | { readonly job: 'minutes.make'; readonly input: CallInput<'minutes.make'> }
  | { readonly job: 'opinion_summary.make'; readonly input: CallInput<'opinion_summary.make'> };

interface Props {
  readonly title: string;
  readonly asked: PaperAsked;
  readonly onBack: () => void;
}

/** Makes the document at once and shows the real PDF, with printing and saving below. */
export function PaperView({ title, asked, onBack }: Props) {
  useKeys([{ key: 'Escape', label: 'Quay lại', run: onBack }]);
  return (
    <>
      <PageHeader title={title}>
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
  const minutes = useJob('minutes.make');
  const summary = useJob('opinion_summary.make');
  const job = asked.job === 'minutes.make' ? minutes : summary;
  const { run: makeMinutes } = minutes;
  const { run: makeSummary } = summary;
  const { cancel } = job;
  useEffect(() => {
    const making = asked.job === 'minutes.make' ? makeMinutes(asked.input) : makeSummary(asked.input);
    void making.then((made) => setDocuments(made?.documents ?? []));
    return cancel;
  }, [asked, makeMinutes, makeSummary, cancel]);
  return <DocumentPane job={job} waiting="Đang lập văn bản…" documents={documents} shown={documents[0]} />;
}
