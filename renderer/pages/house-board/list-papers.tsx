import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CallOutput } from '../../../shared/api.ts';
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

/** The lists of a phase: for the survey, of its houses, and the public one; the day is chosen on the paper. */
export function ListPapers({ phase, onPaper }: Props) {
  return (
    <Box sx={{ ml: 'auto', display: 'flex', gap: 3 }}>
      {lists.map(({ title, label, asked }) => (
        <Button
          key={title}
          variant="outlined"
          onClick={() =>
            onPaper({ title, asked: asked({ phase_id: phase.phase_id, document_date: today() }) })
          }
        >
          {label}
        </Button>
      ))}
    </Box>
  );
}
