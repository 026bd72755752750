import { ethnicityName } from '../../../shared/vietnamese/ethnicity.ts';
import type { RegisterData, RegisterGroup, RegisterRow } from '../documents/index.ts';
import {
  KnownHouseholds,
  type KnownHousehold,
  type RegisterOrder,
  type VillageCounts,
} from './known-households.ts';
import { agencyOn, type DocumentCampaign, type Snapshot } from './snapshot.ts';

/** How the registers of one job look. */
export interface RegisterLook {
  readonly order: RegisterOrder;
  readonly ethnicity: boolean;
  readonly signature_column: boolean;
  readonly internal: boolean;
  /** ISO date. */
  readonly document_date: string;
  readonly sample: boolean;
}

/** What one register covers: a commune, or one village of it. */
export interface RegisterArea {
  readonly commune_id: number;
  readonly village_id: number | null;
}

function rowOf(household: KnownHousehold): RegisterRow {
  const { head_name, birth, member_count, signed_on, signature_mode, note, reason, ethnicity } = household;
  return {
    head_name,
    birth,
    member_count,
    signed_on,
    signature_mode: signature_mode ?? 'not_yet',
    note: note ?? '',
    reason,
    ethnicity_name: ethnicity === null ? null : ethnicityName(ethnicity),
  };
}

/** Gathers the registers of a campaign from one snapshot. */
export class RegisterSource {
  readonly #snapshot: Snapshot;
  readonly #campaign: DocumentCampaign;
  readonly #households: KnownHouseholds;
  readonly #counts: ReadonlyMap<number, VillageCounts>;

  constructor(snapshot: Snapshot, campaign: DocumentCampaign) {
    this.#snapshot = snapshot;
    this.#campaign = campaign;
    this.#households = new KnownHouseholds(snapshot.reader, campaign);
    this.#counts = this.#households.counts();
  }

  /** How many rows the register of an area has. */
  rows(area: RegisterArea): number {
    return this.#villages(area).reduce((sum, { id }) => sum + (this.#counts.get(id)?.entered ?? 0), 0);
  }

  /** The villages of an area that have households, in their order; last those that ended before the campaign. */
  #villages({ commune_id, village_id }: RegisterArea): { id: number; name: string }[] {
    const { units } = this.#snapshot;
    const day = this.#campaign.to_date;
    if (village_id !== null) return [{ id: village_id, name: units.nameAt(village_id, day) }];
    const present = units.villagesOf(commune_id, day);
    const known = new Set(present.map(({ id }) => id));
    const ended = [...this.#counts.keys()]
      .filter((id) => !known.has(id) && units.communeOf(id, day) === commune_id)
      .sort((a, b) => a - b)
      .map((id) => ({ id, name: units.nameAt(id, day) }));
    return [...present, ...ended].filter(({ id }) => (this.#counts.get(id)?.entered ?? 0) > 0);
  }

  *#groups(area: RegisterArea, order: RegisterOrder): Generator<RegisterGroup> {
    for (const { id, name } of this.#villages(area))
      yield { village_name: name, rows: this.#households.ofVillage(id, order).map(rowOf) };
  }

  /** Everything that the register of an area says. */
  data(area: RegisterArea, look: RegisterLook): RegisterData {
    const { units, chainHead } = this.#snapshot;
    const { title, year, to_date } = this.#campaign;
    const commune = units.unitAt(area.commune_id, to_date);
    return {
      scope: area.village_id === null ? 'commune' : 'village',
      commune_name: commune.name,
      commune_type: commune.type,
      village_name: area.village_id === null ? null : units.nameAt(area.village_id, to_date),
      campaign: { title, year },
      agency: agencyOn(this.#snapshot, look.document_date),
      document_date: look.document_date,
      chain_head: chainHead,
      sample: look.sample,
      internal: look.internal,
      columns: { ethnicity: look.ethnicity, signature: look.signature_column },
      groups: this.#groups(area, look.order),
    };
  }
}
