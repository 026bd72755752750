import { sql } from 'kysely';
import type { CallOutput } from '../../../shared/api.ts';
import type { homeCalls } from '../../../shared/api/home.ts';
import type { Handlers } from '../context.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import { KnownHouseholds } from '../register/known-households.ts';
import { unitsOf } from './units/directory.ts';

type Summary = CallOutput<'home.summary'>;

const newestOpen = statement(() =>
  query
    .selectFrom('pledge_campaign')
    .select(['id', 'title', 'year', 'to_date', 'closed_at'])
    .where('closed_at', 'is', null)
    .where('voided_at', 'is', null)
    .orderBy('from_date', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);
const lastEntries = statement(() =>
  query
    .selectFrom('pledge')
    .select(['id as pledge_id', 'head_name', 'village_id', 'form_number', 'created_at'])
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(8),
);
const unfinishedBatches = statement(() =>
  query
    .selectFrom('pledge_batch')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('closed_at', 'is', null)
    .where('voided_at', 'is', null),
);
const openConflicts = statement(() =>
  query
    .selectFrom('pledge_repeat')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    // Written out, because the index of conflicts holds only such rows.
    .where('conflict', '=', sql.lit(1))
    .where('voided_at', 'is', null)
    .where('resolution', 'is', null),
);

/** The newest open campaign with its figures, and how many of its villages have no form yet. */
function campaignState(database: Database): Pick<Summary, 'campaign' | 'villages_without_forms'> {
  const campaign = database.first(newestOpen());
  if (!campaign) return { campaign: null, villages_without_forms: 0 };
  const counts = new KnownHouseholds(database, campaign).counts();
  const { id, title, year } = campaign;
  const sum = (of: 'entered' | 'signed') => [...counts.values()].reduce((total, row) => total + row[of], 0);
  const villages = unitsOf(database)
    .listAt(campaign.to_date)
    .filter((unit) => unit.level === 'village');
  return {
    campaign: { id, title, year, households: sum('entered'), signed: sum('signed') },
    villages_without_forms: villages.filter((village) => (counts.get(village.id)?.forms ?? 0) === 0).length,
  };
}

/** What waits and where to go on, for the start page. */
export function homeSummary(database: Database): Summary {
  const today = new Date().toISOString().slice(0, 10);
  const units = unitsOf(database);
  return {
    ...campaignState(database),
    unfinished_batches: database.first(unfinishedBatches())?.count ?? 0,
    conflicts: database.first(openConflicts())?.count ?? 0,
    sample_villages: units.listAt(today).filter((unit) => unit.level === 'village' && unit.sample).length,
    last_entries: database
      .all(lastEntries())
      .map(({ village_id, ...entry }) => ({ ...entry, village_name: units.nameAt(village_id, today) })),
  };
}

/** The start page. */
export const homeHandlers: Handlers<keyof typeof homeCalls> = {
  'home.summary': (_input, { office }) => homeSummary(office.database),
};
