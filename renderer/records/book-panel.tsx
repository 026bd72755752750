import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { MadeDocument } from '../../shared/api/documents.ts';
import { kindOf } from '../../shared/records/index.ts';
import { formatDate, parseDate } from '../../shared/vietnamese/dates.ts';
import { useJob } from '../app/data.ts';
import { useKeys } from '../app/keys.tsx';
import { today } from '../components/words.ts';
import { DocumentPane } from '../paper/document-pane.tsx';
import type { ListQuestion } from './export-strip.tsx';
import { hasChoice, LeavingChoices, ordinary, useLeavingLabels } from './leaving-choices.tsx';

interface Props {
  readonly question: ListQuestion;
  readonly onClose: () => void;
}

/** Covers the page; what lies below cannot be reached meanwhile and gets the focus back afterwards. */
function useWholePage(panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const below = [...(panel.current?.parentElement?.children ?? [])].filter((one) => one !== panel.current);
    for (const one of below) one.toggleAttribute('inert', true);
    panel.current?.querySelector('input')?.focus();
    return () => {
      for (const one of below) one.toggleAttribute('inert', false);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [panel]);
}

/** "In sổ": the book of the list that stands below, as filtered; the real PDF, to be printed and saved. */
export default function BookPanel(props: Props) {
  const page = document.getElementById('page');
  return page && createPortal(<Book {...props} />, page);
}

function Book({ question, onClose }: Props) {
  const panel = useRef<HTMLElement>(null);
  const date = useRef<HTMLInputElement>(null);
  const [dateError, setDateError] = useState('');
  const [leaving, setLeaving] = useState(ordinary);
  const [documents, setDocuments] = useState<readonly MadeDocument[]>([]);
  const labels = useLeavingLabels(question.kind, true);
  const job = useJob('exports.book');
  useWholePage(panel);
  const make = async () => {
    const parsed = parseDate(date.current?.value ?? '');
    setDateError(parsed.ok ? '' : parsed.reason);
    if (!parsed.ok || job.running) return;
    // What is shown must never be another choice than the one that is made now.
    setDocuments([]);
    const made = await job.run({ ...question, ...leaving, document_date: parsed.date });
    if (made) setDocuments(made.documents);
  };
  useKeys([
    { key: 'F2', label: 'Lập và xem trước', run: () => void make() },
    {
      key: 'Escape',
      label: job.running ? 'Dừng lập' : 'Về danh sách',
      run: job.running ? job.cancel : onClose,
    },
  ]);
  return (
    <Box
      component="section"
      ref={panel}
      aria-label="In sổ"
      sx={{
        position: 'absolute',
        inset: 0,
        zIndex: 30,
        p: 4,
        px: 5,
        bgcolor: 'background.default',
        display: 'grid',
        gridTemplateColumns: '280px minmax(0, 1fr)',
        gridTemplateRows: 'minmax(0, 1fr)',
        gap: 4,
      }}
    >
      <Paper
        variant="outlined"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
        sx={{ p: 4, display: 'flex', flexDirection: 'column', gap: 4, overflow: 'auto' }}
      >
        <Box>
          <Typography variant="h1">In sổ</Typography>
          <Typography color="textSecondary">
            {kindOf(question.kind).title}, đúng như danh sách đang lọc.
          </Typography>
        </Box>
        <TextField
          id="book-date"
          label="Ngày văn bản"
          inputRef={date}
          defaultValue={formatDate(today())}
          error={dateError !== ''}
          helperText={dateError || undefined}
        />
        {hasChoice(labels) && <LeavingChoices labels={labels} value={leaving} onChange={setLeaving} />}
        <Box sx={{ display: 'flex', gap: 2, mt: 'auto' }}>
          <Button type="submit" variant="contained" disabled={job.running}>
            Xem trước
          </Button>
          <Button variant="outlined" onClick={onClose}>
            Về danh sách
          </Button>
        </Box>
      </Paper>
      <DocumentPane
        job={job}
        waiting="Đang lập sổ…"
        documents={documents}
        shown={documents[0]}
        empty={{
          text: 'Xem lại ngày văn bản rồi bấm Xem trước (F2).',
          hint: 'Sổ hiện ở đây đúng như sẽ in ra giấy, khổ A4 nằm ngang.',
        }}
      />
    </Box>
  );
}
