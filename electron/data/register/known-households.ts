import type { SqlValue } from '../database/unit-of-work.ts';

/** Anything that reads: the writer's database, or a job's connection with its snapshot. */
export interface Reader {
  readonly all: <R>(sql: string, ...parameters: readonly SqlValue[]) => R[];
}

/** A household of a village in a campaign, with what its form says where there is one. */
export interface KnownHousehold {
  readonly household_id: number;
  readonly pledge_id: number | null;
  readonly form_number: number | null;
  /** As on the form; as the household stands where there is none. */
  readonly head_name: string;
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly ethnicity: string | null;
  readonly member_count: number;
  readonly signature_mode: 'signed' | 'thumbprint' | 'represented' | 'not_yet';
  readonly reason: 'away' | 'works_elsewhere' | 'just_moved_in' | 'not_met' | null;
  readonly signed_on: string | null;
  readonly note: string | null;
  readonly sort_key: string;
}

/**
 * Households `h` known in a campaign `c` though no form of theirs is in: they lived there at its end, and were
 * known by then. One that first pledged in a later campaign does not appear when an old register is printed again.
 */
export const withoutForm = `h.voided_at IS NULL
  AND (h.state = 'living' OR (h.state = 'moved_out' AND h.moved_out_on > c.to_date))
  AND (h.moved_in_on IS NULL OR h.moved_in_on <= c.to_date)
  AND NOT EXISTS (SELECT 1 FROM pledge p WHERE p.household_id = h.id AND p.campaign_id = c.id AND p.voided_at IS NULL)
  AND (EXISTS (SELECT 1 FROM pledge p JOIN pledge_campaign e ON e.id = p.campaign_id
        WHERE p.household_id = h.id AND p.voided_at IS NULL AND e.from_date <= c.to_date)
    OR (NOT EXISTS (SELECT 1 FROM pledge p WHERE p.household_id = h.id AND p.voided_at IS NULL)
        AND h.created_at <= coalesce(c.closed_at, '9999')))`;

const known = `SELECT household_id, id AS pledge_id, form_number, head_name, birth, sex, ethnicity, member_count,
    signature_mode, reason, signed_on, note, sort_key
  FROM pledge WHERE campaign_id = ? AND village_id = ? AND voided_at IS NULL
  UNION ALL
  SELECT h.id, NULL, NULL, h.head_name, h.birth, h.sex, h.ethnicity, h.member_count, 'not_yet', NULL, NULL, NULL,
    h.sort_key
  FROM pledge_campaign c JOIN household h ON h.village_id = ? WHERE c.id = ? AND ${withoutForm}`;

const orders = {
  /** Forms in the order of their numbers, then the households without a form by name. */
  form_number: 'form_number IS NULL, form_number, sort_key, household_id',
  name: 'sort_key, household_id',
} as const;

/** Every household of a village in a campaign, signed or not yet. */
export function knownHouseholds(
  reader: Reader,
  campaignId: number,
  villageId: number,
  order: keyof typeof orders = 'form_number',
): KnownHousehold[] {
  return reader.all<KnownHousehold>(
    `SELECT * FROM (${known}) ORDER BY ${orders[order]}`,
    campaignId,
    villageId,
    villageId,
    campaignId,
  );
}
