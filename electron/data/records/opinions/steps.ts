import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import {
  isAwaiting,
  opinionFlow,
  refusedStep,
  type TakenStep,
} from '../../../../shared/records/opinion-flow.ts';
import { opinionSteps } from '../../../../shared/records/opinion-step.ts';
import type { Handling } from '../../../../shared/records/opinion.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Values } from '../record-sql.ts';
import { insertRecord, updateRecord, voidRecord, type ChangeBy } from '../record-writer.ts';
import { localDay } from '../../office/wording.ts';
import { requireOpinion, responsibleName } from './add.ts';
import { answerDueDate, dueDateFor } from './due-days.ts';
import { opinionOf, requireOrder, stateOf, stepsOf, type OpinionRow } from './rows.ts';
import { emptyLog, hasSpeaker, purgeSpeaker } from './speaker.ts';
import { transferOpinion } from './transfer.ts';

type Step = ParsedInput<'opinions.take_step'>;
type Moved = CallOutput<'opinions.take_step'>;

const handlingOf: Partial<Record<TakenStep, Handling>> = {
  assign: 'assigned',
  escalate: 'escalated',
  refer: 'referred',
};

/** Who answers now, and until when. */
function handedOn(database: Database, opinion: OpinionRow, input: Step, handling: Handling): Values {
  const { responsible_team_id, responsible_agency, due_date, step_on } = input;
  if (responsible_team_id === null && responsible_agency === null)
    fail('invalid', 'Cần ghi đội hoặc cơ quan phụ trách.', {
      fields: { responsible_agency: 'Cần ghi đội hoặc cơ quan.' },
    });
  const due = due_date ?? dueDateFor(database, handling, step_on);
  if (due !== null && due < step_on)
    fail('invalid', 'Hạn trả lời ở trước ngày giao.', { fields: { due_date: 'Trước ngày giao.' } });
  const values = { handling, responsible_team_id, responsible_agency, due_date: due };
  requireOpinion(database, { ...opinion, ...values }, opinion.raised_on);
  return values;
}

/** What a step changes of the opinion besides its status. */
function changesOf(database: Database, opinion: OpinionRow, input: Step): Values {
  const handling = handlingOf[input.step];
  if (handling) return handedOn(database, opinion, input, handling);
  if (input.step === 'send_reply') return { replied_on: input.step_on };
  if (input.step !== 'answer') return {};
  const answer = input.answer ?? opinion.answer;
  if (answer === null)
    fail('invalid', 'Cần ghi nội dung trả lời.', { fields: { answer: 'Cần nhập mục này.' } });
  return { answer };
}

/** Takes one step with an opinion; a wrong one is refused with the reason. */
export function takeStep(database: Database, input: Step, by: ChangeBy): Moved {
  const opinion = opinionOf(database, input.id);
  const refused = refusedStep(stateOf(opinion), input.step);
  if (refused) fail('invalid', refused);
  const steps = stepsOf(database, opinion.id);
  requireOrder(input.step_on, steps.at(-1)?.step_on ?? opinion.raised_on);
  if (input.step === 'transfer') return transferOpinion(database, opinion, input, by);
  const status = opinionFlow[input.step].to;
  const values = { ...changesOf(database, opinion, input), status };
  const awaiting = isAwaiting(stateOf({ ...opinion, ...values }));
  const unit = new UnitOfWork();
  const changed = { ...values, awaiting };
  const after = updateRecord(unit, 'opinion', opinion, input.version, changed, {
    ...by,
    action: 'take_step',
  });
  insertRecord(
    database,
    unit,
    'opinion_step',
    {
      opinion_id: opinion.id,
      step: input.step,
      step_on: input.step_on,
      status_after: status,
      responsible: handlingOf[input.step] ? responsibleName(database, values) : null,
      note: input.note,
      status_before: opinion.status,
      handling_before: opinion.handling,
      responsible_team_id_before: opinion.responsible_team_id,
      responsible_agency_before: opinion.responsible_agency,
      due_date_before: opinion.due_date,
      answer_before: opinion.answer,
    },
    by,
  );
  const purged = input.step === 'send_reply' && hasSpeaker(database, opinion.id);
  if (purged) purgeSpeaker(unit, opinion.id, by);
  database.commit(unit);
  if (purged) emptyLog(database);
  return { version: after.version, status };
}

/** Takes the last step back with its reason; the step stays, voided. */
export function undoStep(database: Database, input: ParsedInput<'opinions.undo_step'>, by: ChangeBy): Moved {
  const { id, version, reason } = input;
  const opinion = opinionOf(database, id);
  const last = stepsOf(database, id).at(-1);
  if (!last || last.step === 'receive') fail('invalid', 'Không còn bước nào để hoàn tác.');
  if (last.step === 'transfer')
    fail('invalid', 'Không hoàn tác được: nội dung ý kiến đã được xóa khi chuyển quy trình khác.');
  const status = last.status_before ?? 'new';
  const values = {
    status,
    handling: last.handling_before ?? opinion.handling,
    responsible_team_id: last.responsible_team_id_before,
    responsible_agency: last.responsible_agency_before,
    due_date: last.due_date_before ?? opinion.due_date,
    // Only an answering step has changed the answer; any other keeps what was corrected since.
    answer: last.step === 'answer' ? last.answer_before : opinion.answer,
    replied_on: last.step === 'send_reply' ? null : opinion.replied_on,
  };
  const awaiting = isAwaiting(stateOf({ ...opinion, ...values }));
  const unit = new UnitOfWork();
  // What nobody owed until now is owed from today on.
  const owed = awaiting ? answerDueDate(database, values.handling, localDay(new Date())) : null;
  const changed = { ...values, awaiting, due_date: values.due_date ?? owed };
  const how = { ...by, action: 'undo_step', reason: `${opinionSteps[last.step]}: ${reason}` } as const;
  const after = updateRecord(unit, 'opinion', opinion, version, changed, how);
  voidRecord(unit, 'opinion_step', last, last.version, { ...by, reason });
  database.commit(unit);
  return { version: after.version, status };
}
