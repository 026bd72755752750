import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { JobContext } from '../../context.ts';
import { allocatePaper } from '../../register/making.ts';
import { forumOf, type ForumRow } from './rows.ts';

type Documents = CallOutput<'minutes.make'>;

const nameOf = ({ held_on, place }: ForumRow) => `diễn đàn ngày ${formatDate(held_on)}, ${place}`;

/** Biên bản of a forum as a document to show, print and save. */
export async function makeMinutesDocument(
  { forum_id }: ParsedInput<'minutes.make'>,
  context: JobContext,
): Promise<Documents> {
  const forum = forumOf(context.office.database, forum_id);
  const title = `Biên bản ${nameOf(forum)}`;
  const { id, path } = allocatePaper(context, 'make_minutes', title);
  const job = { forum_id, sample: context.office.sample, path };
  const made = await context.runTask('minutes', job, context);
  const file_name = `bien-ban-dien-dan-${forum.held_on}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

/** The summary of a forum's or a period's opinions as a document to show, print and save. */
export async function makeSummaryDocument(
  input: ParsedInput<'opinion_summary.make'>,
  context: JobContext,
): Promise<Documents> {
  const { of } = input;
  const scope =
    'from' in of
      ? `${formatDate(of.from)} – ${formatDate(of.to)}`
      : nameOf(forumOf(context.office.database, of.forum_id));
  const title = `Bảng tổng hợp ý kiến: ${scope}`;
  const { id, path } = allocatePaper(context, 'make_opinion_summary', title);
  const job = { ...input, sample: context.office.sample, path };
  const made = await context.runTask('opinion_summary', job, context);
  return { documents: [{ document_id: id, title, file_name: 'tong-hop-y-kien.pdf', ...made, signed: 0 }] };
}
