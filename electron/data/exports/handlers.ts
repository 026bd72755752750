import type { CallOutput, ParsedInput } from '../../../shared/api.ts';
import type { exportCalls } from '../../../shared/api/exports.ts';
import { fail } from '../../../shared/failure.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { may } from '../../../shared/rights.ts';
import { formatMoment } from '../../../shared/vietnamese/moments.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Handlers, JobContext } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { fileName } from '../documents/wording.ts';
import { officeNameOf, settingOf } from '../office/settings.ts';
import { refuseHidden } from '../records/internal.ts';
import { totalOf } from '../records/list.ts';
import { requireGenericReading } from '../records/record-handlers.ts';
import { bookRuleOf } from './book-rules.ts';
import { filterInWords } from './filter-words.ts';
import { fieldsOf, labelsOf, type ListJob } from './list-source.ts';
import { localDay } from '../office/wording.ts';

type ListInput = Omit<ParsedInput<'exports.book'>, 'document_date'>;

const today = (): string => localDay(new Date());

/** The list that is asked for, as the person may have it. */
function listJob(input: ListInput, { office }: JobContext): ListJob {
  const { role } = office.requireSession();
  const { kind, filter, sort, sensitive, internal } = input;
  requireGenericReading(kind);
  refuseHidden(kind, filter, role, sort?.field);
  if (internal && !may(role, 'documents.internal'))
    fail('forbidden', 'Bạn không có quyền lấy ra những mục dùng nội bộ.');
  const ethnicity = settingOf(office.database, 'ethnicity_enabled') === '1';
  return { kind, filter, sensitive, internal, role, ethnicity, sorts: sort ? [sort] : [] };
}

/** The trail says what left the program: how many rows, which fields, narrowed to what. */
function auditLeaving(
  { office }: JobContext,
  action: 'export' | 'make_book',
  about: { kind: string; rows: number; fields: string; filter: string },
): void {
  const { user_id } = office.requireSession();
  const { kind, rows, fields, filter } = about;
  const text = `${formatNumber(rows)} dòng; các mục: ${fields}; lọc: ${filter || 'không'}`;
  office.database.commit(new UnitOfWork().audit({ action, userId: user_id, kind, payload: { about: text } }));
}

async function exportXlsx(
  input: ParsedInput<'exports.xlsx'>,
  context: JobContext,
): Promise<CallOutput<'exports.xlsx'>> {
  const { office, documents } = context;
  const { database } = office;
  const job = listJob(input, context);
  const { title } = kindOf(job.kind);
  const filter = filterInWords({ reader: database, day: today() }, job.kind, job.filter);
  const about = [
    ['Danh sách', title],
    ['Cơ quan', officeNameOf(database, today()) ?? ''],
    ['Lọc', filter || 'không'],
    ['Lập lúc', formatMoment(new Date().toISOString())],
    ['Người lập', office.requireSession().full_name],
    ...(office.sample ? [['DỮ LIỆU MẪU', 'Số liệu để tập làm, không phải của người thật.'] as const] : []),
  ] as const;
  const { id, path } = documents.allocate(`Excel: ${title}`, 'xlsx');
  const { rows } = await context.runTask('xlsx', { ...job, path, title, about }, context);
  // Before anybody gets the file: what is not in the trail has not left.
  auditLeaving(context, 'export', { kind: job.kind, rows, fields: labelsOf(fieldsOf(job)), filter });
  return { document_id: id, file_name: `${fileName(title)}-${today()}.xlsx`, rows };
}

async function makeBook(
  input: ParsedInput<'exports.book'>,
  context: JobContext,
): Promise<CallOutput<'exports.book'>> {
  const { office, documents } = context;
  const { database } = office;
  const rule = bookRuleOf(input.kind);
  const job = rule.list(listJob(input, context));
  const fields = fieldsOf(job).filter(({ field }) => field.column !== undefined);
  const namer = { reader: database, day: today() };
  const filter = filterInWords(namer, job.kind, input.filter);
  const title = `Sổ ${rule.title.charAt(0).toLocaleLowerCase('vi')}${rule.title.slice(1)}`;
  const { total } = totalOf(database, job);
  if (total === 0) fail('invalid', 'Danh sách đang trống, không có gì để in.');
  // Before it is made: the chain head that the book bears covers this line.
  auditLeaving(context, 'make_book', { kind: job.kind, rows: total, fields: labelsOf(fields), filter });
  const { id, path } = documents.allocate(title);
  const { document_date } = input;
  // The period has words of its own on paper.
  const { [kindOf(job.kind).day ?? '']: _period, ...period } = input.filter.period;
  const filter_words = filterInWords(namer, job.kind, { ...input.filter, period });
  const book = { ...job, path, title, filter_words, document_date, sample: office.sample };
  const made = await context.runTask('book', book, context);
  const file_name = `${fileName(title)}-${document_date}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

/** Lists that leave the program: as a spreadsheet, as a printed book. */
export const exportHandlers: Handlers<keyof typeof exportCalls> = {
  'exports.xlsx': exportXlsx,
  'exports.book': makeBook,
};
