import { sql } from 'kysely';
import { fail } from '../../../../shared/failure.ts';
import {
  handlings,
  opinionAbout,
  opinionKinds,
  opinionStatuses,
  transferKinds,
  type Handling,
} from '../../../../shared/records/opinion.ts';
import { answerSince } from '../../../../shared/records/opinion-step.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import {
  makeMinutes,
  makeOpinionSummary,
  writeDocument,
  type MinutesOpinion,
  type SummaryForum,
  type SummaryOpinion,
} from '../../documents/index.ts';
import { villageLabel } from '../../documents/wording.ts';
import { statement } from '../../database/statement.ts';
import type { Task, TaskContext } from '../../jobs/task.ts';
import { agencyOn, onSnapshot, type Snapshot } from '../../register/snapshot.ts';
import type { OpinionRow, StepRow } from './rows.ts';
import { standingOn, type Standing } from './standing.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';

type Forum = StoredRecord<'forum'>;
type Opinion = OpinionRow & { readonly topic: string };
type Made = { pages: number; rows: number };

const opinionsOf = statement(
  ({ forum }: { forum: number }) => sql<Opinion>`select o.*, t.name as topic from opinion o
    join opinion_topic t on t.id = o.topic_id
    where o.forum_id = ${forum} and o.voided_at is null order by o.position`,
);
const stepsOf = statement(
  ({ forum }: { forum: number }) => sql<StepRow>`select s.* from opinion_step s
    join opinion o on o.id = s.opinion_id
    where o.forum_id = ${forum} and s.voided_at is null and o.voided_at is null order by s.id`,
);
const forumOf = statement(
  ({ id }: { id: number }) => sql<Forum>`select * from forum where id = ${id} and voided_at is null`,
);
const forumsHeld = statement(
  ({ from, to }: { from: string; to: string }) => sql<Forum>`select * from forum
    where voided_at is null and held_on between ${from} and ${to} order by held_on, id`,
);
const teams = statement(() => sql<{ id: number; name: string }>`select id, name from team`);

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** "xã Huồi Tụ": what the commune was on the forum's day. */
function communeName({ units }: Snapshot, forum: Forum): string {
  const { type, name } = units.unitAt(forum.commune_id, forum.held_on);
  return `${type} ${name}`;
}

function placeOf(snapshot: Snapshot, forum: Forum): string {
  return `${forum.place}, ${communeName(snapshot, forum)}`;
}

/** Who spoke, as paper says it: never a name. */
function speakerOf({ units }: Snapshot, { village_id, raised_on }: OpinionRow): string {
  return village_id === null
    ? '1 công dân'
    : `1 công dân ${lower(villageLabel(units.nameAt(village_id, raised_on)))}`;
}

const aboutWords = ({ about, about_other }: OpinionRow) =>
  (about === 'other_agency' ? about_other : null) ?? opinionAbout[about];

/** What needs no step at the forum; any other handling stands by its step, which may have been taken back. */
const withoutStep: readonly Handling[] = ['accepted', 'assigned'];

/**
 * What was said of an opinion at the forum itself: before any step that was taken later, but for the answer, whose
 * words may have been corrected since.
 */
function atForum(opinion: Opinion, steps: readonly StepRow[]) {
  const own = steps.filter(({ created_at }) => created_at === opinion['created_at']);
  const [, taken] = own;
  const later = steps.find(({ created_at }) => created_at !== opinion['created_at']);
  const since = answerSince(opinion, steps);
  const handling = taken?.handling_before ?? later?.handling_before ?? opinion.handling;
  const told = taken ? taken.step !== 'answer' : withoutStep.includes(handling);
  return {
    answer: since ? since.answer_before : opinion.answer,
    handling: told ? handlings[handling] : '',
    responsible: taken?.responsible ?? null,
    due_date: later ? later.due_date_before : opinion.due_date,
  };
}

function minutesOpinion(snapshot: Snapshot, opinion: Opinion, steps: readonly StepRow[]): MinutesOpinion {
  const { transfer_kind, content, opinion_kind, topic } = opinion;
  return {
    speaker: speakerOf(snapshot, opinion),
    kind: opinionKinds[opinion_kind],
    topic: lower(topic),
    about: aboutWords(opinion),
    content,
    transferred: transfer_kind && transferKinds[transfer_kind],
    ...atForum(opinion, steps),
  };
}

function forumIn({ reader }: Snapshot, id: number): Forum {
  return reader.first(forumOf({ id })) ?? fail('not_found', 'Không tìm thấy diễn đàn này.');
}

/** The steps that stand, from the first to the last, under their opinions. */
function stepsByOpinion({ reader }: Snapshot, forum: number): Map<number, StepRow[]> {
  return Map.groupBy(reader.all(stepsOf({ forum })), ({ opinion_id }) => opinion_id);
}

const optionsOf = (context: TaskContext) => ({
  fontFolder: context.config.fonts,
  isCancelled: context.cancelled,
});

export interface MinutesJob {
  readonly forum_id: number;
  readonly sample: boolean;
  readonly path: string;
}

/** Biên bản of a forum, in the worker. */
export const minutesTask: Task<MinutesJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const forum = forumIn(snapshot, job.forum_id);
    const steps = stepsByOpinion(snapshot, forum.id);
    const opinions = snapshot.reader
      .all(opinionsOf({ forum: forum.id }))
      .map((opinion) => minutesOpinion(snapshot, opinion, steps.get(opinion.id) ?? []));
    const data = {
      ...forum,
      agency: agencyOn(snapshot, forum.held_on),
      place: placeOf(snapshot, forum),
      opinions,
      chain_head: snapshot.chainHead,
      sample: job.sample,
    };
    return writeDocument(job.path, (sink) => makeMinutes(data, optionsOf(context), sink));
  });

/** Where an opinion stands, and what was answered. */
function resultOf(opinion: Opinion, standing: Standing, overdue: boolean): string {
  const { transfer_kind, transfer_to, transfer_on, transfer_number } = opinion;
  if (transfer_kind) {
    const number = transfer_number ? `, số ${transfer_number}` : '';
    return `Chuyển quy trình ${transferKinds[transfer_kind]}: ${transfer_to ?? ''}, ngày ${formatDate(transfer_on ?? '')}${number}.`;
  }
  const { status, answer, replied_on } = standing;
  const words = capital(opinionStatuses[status]) + (overdue ? ', quá hạn' : '');
  const sent = replied_on ? ` Đã gửi văn bản ngày ${formatDate(replied_on)}.` : '';
  return `${words}.${answer ? ` ${answer}` : ''}${sent}`;
}

/** What a summary asks of each opinion: as of which day, and what the teams are called. */
interface Asked {
  readonly day: string;
  readonly teams: ReadonlyMap<number, string>;
}

function summaryOpinion(
  snapshot: Snapshot,
  opinion: Opinion,
  steps: readonly StepRow[],
  { day, teams }: Asked,
): SummaryOpinion {
  const { opinion_kind, topic, content } = opinion;
  const standing = standingOn(opinion, steps, day);
  const { status, awaiting, due_date, responsible_team_id: team, responsible_agency } = standing;
  const overdue = awaiting === 1 && due_date !== null && due_date < day;
  const state =
    status === 'transferred' ? 'transferred' : overdue ? 'overdue' : awaiting === 1 ? 'owed' : 'answered';
  return {
    content: `${capital(opinionKinds[opinion_kind])}; ${lower(topic)}${content === null ? '.' : `: ${content}`}`,
    speaker: speakerOf(snapshot, opinion),
    responsible: [team === null ? null : teams.get(team), responsible_agency].filter(Boolean).join(', '),
    due_date,
    result: resultOf(opinion, standing, overdue),
    state,
  };
}

function summaryForum(snapshot: Snapshot, forum: Forum, asked: Asked): SummaryForum {
  const steps = stepsByOpinion(snapshot, forum.id);
  return {
    name: `Diễn đàn ngày ${formatDate(forum.held_on)}, ${placeOf(snapshot, forum)}`,
    opinions: snapshot.reader
      .all(opinionsOf({ forum: forum.id }))
      .map((opinion) => summaryOpinion(snapshot, opinion, steps.get(opinion.id) ?? [], asked)),
  };
}

export interface SummaryJob {
  readonly of: { readonly forum_id: number } | { readonly from: string; readonly to: string };
  /** ISO date. */
  readonly document_date: string;
  readonly sample: boolean;
  readonly path: string;
}

/** The forums that a summary is about: what came after the document's day is not in it. */
function forumsOf(snapshot: Snapshot, { of, document_date }: SummaryJob): Forum[] {
  const forums = 'forum_id' in of ? [forumIn(snapshot, of.forum_id)] : snapshot.reader.all(forumsHeld(of));
  return forums.filter(({ held_on }) => held_on <= document_date);
}

/**
 * The summary of the opinions of a forum or of a period, as they stood on the document's day, in the worker. Fails
 * `invalid` where there is none.
 */
export const opinionSummaryTask: Task<SummaryJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const { of, document_date, sample } = job;
    const names = new Map(snapshot.reader.all(teams()).map(({ id, name }) => [id, name]));
    const forums = forumsOf(snapshot, job)
      .map((forum) => summaryForum(snapshot, forum, { day: document_date, teams: names }))
      .filter(({ opinions }) => opinions.length > 0);
    const [first] = forums;
    if (!first) fail('invalid', `Đến ngày ${formatDate(document_date)} không có ý kiến nào để tổng hợp.`);
    const data = {
      scope: 'from' in of ? `Từ ngày ${formatDate(of.from)} đến ngày ${formatDate(of.to)}` : first.name,
      forums,
      agency: agencyOn(snapshot, document_date),
      document_date,
      chain_head: snapshot.chainHead,
      sample,
    };
    return writeDocument(job.path, (sink) => makeOpinionSummary(data, optionsOf(context), sink));
  });
