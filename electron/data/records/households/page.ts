import type { CallOutput } from '../../../../shared/api.ts';
import type { KindName } from '../../../../shared/records/index.ts';
import type { Role } from '../../../../shared/rights.ts';
import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { shown } from '../shown.ts';
import { familyOf } from './family.ts';

const eventsOf = (family: number[]) =>
  query
    .selectFrom('household_event')
    .selectAll()
    .where((is) => is.or([is('household_id', 'in', family), is('other_household_id', 'in', family)]))
    .orderBy('event_on', 'desc')
    .orderBy('id', 'desc');

const pledgesOf = (family: number[]) =>
  query
    .selectFrom('pledge')
    .innerJoin('pledge_campaign', 'pledge_campaign.id', 'pledge.campaign_id')
    .selectAll('pledge')
    .where('pledge.household_id', 'in', family)
    .orderBy('pledge_campaign.from_date', 'desc')
    .orderBy('pledge.id', 'desc');

const breachesOf = (family: number[]) =>
  query
    .selectFrom('pledge_breach')
    .selectAll()
    .where('pledge_id', 'in', query.selectFrom('pledge').select('id').where('household_id', 'in', family))
    .orderBy('decision_on', 'desc')
    .orderBy('id', 'desc');

const mergedInto = (id: number, family: number[]) =>
  query
    .selectFrom('household')
    .selectAll()
    .where('id', 'in', family)
    .where('id', '<>', id)
    .where('merged_into', 'is not', null)
    .orderBy('id');

/** A household's page: itself, what happened to it, its pledges over the years, and what was merged into it. */
export function householdPage(database: Database, id: number, role: Role): CallOutput<'households.page'> {
  const household = rowOf(database, 'household', id);
  const family = familyOf(database, id);
  const show = (kind: KindName, rows: readonly Row[]) => rows.map((row) => shown(database, kind, row, role));
  return {
    household: shown(database, 'household', household, role),
    events: show('household_event', database.all(eventsOf(family).compile())),
    pledges: show('pledge', database.all(pledgesOf(family).compile())),
    breaches: show('pledge_breach', database.all(breachesOf(family).compile())),
    merged: show('household', database.all(mergedInto(id, family).compile())),
  };
}
