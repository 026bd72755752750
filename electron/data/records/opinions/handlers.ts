import type { opinionCalls } from '../../../../shared/api/opinions.ts';
import { usualTopics } from '../../../../shared/records/opinion-topic.ts';
import type { CallContext, Handlers } from '../../context.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { insertRecord, rowOf, type ChangeBy } from '../record-writer.ts';
import { shown } from '../shown.ts';
import { addOpinion, correctOpinion } from './add.ts';
import { boardOf, waitingOpinions } from './board.ts';
import { makeMinutesDocument, makeSummaryDocument } from './documents.ts';
import { dueDaysOf, setDueDays } from './due-days.ts';
import { opinionOf, stepsOf } from './rows.ts';
import { hasSpeaker, keepSpeakerLater, revealSpeaker } from './speaker.ts';
import { takeStep, undoStep } from './steps.ts';
import { restoreOpinion, voidOpinion } from './void.ts';

/** Where no topic was ever written down, the usual ones are; gives how many there are. */
function plantTopics(database: Database, by: ChangeBy): number {
  const counted = query.selectFrom('opinion_topic').select(({ fn }) => fn.countAll<number>().as('count'));
  const count = database.first(counted.compile())?.count ?? 0;
  if (count > 0) return count;
  const unit = new UnitOfWork();
  for (const name of usualTopics) insertRecord(database, unit, 'opinion_topic', { name }, by);
  database.commit(unit);
  return usualTopics.length;
}

function pageOf({ office }: CallContext, id: number) {
  const { database } = office;
  const { role } = office.requireSession();
  return {
    opinion: shown(database, 'opinion', rowOf(database, 'opinion', id), role),
    steps: stepsOf(database, id).map((step) => shown(database, 'opinion_step', step, role)),
    has_speaker: hasSpeaker(database, id),
  };
}

function ofForum({ office }: CallContext, forum: number) {
  const { role } = office.requireSession();
  const ids = query
    .selectFrom('opinion')
    .select('id')
    .where('forum_id', '=', forum)
    .where('voided_at', 'is', null)
    .orderBy('position');
  return office.database
    .all(ids.compile())
    .map(({ id }) => shown(office.database, 'opinion', rowOf(office.database, 'opinion', id), role));
}

/** Opinions and what happens to them. */
export const opinionHandlers: Handlers<keyof typeof opinionCalls> = {
  'opinions.add': (input, context) =>
    addOpinion(context.office.database, input, changeBy(context), context.office.answerKey),
  'opinions.correct': (input, context) => ({
    version: correctOpinion(context.office.database, input, changeBy(context)),
  }),
  'opinions.take_step': (input, context) => takeStep(context.office.database, input, changeBy(context)),
  'opinions.undo_step': (input, context) => undoStep(context.office.database, input, changeBy(context)),
  'opinions.void': (input, context) => ({
    version: voidOpinion(context.office.database, input, changeWithReason(context, input.reason)),
  }),
  'opinions.restore': (input, context) => ({
    version: restoreOpinion(context.office.database, input, changeWithReason(context, input.reason)),
  }),
  'opinions.page': ({ id }, context) => pageOf(context, id),
  'opinions.of_forum': ({ forum_id }, context) => ofForum(context, forum_id),
  'opinions.board': (input, { office }) => boardOf(office.database, input, office.requireSession().role),
  'opinions.waiting': (_input, { office }) => waitingOpinions(office.database),
  'opinions.reveal_speaker': ({ id }, { office }) => {
    const { user_id } = office.requireSession();
    return revealSpeaker(office.database, opinionOf(office.database, id), office.answerKey, user_id);
  },
  'opinions.keep_speaker': ({ id, version, speaker }, context) => {
    const { database, answerKey } = context.office;
    const opinion = opinionOf(database, id);
    return { version: keepSpeakerLater(database, opinion, version, speaker, answerKey, changeBy(context)) };
  },
  'opinions.usual_topics': (_input, context) => ({
    topics: plantTopics(context.office.database, changeBy(context)),
  }),
  'opinions.due_days': (_input, { office }) => dueDaysOf(office.database),
  'opinions.set_due_days': (input, { office }) => {
    setDueDays(office.database, input, office.requireSession().user_id);
    return { done: true };
  },
  'minutes.make': (input, context) => makeMinutesDocument(input, context),
  'opinion_summary.make': (input, context) => makeSummaryDocument(input, context),
};
