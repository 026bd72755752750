import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { BookRow } from '../documents/index.ts';
import { valueIn, type ListJob } from './list-source.ts';

type Mark = BookRow['mark'];

/** How the book of a kind differs from its list. */
export interface BookRule {
  /** The book's name without "Sổ". */
  readonly title: string;
  /** The list that the book has. */
  readonly list: (job: ListJob) => ListJob;
  readonly mark: (record: ShownRecord) => Mark;
  /** The heading that a row stands under; none where the book has no groups. */
  readonly group: (record: ShownRecord, job: ListJob) => string | undefined;
}

const voided = { text: '(đã hủy)', struck: true } as const;
const reserved = { text: '(giữ số)', struck: false } as const;
const voidedMark = (record: ShownRecord): Mark => (record.voided_at === null ? undefined : voided);

/** A book runs forward in time, where the list on the screen begins with the newest. */
function forward(job: ListJob): ListJob {
  const { order } = kindOf(job.kind);
  if (job.sorts.length > 0 || order === 'name') return job;
  return { ...job, sorts: [{ field: order.newest, descending: false }] };
}

const usual = (kind: KindName): BookRule => ({
  title: kindOf(kind).title,
  list: forward,
  mark: voidedMark,
  group: () => undefined,
});

/** The book of documents runs by its own numbers without a gap: voided and reserved ones stand in it. */
const advisoryDocument: BookRule = {
  title: kindOf('advisory_document').title,
  list: (job) => ({
    ...job,
    filter: { ...job.filter, voided: job.filter.voided === 'only' ? 'only' : 'with' },
    sorts: ['entry_year', 'entry_number'].map((field) => ({ field, descending: false })),
  }),
  mark: (record) => voidedMark(record) ?? (record['signed_result'] === 'reserved' ? reserved : undefined),
  group: (record, { filter }) => {
    const year = valueIn(record, 'entry_year');
    return typeof filter.equal['entry_year'] === 'number' ? undefined : `Năm ${String(year)}`;
  },
};

const rules: Partial<Record<KindName, BookRule>> = { advisory_document: advisoryDocument };

/** The rule of a kind's book. */
export const bookRuleOf = (kind: KindName): BookRule => rules[kind] ?? usual(kind);
