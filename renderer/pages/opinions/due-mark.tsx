import Box from '@mui/material/Box';
import type { ShownRecord } from '../../../shared/api/records.ts';
import { dueState } from '../../../shared/records/opinion-flow.ts';
import { daysBetween } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { dateInWords } from '../../components/words.ts';

const colours = { overdue: 'error.main', soon: 'warning.main', later: 'inherit', none: 'inherit' } as const;

function wordsOf(state: keyof typeof colours, left: number): string {
  if (state === 'overdue') return ` · quá ${formatNumber(-left)} ngày`;
  if (state !== 'soon') return '';
  return left === 0 ? ' · hôm nay' : ` · còn ${left} ngày`;
}

/** A due date as it stands today: red and in words where it has passed, amber where it is near. */
export function DueMark({ opinion, today }: { readonly opinion: ShownRecord; readonly today: string }) {
  const due = typeof opinion['due_date'] === 'string' ? opinion['due_date'] : null;
  if (due === null) return null;
  const state = dueState({ awaiting: opinion['awaiting'] === true, due_date: due }, today);
  return (
    <Box
      component="span"
      data-due={state}
      sx={{ color: colours[state], fontWeight: state === 'later' || state === 'none' ? 400 : 600 }}
    >
      {dateInWords(due)}
      {wordsOf(state, daysBetween(today, due))}
    </Box>
  );
}
