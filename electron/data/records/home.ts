import type { CallOutput } from '../../../shared/api.ts';
import type { homeCalls } from '../../../shared/api/home.ts';
import type { Handlers } from '../context.ts';
import type { Database } from '../database/database.ts';
import { KnownHouseholds } from '../register/known-households.ts';
import { unitsOf } from './units/directory.ts';

type Summary = CallOutput<'home.summary'>;

interface OpenCampaign {
  readonly id: number;
  readonly title: string;
  readonly year: number;
  readonly to_date: string;
  readonly closed_at: null;
}

const newestOpen = `SELECT id, title, year, to_date, closed_at FROM pledge_campaign
  WHERE closed_at IS NULL AND voided_at IS NULL ORDER BY from_date DESC, id DESC LIMIT 1`;
const lastEntries = `SELECT id AS pledge_id, head_name, village_id, form_number, created_at FROM pledge
  WHERE voided_at IS NULL ORDER BY id DESC LIMIT 8`;

function countOf(database: Database, sql: string, ...parameters: (string | number)[]): number {
  return database.first<{ n: number }>(`SELECT count(*) AS n ${sql}`, ...parameters)?.n ?? 0;
}

/** The newest open campaign with its figures, and how many of its villages have no form yet. */
function campaignState(database: Database): Pick<Summary, 'campaign' | 'villages_without_forms'> {
  const campaign = database.first<OpenCampaign>(newestOpen);
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
    unfinished_batches: countOf(database, 'FROM pledge_batch WHERE closed_at IS NULL AND voided_at IS NULL'),
    conflicts: countOf(
      database,
      'FROM pledge_repeat WHERE conflict = 1 AND voided_at IS NULL AND resolution IS NULL',
    ),
    sample_villages: units.listAt(today).filter((unit) => unit.level === 'village' && unit.sample).length,
    last_entries: database
      .all<{
        pledge_id: number;
        head_name: string;
        village_id: number;
        form_number: number;
        created_at: string;
      }>(lastEntries)
      .map(({ village_id, ...entry }) => ({ ...entry, village_name: units.nameAt(village_id, today) })),
  };
}

/** The start page. */
export const homeHandlers: Handlers<keyof typeof homeCalls> = {
  'home.summary': (_input, { office }) => homeSummary(office.database),
};
