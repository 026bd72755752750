import { isAwaiting } from '../../../../shared/records/opinion-flow.ts';
import type { IsoDate } from '../../../../shared/vietnamese/dates.ts';
import { stateOf, type OpinionRow, type StepRow } from './rows.ts';

/** What steps change of an opinion. */
export type Standing = Pick<
  OpinionRow,
  'status' | 'awaiting' | 'answer' | 'responsible_team_id' | 'responsible_agency' | 'due_date' | 'replied_on'
>;

/** What a step found before it changed it; of the answer only an answering step knows. */
function before(opinion: OpinionRow, step: StepRow): Omit<Standing, 'answer'> {
  const status = step.status_before ?? opinion.status;
  // A transfer changes nothing else, and leaves no words behind.
  if (step.step === 'transfer') return { ...opinion, status };
  return {
    status,
    awaiting: opinion.awaiting,
    responsible_team_id: step.responsible_team_id_before,
    responsible_agency: step.responsible_agency_before,
    due_date: step.due_date_before ?? opinion.due_date,
    replied_on: opinion.replied_on,
  };
}

/**
 * An opinion as it stood at the end of a day: the first step behind that day says what it found, the first answering
 * one which answer; where none has changed the answer since, it is the present one as corrected. `steps` are those
 * that stand, from the first to the last.
 */
export function standingOn(opinion: OpinionRow, steps: readonly StepRow[], day: IsoDate): Standing {
  const later = steps.filter(({ step_on }) => step_on > day);
  const [next] = later;
  if (!next) return opinion;
  const answering = later.find(({ step }) => step === 'answer');
  const answer = answering ? answering.answer_before : opinion.answer;
  const then = { ...before(opinion, next), answer };
  const replied_on = then.replied_on !== null && then.replied_on > day ? null : then.replied_on;
  const awaiting = isAwaiting(stateOf({ ...opinion, ...then, replied_on })) ? 1 : 0;
  return { ...then, replied_on, awaiting };
}
