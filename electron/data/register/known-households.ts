import type { NotYetReason, SignatureMode } from '../../../shared/records/pledge.ts';
import { personSortKey } from '../../../shared/vietnamese/sort-key.ts';
import { asList } from '../database/listed.ts';
import type { Reader } from '../database/reader.ts';
import { countsWithoutForm, formCounts, formsIn, householdsWithoutForm } from './known-households-queries.ts';
import { mergesIn } from './merged-households.ts';
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

const noForm = {
  pledge_id: null,
  form_number: null,
  signature_mode: null,
  reason: null,
  signed_on: null,
  note: null,
};

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
  readonly #villages: VillageRollUp;
  readonly #forms: Parameters<typeof formCounts>[0];
  readonly #withoutForm: Parameters<typeof countsWithoutForm>[0];

  constructor(reader: Reader, campaign: CampaignSpan) {
    const { id: campaign_id, to_date: to, closed_at } = campaign;
    const { superseded, covered } = mergesIn(reader, campaign_id);
    this.#reader = reader;
    this.#villages = new VillageRollUp(reader, to);
    this.#forms = { campaign_id, superseded: asList(superseded) };
    this.#withoutForm = { campaign_id, to, closed_at: closed_at ?? '9999', covered: asList(covered) };
  }

  /** Those of one village: by form number and then, by name, those without a form; or all by name. */
  ofVillage(villageId: number, order: RegisterOrder = 'form_number'): KnownHousehold[] {
    const villages = asList(this.#villages.partsOf(villageId));
    const forms: KnownHousehold[] = this.#reader.all(formsIn({ ...this.#forms, villages }));
    const waiting = this.#reader
      .all(householdsWithoutForm({ ...this.#withoutForm, villages }))
      .map((household) => ({ ...household, ...noForm }));
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
    for (const { village_id, ...row } of this.#reader.all(formCounts(this.#forms)))
      add(village_id, { ...row, entered: row.forms });
    for (const { village_id, waiting } of this.#reader.all(countsWithoutForm(this.#withoutForm)))
      add(village_id, { entered: waiting });
    return counts;
  }
}
