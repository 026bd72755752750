import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { isAwaiting } from '../../../../shared/records/opinion-flow.ts';
import type { OpinionStatus } from '../../../../shared/records/opinion.ts';
import { opinionRules } from '../../../../shared/records/opinion.ts';
import { answerSince, type OpinionStep } from '../../../../shared/records/opinion-step.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Values } from '../record-sql.ts';
import { insertRecord, rowOf, updateRecord, type ChangeBy } from '../record-writer.ts';
import { deleteDraft } from '../drafts.ts';
import { notThen } from '../rules/units-then.ts';
import { unitsOf } from '../units/directory.ts';
import { answerDueDate, dueDateFor } from './due-days.ts';
import {
  forumOf,
  opinionOf,
  stateOf,
  stepsOf,
  type ForumRow,
  type OpinionRow,
  type StepRow,
} from './rows.ts';
import { keepSpeaker, type SpeakerKey } from './speaker.ts';

type Added = ParsedInput<'opinions.add'>;

/** What is said on the spot to a praise that nobody answered in words. */
const acceptedWords = 'Tiếp thu.';

const lastPosition = statement((given: { forum: number }) =>
  query
    .selectFrom('opinion')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .where('forum_id', '=', given.forum),
);

/** Refuses values that cannot be, each under its field. */
export function requireOpinion(database: Database, values: Values, day: string): void {
  const faults = opinionRules(values);
  const { village_id, topic_id, responsible_team_id } = values;
  if (typeof village_id === 'number') {
    if (unitsOf(database).level(village_id) !== 'village') faults['village_id'] = 'Bản này không hợp lệ.';
    else {
      const gone = notThen(database, [village_id], day);
      if (gone) faults['village_id'] = gone;
    }
  }
  if (typeof topic_id === 'number' && rowOf(database, 'opinion_topic', topic_id).voided_at !== null)
    faults['topic_id'] = 'Chủ đề này đã bị hủy.';
  if (
    typeof responsible_team_id === 'number' &&
    rowOf(database, 'team', responsible_team_id).voided_at !== null
  )
    faults['responsible_team_id'] = 'Đội này đã bị hủy.';
  if (Object.keys(faults).length > 0) fail('invalid', Object.values(faults).join(' '), { fields: faults });
}

/** The team's or agency's name as a step keeps it. */
export function responsibleName(database: Database, values: Values): string | null {
  const { responsible_team_id: team, responsible_agency: agency } = values;
  const names = [typeof team === 'number' ? String(rowOf(database, 'team', team)['name']) : '', agency ?? ''];
  return names.filter(Boolean).join(', ').slice(0, 160) || null;
}

/** The step that the forum itself took with an opinion besides receiving it. */
function stepAtForum(input: Added, answer: string | null): Exclude<OpinionStep, 'receive'> | null {
  switch (input.handling) {
    case 'accepted':
    case 'explained':
      return answer === null ? null : 'answer';
    case 'escalated':
      return 'escalate';
    case 'referred':
      return 'refer';
    case 'assigned':
      return input.responsible_team_id !== null || input.responsible_agency !== null ? 'assign' : null;
  }
}

const statusAtForum = {
  answer: 'answered',
  escalate: 'assigned',
  refer: 'assigned',
  assign: 'assigned',
} as const;

function valuesOf(database: Database, input: Added, forum: ForumRow): Values & { status: OpinionStatus } {
  const { speaker, due_date, ...typed } = input;
  const praised = input.handling === 'accepted' && input.opinion_kind === 'praise' && speaker === null;
  const answer = input.answer ?? (praised ? acceptedWords : null);
  const step = stepAtForum(input, answer);
  const status = step === null ? 'new' : statusAtForum[step as keyof typeof statusAtForum];
  const reply_wanted = speaker !== null;
  const awaiting = isAwaiting({ status, reply_wanted, replied_on: null });
  const usual = awaiting ? answerDueDate : dueDateFor;
  const due = due_date ?? usual(database, input.handling, forum.held_on);
  return { ...typed, answer, status, reply_wanted, awaiting, due_date: due, raised_on: forum.held_on };
}

/**
 * Adds an opinion of a forum with the steps that the forum took: received, and answered or handed on where that
 * was said at once. Who wants a written answer is sealed in the same transaction.
 */
export function addOpinion(database: Database, input: Added, by: ChangeBy, key: SpeakerKey) {
  const forum = forumOf(database, input.forum_id);
  const values = valuesOf(database, input, forum);
  requireOpinion(database, values, forum.held_on);
  if (typeof values['due_date'] === 'string' && values['due_date'] < forum.held_on)
    fail('invalid', 'Hạn trả lời ở trước ngày diễn đàn.', { fields: { due_date: 'Trước ngày diễn đàn.' } });
  const position = (database.first(lastPosition({ forum: forum.id }))?.last ?? 0) + 1;
  const unit = new UnitOfWork();
  const row = insertRecord(database, unit, 'opinion', { ...values, position }, by);
  const step = { opinion_id: row.id, step_on: forum.held_on };
  insertRecord(database, unit, 'opinion_step', { ...step, step: 'receive', status_after: 'new' }, by);
  const taken = stepAtForum(input, values['answer'] as string | null);
  if (taken !== null)
    insertRecord(
      database,
      unit,
      'opinion_step',
      {
        ...step,
        step: taken,
        status_after: values.status,
        status_before: 'new',
        handling_before: input.handling,
        due_date_before: values['due_date'] ?? null,
        responsible: responsibleName(database, values),
      },
      by,
    );
  if (input.speaker) keepSpeaker(unit, row, input.speaker, key, by);
  deleteDraft(unit, by.userId, `opinion:${forum.id}`);
  database.commit(unit);
  return { id: row.id, version: row.version, position };
}

/**
 * What was answered at the forum after a correction; undefined where the opinion's own answer is that. Taken over
 * unchanged as the later answer, it is corrected with it.
 */
function correctedAtForum(input: ParsedInput<'opinions.correct'>, before: OpinionRow, since?: StepRow) {
  const { answer, answer_at_forum: given } = input;
  if (!since) {
    if (given === undefined) return undefined;
    const fault = 'Sau diễn đàn chưa có trả lời nào khác; hãy sửa ở mục Trả lời.';
    fail('invalid', fault, { fields: { answer_at_forum: fault } });
  }
  if (given !== undefined) return given;
  return since.answer_before === before.answer ? answer : since.answer_before;
}

/** Corrects what was written wrongly; gives the new version. */
export function correctOpinion(
  database: Database,
  input: ParsedInput<'opinions.correct'>,
  by: ChangeBy,
): number {
  const { id, version, reason, answer_at_forum: _given, ...typed } = input;
  const before = opinionOf(database, id);
  if (before.status === 'transferred')
    fail('invalid', 'Ý kiến này đã chuyển quy trình khác; ở đây chỉ còn giữ nơi chuyển, ngày và số.');
  // What is done with the opinion is not corrected here: its steps stand for themselves.
  requireOpinion(database, typed, before.raised_on);
  const answered = !['new', 'assigned', 'in_progress'].includes(stateOf(before).status);
  if (answered && typed.answer === null)
    fail('invalid', 'Ý kiến đã trả lời thì phải có nội dung trả lời.', {
      fields: { answer: 'Cần nhập mục này.' },
    });
  const since = answerSince(before, stepsOf(database, id));
  const answer_before = correctedAtForum(input, before, since);
  const unit = new UnitOfWork();
  const how = { ...by, reason };
  const after = updateRecord(unit, 'opinion', before, version, typed, how);
  if (since && answer_before !== undefined)
    updateRecord(unit, 'opinion_step', since, since.version, { answer_before }, how);
  if (unit.changes.length > 0) database.commit(unit);
  return after.version;
}
