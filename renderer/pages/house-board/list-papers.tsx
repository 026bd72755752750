import Button from '@mui/material/Button';
import type { CallOutput } from '../../../shared/api.ts';
import { today } from '../../components/words.ts';
import type { PaperChoice } from '../houses/house-papers.tsx';

interface Props {
  readonly phase: CallOutput<'houses.progress'>[number];
  readonly onPaper: (paper: PaperChoice) => void;
}

/** The lists of a phase: for the survey, of its houses, and the public one. */
export function ListPapers({ phase, onPaper }: Props) {
  const input = { phase_id: phase.phase_id, document_date: today() };
  return (
    <>
      <Button
        variant="outlined"
        onClick={() => onPaper({ title: 'Danh sách khảo sát', asked: { job: 'survey_list.make', input } })}
      >
        Danh sách khảo sát
      </Button>
      <Button
        variant="outlined"
        onClick={() => onPaper({ title: 'Danh sách nhà', asked: { job: 'house_list.make', input } })}
      >
        Danh sách nhà
      </Button>
      <Button
        variant="outlined"
        onClick={() =>
          onPaper({
            title: 'Danh sách công khai',
            asked: { job: 'house_list.make', input: { ...input, public: true } },
          })
        }
      >
        Danh sách công khai
      </Button>
    </>
  );
}
