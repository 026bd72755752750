import type { NotNull } from 'kysely';
import { hasSigned, type SignatureMode } from '../../../shared/records/pledge.ts';
import { asList, listed } from '../database/listed.ts';
import type { Reader } from '../database/reader.ts';
import { query } from '../database/tables.ts';

/** What merged households mean for the figures of one campaign: two that turned out to be one count once. */
export interface CampaignMerges {
  /** Forms that are not counted, because another form of the same household is. */
  readonly superseded: readonly number[];
  /** Households that have a form only through a household that was merged with them. */
  readonly covered: readonly number[];
}

interface Form {
  readonly id: number;
  readonly household_id: number;
  readonly form_number: number;
  readonly signature_mode: SignatureMode;
}

function survivors(reader: Reader): Map<number, number> {
  const mergers = query
    .selectFrom('household')
    .select(['id', 'merged_into'])
    .where('merged_into', 'is not', null)
    .$narrowType<{ merged_into: NotNull }>();
  const merged = reader.all(mergers.compile());
  const next = new Map(merged.map((row) => [row.id, row.merged_into]));
  const last = (id: number): number => {
    const into = next.get(id);
    return into === undefined ? id : last(into);
  };
  return new Map(merged.map(({ id }) => [id, last(id)]));
}

/** The form that stands for the household: a signed one, the survivor's own, the lowest number. */
function best(forms: readonly Form[], survivor: number): Form | undefined {
  const rank = (form: Form) => [
    hasSigned(form.signature_mode) ? 0 : 1,
    form.household_id === survivor ? 0 : 1,
    form.form_number,
  ];
  return [...forms].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? a.id - b.id : (left[at] ?? 0) - (right[at] ?? 0);
  })[0];
}

/** Which forms and households of a campaign are counted with another one, because they were merged. */
export function mergesIn(reader: Reader, campaignId: number): CampaignMerges {
  const survivorOf = survivors(reader);
  if (survivorOf.size === 0) return { superseded: [], covered: [] };
  const families = new Map<number, Form[]>();
  const members = asList([...survivorOf.keys(), ...survivorOf.values()]);
  const theirForms = query
    .selectFrom('pledge')
    .select(['id', 'household_id', 'form_number', 'signature_mode'])
    .where('household_id', 'in', listed(members))
    .where('campaign_id', '=', campaignId)
    .where('voided_at', 'is', null);
  const forms = reader.all(theirForms.compile());
  for (const form of forms) {
    const survivor = survivorOf.get(form.household_id) ?? form.household_id;
    families.set(survivor, [...(families.get(survivor) ?? []), form]);
  }
  const superseded = [...families].flatMap(([survivor, family]) => {
    const kept = best(family, survivor);
    return family.filter((form) => form !== kept).map((form) => form.id);
  });
  return { superseded, covered: [...families.keys()] };
}
