import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, useState } from 'react';
import type { CallOutput } from '../../../shared/api.ts';
import { formatDate, parseDate } from '../../../shared/vietnamese/dates.ts';
import { today } from '../../components/words.ts';
import type { PaperAsked } from '../../paper/paper-view.tsx';
import type { PaperChoice } from '../houses/house-papers.tsx';

interface Props {
  readonly phase: CallOutput<'houses.progress'>[number];
  readonly onPaper: (paper: PaperChoice) => void;
}

type Input = { readonly phase_id: number; readonly document_date: string };
interface List {
  readonly title: string;
  /** On its button. */
  readonly label: string;
  readonly asked: (input: Input) => PaperAsked;
}
const lists: readonly List[] = [
  {
    title: 'Danh sách khảo sát',
    label: 'In khảo sát',
    asked: (input) => ({ job: 'survey_list.make', input }),
  },
  { title: 'Danh sách nhà', label: 'In danh sách', asked: (input) => ({ job: 'house_list.make', input }) },
  {
    title: 'Danh sách công khai',
    label: 'In công khai',
    asked: (input) => ({ job: 'house_list.make', input: { ...input, public: true } }),
  },
];

/** The lists of a phase as of a day: for the survey, of its houses, and the public one. */
export function ListPapers({ phase, onPaper }: Props) {
  const day = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string>();
  return (
    <>
      <TextField
        label="Tính đến ngày"
        defaultValue={formatDate(today())}
        inputRef={day}
        error={wrong !== undefined}
        helperText={wrong}
        sx={{ width: 180, ml: 'auto' }}
      />
      {lists.map(({ title, label, asked }) => (
        <Button
          key={title}
          variant="outlined"
          onClick={() => {
            const read = parseDate(day.current?.value ?? '');
            setWrong(read.ok ? undefined : read.reason);
            if (read.ok)
              onPaper({ title, asked: asked({ phase_id: phase.phase_id, document_date: read.date }) });
          }}
        >
          {label}
        </Button>
      ))}
    </>
  );
}
