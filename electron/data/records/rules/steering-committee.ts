import { sql } from 'kysely';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { rowOf } from '../record-writer.ts';
import type { KindRule } from './rule.ts';
import { voidedTargets } from './stands.ts';

const memberSpan = statement(
  (given: { committee: number }) => sql<{ first: string | null; last: string | null }>`
    select min(from_date) as first, max(coalesce(to_date, from_date)) as last
    from committee_member where committee_id = ${given.committee} and voided_at is null`,
);

/** A committee lasts at least as long as its members sit in it. */
export const steeringCommitteeRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const gone = voidedTargets(database, 'steering_committee', values, ['program_id']);
    if (Object.keys(gone).length > 0) return gone;
    const { first, last } = (before && database.first(memberSpan({ committee: before.id }))) ?? {};
    const { decided_on, dissolved_on } = values;
    if (first && String(decided_on) > first)
      return { decided_on: `Có thành viên từ ngày ${formatDate(first)}; quyết định không thể ở sau.` };
    if (last && typeof dissolved_on === 'string' && dissolved_on < last)
      return { dissolved_on: `Có thành viên còn ghi đến ngày ${formatDate(last)}.` };
    return {};
  },
};

const sameOfficer = statement(
  (given: { committee: number; officer: number; from: string; to: string; except: number }) =>
    query
      .selectFrom('committee_member')
      .select(['from_date', 'to_date'])
      .where('committee_id', '=', given.committee)
      .where('officer_id', '=', given.officer)
      .where('from_date', '<=', given.to)
      .where((is) => is.fn.coalesce('to_date', is.val('9999')), '>=', given.from)
      .where('voided_at', 'is', null)
      .where('id', '<>', given.except),
);

/** A member sits within the life of the committee, and nobody sits twice at one time. */
export const committeeMemberRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const gone = voidedTargets(database, 'committee_member', values, ['committee_id', 'officer_id']);
    if (Object.keys(gone).length > 0) return gone;
    const committee = rowOf(database, 'steering_committee', Number(values['committee_id']));
    const { decided_on, dissolved_on } = committee;
    const from = String(values['from_date']);
    const to = typeof values['to_date'] === 'string' ? values['to_date'] : null;
    if (from < String(decided_on))
      return { from_date: `Ban được thành lập ngày ${formatDate(String(decided_on))}.` };
    if (typeof dissolved_on === 'string' && from > dissolved_on)
      return { from_date: `Ban đã giải thể ngày ${formatDate(dissolved_on)}.` };
    if (typeof dissolved_on === 'string' && to !== null && to > dissolved_on)
      return { to_date: `Ban đã giải thể ngày ${formatDate(dissolved_on)}.` };
    if (typeof values['officer_id'] !== 'number') return {};
    const twice = database.first(
      sameOfficer({
        committee: committee.id,
        officer: values['officer_id'],
        from,
        to: to ?? '9999',
        except: before?.id ?? 0,
      }),
    );
    if (!twice) return {};
    const until = twice.to_date === null ? '' : ` đến ${formatDate(twice.to_date)}`;
    return { officer_id: `Cán bộ này đã là thành viên từ ${formatDate(twice.from_date)}${until}.` };
  },
};
