import { fail } from '../../../../shared/failure.ts';
import type { FlowState } from '../../../../shared/records/opinion-flow.ts';
import type { StoredRecord } from '../../../../shared/records/index.ts';
import { formatDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { rowOf, type Row } from '../record-writer.ts';

type Stored<N extends 'forum' | 'opinion' | 'opinion_step'> = {
  readonly [F in keyof StoredRecord<N>]: StoredRecord<N>[F] extends boolean | null
    ? number | null
    : StoredRecord<N>[F];
};
type Framed = 'id' | 'uid' | 'version' | 'voided_at';
export type ForumRow = Row & Pick<Stored<'forum'>, 'held_on' | 'commune_id' | 'place'>;
export type OpinionRow = Row & Omit<Stored<'opinion'>, Framed>;
export type StepRow = Row & Omit<Stored<'opinion_step'>, Framed>;

/** A forum that is not voided. */
export function forumOf(database: Database, id: number): ForumRow {
  const row = rowOf(database, 'forum', id);
  if (row.voided_at !== null) fail('not_found', 'Diễn đàn này đã bị hủy.');
  return row as ForumRow;
}

/** An opinion that is not voided. */
export function opinionOf(database: Database, id: number): OpinionRow {
  const row = rowOf(database, 'opinion', id);
  if (row.voided_at !== null) fail('not_found', 'Ý kiến này đã bị hủy. Hãy phục hồi trước.');
  return row as OpinionRow;
}

/** What the flow looks at. */
export function stateOf({ status, reply_wanted, replied_on }: OpinionRow): FlowState {
  return { status, reply_wanted: reply_wanted === 1, replied_on };
}

const steps = statement((given: { opinion: number }) =>
  query
    .selectFrom('opinion_step')
    .selectAll()
    .where('opinion_id', '=', given.opinion)
    .where('voided_at', 'is', null)
    .orderBy('id'),
);

/** The steps of an opinion that stand, from the first to the last. */
export function stepsOf(database: Database, opinion: number): StepRow[] {
  return database.all(steps({ opinion }));
}

/** Refuses a day that has not come, or that lies before what happened last. */
export function requireOrder(day: IsoDate, last: IsoDate): void {
  const fault =
    day > localDay(new Date())
      ? 'Ngày này ở tương lai.'
      : day < last
        ? `Bước trước đó là ngày ${formatDate(last)}; bước này không thể ở trước.`
        : null;
  if (fault) fail('invalid', fault, { fields: { step_on: fault } });
}
