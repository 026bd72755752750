import { sql, type RawBuilder } from 'kysely';
import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { opinionStatuses, type OpinionStatus } from '../../../../shared/records/opinion.ts';
import { soonDays } from '../../../../shared/records/opinion-flow.ts';
import type { Role } from '../../../../shared/rights.ts';
import { addDays, isIsoDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import type { Row } from '../record-writer.ts';
import { shown } from '../shown.ts';

type Filter = ParsedInput<'opinions.board'>['filter'];
type Board = CallOutput<'opinions.board'>;

const byStatus = statement(() =>
  query
    .selectFrom('opinion')
    .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
    .where('voided_at', 'is', null)
    .groupBy('status'),
);
// Without statistics SQLite would walk every opinion: the index of what is owed holds only such rows.
const owedCounts = statement(
  (given: { today: IsoDate; soon: IsoDate }) => sql<{ owed: number; overdue: number; soon: number }>`
    select count(*) as owed, coalesce(sum(due_date < ${given.today}), 0) as overdue,
      coalesce(sum(due_date between ${given.today} and ${given.soon}), 0) as soon
    from opinion indexed by opinion_awaiting where voided_at is null and awaiting = 1`,
);

function owed(database: Database, today: IsoDate) {
  const counts = database.first(owedCounts({ today, soon: addDays(today, soonDays) }));
  return counts ?? { owed: 0, overdue: 0, soon: 0 };
}

/** How many opinions are overdue, and how many come due within days. */
export function waitingOpinions(database: Database): CallOutput<'opinions.waiting'> {
  const { overdue, soon } = owed(database, localDay(new Date()));
  return { overdue, soon };
}

function conditionOf(filter: Filter, today: IsoDate): RawBuilder<unknown> {
  const parts = [sql`voided_at is null`];
  if (filter.due !== 'all') parts.push(sql`awaiting = 1`);
  if (filter.due === 'overdue') parts.push(sql`due_date < ${today}`);
  if (filter.due === 'soon') parts.push(sql`due_date between ${today} and ${addDays(today, soonDays)}`);
  if (filter.status) parts.push(sql`status = ${filter.status}`);
  if (filter.about) parts.push(sql`about = ${filter.about}`);
  if (filter.topic_id) parts.push(sql`topic_id = ${filter.topic_id}`);
  if (filter.team_id) parts.push(sql`responsible_team_id = ${filter.team_id}`);
  if (filter.forum_id) parts.push(sql`forum_id = ${filter.forum_id}`);
  return sql.join(parts, sql` and `);
}

/** What is owed stands in the order of its due dates; everything, newest first. */
function placeOf(filter: Filter, row: Row): string {
  return JSON.stringify([filter.due === 'all' ? row['raised_on'] : row['due_date'], row.id]);
}

function behind(filter: Filter, after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`1`;
  const [, day = '', id = ''] = /^\["(\d{4}-\d\d-\d\d)",(\d{1,15})\]$/.exec(after) ?? [];
  if (!isIsoDate(day)) fail('bad_input', 'Trang danh sách không hợp lệ.');
  return filter.due === 'all'
    ? sql`(raised_on, id) < (${day}, ${Number(id)})`
    : sql`(due_date, id) > (${day}, ${Number(id)})`;
}

/** One page of the board with the counts above it. */
export function boardOf(
  database: Database,
  { filter, after, limit }: ParsedInput<'opinions.board'>,
  role: Role,
): Board {
  const today = localDay(new Date());
  const order = filter.due === 'all' ? sql`raised_on desc, id desc` : sql`due_date, id`;
  const list = sql<Row>`select * from opinion where ${conditionOf(filter, today)} and ${behind(filter, after)}
    order by ${order} limit ${limit + 1}`;
  const rows = database.all(list.compile(query));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const counted = new Map(database.all(byStatus()).map(({ status, count }) => [status, count]));
  const statuses = Object.keys(opinionStatuses) as OpinionStatus[];
  const by_status = Object.fromEntries(statuses.map((status) => [status, counted.get(status) ?? 0]));
  return {
    rows: page.map((row) => shown(database, 'opinion', row, role)),
    next: rows.length > limit && last ? placeOf(filter, last) : null,
    today,
    counts: { by_status: by_status as Board['counts']['by_status'], ...owed(database, today) },
  };
}
