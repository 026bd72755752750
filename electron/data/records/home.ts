import { sql } from 'kysely';
import type { CallOutput } from '../../../shared/api.ts';
import { entryKinds, type homeCalls } from '../../../shared/api/home.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import type { Handlers } from '../context.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { query } from '../database/tables.ts';
import { KnownHouseholds } from '../register/known-households.ts';
import { launchCoverage } from './launches/coverage.ts';
import { nameOf, rowOf } from './record-writer.ts';
import { dayOf } from './shown.ts';
import { unitsOf } from './units/directory.ts';
import { localDay } from '../office/wording.ts';

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
const mostEntries = 8;
/** Looked at from the end of the trail: enough for the last entries, also behind a bulk save's households. */
const trailLooked = 400;
const lastCreated = statement(() =>
  query
    .selectFrom('audit')
    .select(['seq', 'action', 'kind', 'record_id'])
    .orderBy('seq', 'desc')
    .limit(trailLooked),
);
const sessionsHeld = statement(({ from, to }: { from: string; to: string }) =>
  query
    .selectFrom('launch_session')
    .select('id')
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('voided_at', 'is', null)
    .limit(1),
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

const lateHouses = statement(({ today }: { today: string }) =>
  query
    .selectFrom('house')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('voided_at', 'is', null)
    .where('step', '<>', 'handed_over')
    .where('due_on', '<', today),
);
const draftsOf = (kind: VoucherKind) =>
  statement(() =>
    query
      .selectFrom(kind)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('voided_at', 'is', null)
      .where('status', '=', 'draft'),
  );
const drafts = { receipt: draftsOf('receipt'), payment: draftsOf('payment') };

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

/** How many villages have had no launch session this year; null before the first one. */
function villagesWithoutLaunch(database: Database, today: string): number | null {
  const from = `${today.slice(0, 4)}-01-01`;
  if (!database.first(sessionsHeld({ from, to: today }))) return null;
  const { communes } = launchCoverage(database, unitsOf(database), from, today);
  return communes.flatMap(({ villages }) => villages).filter(({ sessions }) => sessions === 0).length;
}

type Entry = Summary['last_entries'][number];

/** A record as the start page names it; null where it was voided since. */
function entryOf(database: Database, kind: Entry['kind'], id: number): Entry | null {
  const row = rowOf(database, kind, id);
  if (row.voided_at !== null) return null;
  const day = dayOf(kind, row);
  const village = row['village_id'];
  const parts = [
    kind === 'pledge' ? `tờ ${String(row['form_number'])}` : '',
    typeof village === 'number' ? unitsOf(database).nameAt(village, day) : formatDate(day),
  ];
  const detail = parts.filter(Boolean).join(', ');
  return {
    kind,
    id,
    name: nameOf(kind, row) || kindOf(kind).label,
    detail,
    created_at: String(row['created_at']),
  };
}

const isEntryKind = (kind: string | null): kind is Entry['kind'] => entryKinds.some((one) => one === kind);

/** The records entered last, newest first. */
function lastEntries(database: Database): Entry[] {
  const entries: Entry[] = [];
  for (const { action, kind, record_id } of database.all(lastCreated())) {
    if (entries.length === mostEntries) break;
    if (action !== 'create' || record_id === null || !isEntryKind(kind)) continue;
    const entry = entryOf(database, kind, record_id);
    if (entry) entries.push(entry);
  }
  return entries;
}

/** What waits and where to go on, for the start page. */
export function homeSummary(database: Database): Summary {
  const today = localDay(new Date());
  const units = unitsOf(database);
  return {
    ...campaignState(database),
    unfinished_batches: database.first(unfinishedBatches())?.count ?? 0,
    conflicts: database.first(openConflicts())?.count ?? 0,
    sample_villages: units.listAt(today).filter((unit) => unit.level === 'village' && unit.sample).length,
    villages_without_launch: villagesWithoutLaunch(database, today),
    late_houses: database.first(lateHouses({ today }))?.count ?? 0,
    draft_vouchers: {
      receipts: database.first(drafts.receipt())?.count ?? 0,
      payments: database.first(drafts.payment())?.count ?? 0,
    },
    last_entries: lastEntries(database),
  };
}

/** The start page. */
export const homeHandlers: Handlers<keyof typeof homeCalls> = {
  'home.summary': (_input, { office }) => homeSummary(office.database),
};
