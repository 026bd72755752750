import type { ShownRecord } from '../../../shared/api/records.ts';
import type { Field } from '../../../shared/records/field.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { Kind } from '../../../shared/records/kind.ts';
import { isCount, showNamed, showValue } from '../../../shared/records/words.ts';
import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { makeBook, writeDocument, type BookColumn, type BookRow } from '../documents/index.ts';
import type { Task } from '../jobs/task.ts';
import { spanOf } from '../records/list.ts';
import { agencyOn, chainHeadOf } from '../register/snapshot.ts';
import { bookRuleOf } from './book-rules.ts';
import {
  fieldsOf,
  onList,
  valueIn,
  type LeavingField,
  type ListJob,
  type ListSource,
} from './list-source.ts';

/** A list that is to be a book. */
export interface BookJob extends ListJob {
  readonly path: string;
  readonly title: string;
  /** What the list is narrowed to besides its period, in words. */
  readonly filter_words: string;
  /** ISO date. */
  readonly document_date: string;
  readonly sample: boolean;
}

const dateSample = '28/08/2088';
const natures: Partial<Record<Field['type'], BookColumn['nature']>> = {
  date: 'exact',
  moment: 'exact',
  birth: 'exact',
  integer: 'exact',
  money: 'exact',
  quantity: 'exact',
  flag: 'exact',
  choice: 'word',
  units: 'prose',
  references: 'prose',
};
/** Text of this length or more is prose. */
const proseLength = 300;

/** A short word of a choice stands on one line, a long one breaks between its words. */
const piecesOf = (word: string): string[] => (word.length <= 10 ? [word] : word.split(/\s+/));

/** What has to stand on one line in a field's column. */
function samplesOf(name: string, field: Field): string[] {
  if (field.type === 'date' || field.type === 'birth' || field.type === 'moment') return [dateSample];
  if (field.type === 'integer')
    return [isCount(name, field) ? formatNumber(Math.min(field.max, 99_999)) : String(field.max)];
  if (field.type === 'money') return [formatMoney(999_999_999)];
  if (field.type === 'quantity') return [formatQuantity(9_999_500)];
  if (field.type === 'choice') return Object.values(field.options).flatMap(piecesOf);
  return field.type === 'flag' ? ['không'] : [];
}

function natureOf(field: Field): BookColumn['nature'] {
  if (field.type === 'text' && field.max >= proseLength) return 'prose';
  if (field.type === 'choice' && field.spelled) return 'name';
  return natures[field.type] ?? 'name';
}

const columnOf = ({ name, field }: LeavingField): BookColumn => ({
  title: field.label,
  px: field.column ?? 0,
  nature: natureOf(field),
  samples: samplesOf(name, field),
});

/** A value as the book writes it: where an option only says that it is another thing, that thing. */
function wordsOf(record: ShownRecord, { name, field }: LeavingField, kind: Kind): string {
  const value = valueIn(record, name);
  if (field.type === 'choice' && field.spelled?.option === value) {
    const spelled = valueIn(record, field.spelled.by);
    if (typeof spelled === 'string' && spelled !== '') return spelled;
  }
  return showNamed(kind, name, value, record.names[name]);
}

/** Counts what the closing sentence and the totals say, while the rows go by; voided records are not summed. */
class Tally {
  rows = 0;
  readonly marks = new Map<string, number>();
  readonly sums = new Map<LeavingField, number>();
  readonly #fields: readonly LeavingField[];

  constructor(fields: readonly LeavingField[]) {
    this.#fields = fields.filter(({ field }) => field.counted);
  }

  add(record: ShownRecord, mark: BookRow['mark']): void {
    this.rows += 1;
    if (mark) this.marks.set(mark.text, (this.marks.get(mark.text) ?? 0) + 1);
    if (record.voided_at !== null) return;
    for (const field of this.#fields) {
      const value = valueIn(record, field.name);
      if (typeof value === 'number') this.sums.set(field, (this.sums.get(field) ?? 0) + value);
    }
  }

  ending(label: string): { totals: string; sentences: string[] } {
    const sums = [...this.sums].map(
      ([{ field }, sum]) => `${sentenceCase(field.label.replace(/^Tổng /u, ''))}: ${showValue(field, sum)}`,
    );
    const voided = this.marks.has('(đã hủy)') ? ' (không tính bản ghi đã hủy)' : '';
    const marks = [...this.marks].map(([text, count]) => `${formatNumber(count)} ${text.slice(1, -1)}`);
    const among = marks.length > 0 ? `, trong đó ${marks.join(', ')}` : '';
    return {
      totals: sums.length > 0 ? `Tổng cộng: ${sums.join('; ')}${voided}.` : '',
      sentences: [
        `Sổ này có ${formatNumber(this.rows)} ${label}${among}.`,
        `Bằng chữ: ${sentenceCase(numberInWords(this.rows))} ${label}.`,
      ],
    };
  }
}

/** Period and filter in one line: the period asked for, else that of the records. */
function subjectOf({ reader }: ListSource, job: BookJob): string {
  const { day } = kindOf(job.kind);
  const span = day === undefined ? null : spanOf(reader, job, day);
  const asked = day === undefined ? undefined : job.filter.period[day];
  const from = asked?.from ?? span?.from;
  const to = asked?.to ?? span?.to;
  const period =
    from && to
      ? `Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`
      : `Tính đến ngày ${formatDate(job.document_date)}`;
  return [period, job.filter_words].filter(Boolean).join('; ');
}

function* rowsOf(
  source: ListSource,
  job: BookJob,
  fields: readonly LeavingField[],
  tally: Tally,
): Generator<BookRow> {
  const rule = bookRuleOf(job.kind);
  const kind = kindOf(job.kind);
  for (const record of source.records()) {
    const mark = rule.mark(record);
    tally.add(record, mark);
    const texts = fields.map((field) => wordsOf(record, field, kind));
    yield { texts, mark, group: rule.group(record, job) };
  }
}

/** A list as a book, in the worker: from one state of the database, page by page into the file. */
export const bookTask: Task<BookJob, { pages: number; rows: number }> = (job, context) =>
  onList(job, context, (source) => {
    const kind = kindOf(job.kind);
    const fields = fieldsOf(job).filter(({ field }) => field.column !== undefined);
    const tally = new Tally(fields);
    const data = {
      title: job.title,
      subject: subjectOf(source, job),
      agency: agencyOn(source, job.document_date),
      document_date: job.document_date,
      chain_head: chainHeadOf(source.reader),
      sample: job.sample,
      internal: job.internal,
      columns: fields.map(columnOf),
      nameColumn: Math.max(
        0,
        fields.findIndex(({ name }) => name === kind.nameField),
      ),
      total: source.total,
      rows: rowsOf(source, job, fields, tally),
      ending: () => tally.ending(kind.label),
    };
    const options = {
      fontFolder: context.config.fonts,
      isCancelled: context.cancelled,
      onProgress: ({ rows }: { rows: number }) => context.progress('Đang lập sổ', rows, source.total),
    };
    return writeDocument(job.path, (sink) => makeBook(data, options, sink));
  });
