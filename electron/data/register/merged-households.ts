import type { Reader } from './reader.ts';

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
  readonly signed: number;
}

function survivors(reader: Reader): Map<number, number> {
  const merged = reader.all<{ id: number; merged_into: number }>(
    'SELECT id, merged_into FROM household WHERE merged_into IS NOT NULL',
  );
  const next = new Map(merged.map((row) => [row.id, row.merged_into]));
  const last = (id: number): number => {
    const into = next.get(id);
    return into === undefined ? id : last(into);
  };
  return new Map(merged.map(({ id }) => [id, last(id)]));
}

/** The form that stands for the household: a signed one, the survivor's own, the lowest number. */
function best(forms: readonly Form[], survivor: number): Form | undefined {
  const rank = (form: Form) => [1 - form.signed, form.household_id === survivor ? 0 : 1, form.form_number];
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
  const members = JSON.stringify([...survivorOf.keys(), ...survivorOf.values()]);
  const forms = reader.all<Form>(
    `SELECT id, household_id, form_number, signature_mode <> 'not_yet' AS signed FROM pledge
      WHERE household_id IN (SELECT value FROM json_each(?)) AND campaign_id = ? AND voided_at IS NULL`,
    members,
    campaignId,
  );
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
