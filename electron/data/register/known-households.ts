import type { NotYetReason, SignatureMode } from '../../../shared/records/pledge.ts';
import { personSortKey } from '../../../shared/vietnamese/sort-key.ts';
import { mergesIn, type CampaignMerges } from './merged-households.ts';
import type { Reader } from './reader.ts';
import { VillageRollUp } from './village-roll-up.ts';

/** What the rule needs to know of a campaign. */
export interface CampaignSpan {
  readonly id: number;
  readonly to_date: string;
  readonly closed_at: string | null;
}

/** A household of a village in a campaign: as on its form, or as it stood at the campaign's end. */
export interface KnownHousehold {
  readonly household_id: number;
  readonly head_name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly ethnicity: string | null;
  readonly member_count: number;
  /** Null for a household without a form, as is everything below. */
  readonly pledge_id: number | null;
  readonly form_number: number | null;
  readonly signature_mode: SignatureMode | null;
  readonly reason: NotYetReason | null;
  readonly signed_on: string | null;
  readonly note: string | null;
}

/** How many households a village has in a campaign. */
export interface VillageCounts {
  /** With a form and without. */
  readonly entered: number;
  readonly forms: number;
  readonly signed: number;
  /** Signed by "all signed, except…". */
  readonly bulk: number;
}

export type RegisterOrder = 'form_number' | 'name';

const listed = (ids: readonly number[]) => JSON.stringify(ids);

const formsSql = `SELECT household_id, head_name, birth, sex, ethnicity, member_count, id AS pledge_id, form_number,
    signature_mode, reason, signed_on, note FROM pledge
  WHERE campaign_id = ? AND village_id IN (SELECT value FROM json_each(?)) AND voided_at IS NULL
    AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY form_number, id`;

const formCountsSql = `SELECT village_id, count(*) AS forms, sum(signature_mode <> 'not_yet') AS signed,
    sum(signature_mode <> 'not_yet' AND entry_way = 'bulk') AS bulk FROM pledge
  WHERE campaign_id = ? AND voided_at IS NULL AND id NOT IN (SELECT value FROM json_each(?))
  GROUP BY village_id`;

// An event keeps what was before it, so the first event after the campaign says how things stood at its end.
const withoutFormSql = (columns: string, more: string, ending: string) => `SELECT ${columns}
  FROM household h LEFT JOIN household_event e ON e.id = (
    SELECT l.id FROM household_event l WHERE l.household_id = h.id AND l.event_on > @to AND l.voided_at IS NULL
      ORDER BY l.event_on, l.id LIMIT 1)
  WHERE h.voided_at IS NULL
    AND (h.state = 'living' OR (h.state = 'moved_out' AND h.moved_out_on > @to))
    AND (h.moved_in_on IS NULL OR h.moved_in_on <= @to)
    AND (e.event_type IS NULL OR e.event_type NOT IN ('split_from', 'moved_in', 'returned'))
    AND NOT EXISTS (SELECT 1 FROM pledge p WHERE p.household_id = h.id AND p.campaign_id = @campaign
      AND p.voided_at IS NULL)
    AND h.id NOT IN (SELECT value FROM json_each(@covered))
    AND (EXISTS (SELECT 1 FROM pledge p JOIN pledge_campaign c ON c.id = p.campaign_id
        WHERE p.household_id = h.id AND p.voided_at IS NULL AND c.from_date <= @to)
      OR (h.created_at <= @closed AND NOT EXISTS (SELECT 1 FROM pledge p WHERE p.household_id = h.id
        AND p.voided_at IS NULL))) ${more} ${ending}`;

const villageThen = 'coalesce(e.from_village_id, h.village_id)';

/** Named parameters by position: SQLite numbers each name at its first occurrence. */
function bound(sql: string, values: Readonly<Record<string, string | number>>) {
  const parameters: (string | number)[] = [];
  const text = sql.replace(/@(\w+)/g, (_all, name: string) => {
    parameters.push(values[name] ?? '');
    return '?';
  });
  return { text, parameters };
}

function valuesOf(campaign: CampaignSpan, merges: CampaignMerges, villages: readonly number[]) {
  return {
    to: campaign.to_date,
    campaign: campaign.id,
    closed: campaign.closed_at ?? '9999',
    covered: listed(merges.covered),
    villages: listed(villages),
  };
}

const waitingColumns = `h.id AS household_id, coalesce(e.head_name_before, h.head_name) AS head_name,
  coalesce(e.birth_before, h.birth) AS birth, coalesce(e.sex_before, h.sex) AS sex,
  CASE WHEN e.head_name_before IS NULL OR e.head_name_before = h.head_name THEN h.ethnicity END AS ethnicity,
  coalesce(e.member_count_before, h.member_count) AS member_count, NULL AS pledge_id, NULL AS form_number,
  NULL AS signature_mode, NULL AS reason, NULL AS signed_on, NULL AS note`;
const inVillages = `AND (h.village_id IN (SELECT value FROM json_each(@villages)) OR h.id IN (
    SELECT m.household_id FROM household_event m WHERE m.event_on > @to
      AND m.from_village_id IN (SELECT value FROM json_each(@villages))))
  AND ${villageThen} IN (SELECT value FROM json_each(@villages))`;
const waitingSql = withoutFormSql(waitingColumns, inVillages, '');
const waitingCountsSql = withoutFormSql(
  `${villageThen} AS village_id, count(*) AS waiting`,
  '',
  `GROUP BY ${villageThen}`,
);

/** By name the Vietnamese way; the text itself breaks ties, then the key. */
function byName(rows: readonly KnownHousehold[]): KnownHousehold[] {
  const keyed = rows.map((row) => ({ row, key: personSortKey(row.head_name) }));
  const less = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort(
    (a, b) =>
      less(a.key, b.key) ||
      less(a.row.head_name, b.row.head_name) ||
      less(a.row.household_id, b.row.household_id),
  );
  return keyed.map(({ row }) => row);
}

/**
 * The households of villages in campaigns; the one home of this rule for registers, meeting sheets and coverage.
 * A village has in a campaign: every household with a form of it, as on that form; and every household that lived
 * there at the campaign's end and was known by then, though without a form: one with a form of an earlier
 * campaign or of this time, or one entered before the campaign was closed. Merged households count once.
 */
export class KnownHouseholds {
  readonly #reader: Reader;
  readonly #campaign: CampaignSpan;
  readonly #merges: CampaignMerges;
  readonly #villages: VillageRollUp;

  constructor(reader: Reader, campaign: CampaignSpan) {
    this.#reader = reader;
    this.#campaign = campaign;
    this.#merges = mergesIn(reader, campaign.id);
    this.#villages = new VillageRollUp(reader, campaign.to_date);
  }

  /** Those of one village: by form number and then, by name, those without a form; or all by name. */
  ofVillage(villageId: number, order: RegisterOrder = 'form_number'): KnownHousehold[] {
    const parts = this.#villages.partsOf(villageId);
    const forms = this.#reader.all<KnownHousehold>(
      formsSql,
      this.#campaign.id,
      listed(parts),
      listed(this.#merges.superseded),
    );
    const { text, parameters } = bound(waitingSql, valuesOf(this.#campaign, this.#merges, parts));
    const waiting = this.#reader.all<KnownHousehold>(text, ...parameters);
    return order === 'name' ? byName([...forms, ...waiting]) : [...forms, ...byName(waiting)];
  }

  /** Those of one village that have not signed: without a form, or with one that says "not yet". */
  missingOf(villageId: number): KnownHousehold[] {
    return this.ofVillage(villageId, 'name').filter(
      ({ signature_mode }) => signature_mode === null || signature_mode === 'not_yet',
    );
  }

  /** The counts of every village that has a household, by the village as of the campaign's end. */
  counts(): Map<number, VillageCounts> {
    const counts = new Map<number, VillageCounts>();
    const add = (village: number, more: Partial<VillageCounts>) => {
      const id = this.#villages.of(village);
      const { entered = 0, forms = 0, signed = 0, bulk = 0 } = counts.get(id) ?? {};
      counts.set(id, {
        entered: entered + (more.entered ?? 0),
        forms: forms + (more.forms ?? 0),
        signed: signed + (more.signed ?? 0),
        bulk: bulk + (more.bulk ?? 0),
      });
    };
    for (const { village_id, ...row } of this.#reader.all<
      Omit<VillageCounts, 'entered'> & { village_id: number }
    >(formCountsSql, this.#campaign.id, listed(this.#merges.superseded)))
      add(village_id, { ...row, entered: row.forms });
    const { text, parameters } = bound(waitingCountsSql, valuesOf(this.#campaign, this.#merges, []));
    for (const { village_id, waiting } of this.#reader.all<{ village_id: number; waiting: number }>(
      text,
      ...parameters,
    ))
      add(village_id, { entered: waiting });
    return counts;
  }
}
