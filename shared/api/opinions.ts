import { z } from 'zod';
import {
  handlings,
  opinion,
  opinionAbout,
  opinionKinds,
  opinionStatuses,
  transferKinds,
} from '../records/opinion.ts';
import { opinionFlow, type TakenStep } from '../records/opinion-flow.ts';
import { fieldSchema } from '../records/schema.ts';
import { cleanText } from '../vietnamese/text.ts';
import {
  countSchema,
  dateSchema,
  done,
  idSchema,
  keysOf,
  nothing,
  noteSchema,
  reasonSchema,
} from './common.ts';
import { dataCall, dataJob } from './define.ts';
import { documentSchema } from './documents.ts';
import { recordSchema } from './records.ts';

const field = <N extends keyof typeof opinion.fields>(name: N) =>
  fieldSchema(opinion.fields[name]) as z.ZodType<string | null, unknown>;
const version = { id: idSchema, version: z.int() };
const takenSteps = Object.keys(opinionFlow) as [TakenStep, ...TakenStep[]];

/** What is typed of an opinion, at the forum and at its correction. */
const spoken = {
  topic_id: idSchema,
  opinion_kind: z.enum(keysOf(opinionKinds)),
  about: z.enum(keysOf(opinionAbout)),
  about_other: field('about_other'),
  village_id: idSchema.nullable().default(null),
  content: field('content'),
  answer: field('answer'),
};

const line = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform(cleanText)
    .pipe(z.string().min(1, 'Cần nhập mục này.').max(most));

/** Who wants a written answer: kept under the second key, never in a draft, a list or the audit trail. */
export const speakerSchema = z.object({ full_name: line(120), address: line(300) });
export type Speaker = z.infer<typeof speakerSchema>;

const days = z.int().min(1, 'Từ 1 đến 365 ngày.').max(365, 'Từ 1 đến 365 ngày.');
const dueDaysSchema = z.object({ accepted: days, assigned: days, escalated: days });

/** What the board is narrowed to; nothing asked shows everything that is still owed. */
export const boardFilter = z.object({
  due: z.enum(['owed', 'overdue', 'soon', 'all']).default('owed'),
  status: z.enum(keysOf(opinionStatuses)).optional(),
  about: z.enum(keysOf(opinionAbout)).optional(),
  topic_id: idSchema.optional(),
  team_id: idSchema.optional(),
  forum_id: idSchema.optional(),
});

export const opinionCalls = {
  'opinions.add': dataCall(
    { access: 'records.write' },
    z.object({
      forum_id: idSchema,
      ...spoken,
      handling: z.enum(keysOf(handlings)),
      responsible_team_id: idSchema.nullable().default(null),
      responsible_agency: field('responsible_agency'),
      /** By the handling's days where it is not given. */
      due_date: dateSchema.nullable().default(null),
      speaker: speakerSchema.nullable().default(null),
    }),
    z.object({ id: idSchema, version: z.int(), position: z.int() }),
  ),
  /** What was written wrongly; what happens to an opinion has steps. */
  'opinions.correct': dataCall(
    { access: 'records.write' },
    z.object({
      ...version,
      ...spoken,
      /** Where another answer came after the forum: what was answered there. Left out, it stays. */
      answer_at_forum: field('answer').optional(),
      reason: reasonSchema.optional(),
    }),
    z.object({ version: z.int() }),
  ),
  'opinions.take_step': dataCall(
    { access: 'records.write' },
    z.object({
      ...version,
      step: z.enum(takenSteps),
      step_on: dateSchema,
      note: noteSchema,
      answer: field('answer'),
      responsible_team_id: idSchema.nullable().default(null),
      responsible_agency: field('responsible_agency'),
      due_date: dateSchema.nullable().default(null),
      transfer_kind: z.enum(keysOf(transferKinds)).optional(),
      transfer_to: field('transfer_to'),
      transfer_number: field('transfer_number'),
    }),
    z.object({ version: z.int(), status: z.enum(keysOf(opinionStatuses)) }),
  ),
  /** Takes the last step back; what a step has purged does not come back. */
  'opinions.undo_step': dataCall(
    { access: 'records.write' },
    z.object({ ...version, reason: reasonSchema }),
    z.object({ version: z.int(), status: z.enum(keysOf(opinionStatuses)) }),
  ),
  'opinions.void': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: reasonSchema }),
    z.object({ version: z.int() }),
  ),
  'opinions.restore': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: reasonSchema }),
    z.object({ version: z.int() }),
  ),
  'opinions.page': dataCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({
      opinion: recordSchema,
      steps: z.array(recordSchema),
      /** Whether somebody waits for a written answer whose name is kept. */
      has_speaker: z.boolean(),
    }),
  ),
  /** The opinions of one forum, in the order in which they were spoken. */
  'opinions.of_forum': dataCall(
    { access: 'records.read' },
    z.object({ forum_id: idSchema }),
    z.array(recordSchema),
  ),
  'opinions.board': dataCall(
    { access: 'records.read' },
    z.object({
      filter: boardFilter.prefault({}),
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      rows: z.array(recordSchema),
      next: z.string().nullable(),
      today: dateSchema,
      /** Over the whole office, whatever the filter. */
      counts: z.object({
        by_status: z.record(z.enum(keysOf(opinionStatuses)), countSchema),
        owed: countSchema,
        overdue: countSchema,
        soon: countSchema,
      }),
    }),
  ),
  /** For the start page. */
  'opinions.waiting': dataCall(
    { access: 'records.read' },
    nothing,
    z.object({ overdue: countSchema, soon: countSchema }),
  ),
  /** The speaker's name and address; each time is written into the audit trail. */
  'opinions.reveal_speaker': dataCall(
    { access: 'opinions.answer' },
    z.object({ id: idSchema }),
    speakerSchema,
  ),
  /** Writes down who wants a written answer, or corrects it, while the answer is owed; needs the second key. */
  'opinions.keep_speaker': dataCall(
    { access: 'records.write' },
    z.object({ ...version, speaker: speakerSchema }),
    z.object({ version: z.int() }),
  ),
  /** Puts the usual topics into a list that has none; gives how many there are. */
  'opinions.usual_topics': dataCall({ access: 'records.write' }, nothing, z.object({ topics: countSchema })),
  'opinions.due_days': dataCall({ access: 'records.read' }, nothing, dueDaysSchema),
  'opinions.set_due_days': dataCall({ access: 'settings.write' }, dueDaysSchema, done),
  /** Biên bản of a forum. */
  'minutes.make': dataJob(
    { access: 'documents.make' },
    z.object({ forum_id: idSchema }),
    z.object({ documents: z.array(documentSchema) }),
  ),
  /** "Bảng tổng hợp ý kiến, kiến nghị và kết quả giải quyết", of one forum or of a period, both days inclusive. */
  'opinion_summary.make': dataJob(
    { access: 'documents.make' },
    z.object({
      of: z.union([
        z.object({ forum_id: idSchema }),
        z
          .object({ from: dateSchema, to: dateSchema })
          .refine(({ from, to }) => from <= to, 'Ngày đầu kỳ phải trước ngày cuối kỳ.'),
      ]),
      document_date: dateSchema,
    }),
    z.object({ documents: z.array(documentSchema) }),
  ),
};
