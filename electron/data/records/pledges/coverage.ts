import type { CallOutput } from '../../../../shared/api.ts';
import type { Database } from '../../database/database.ts';
import { knownHouseholds, withoutForm } from '../../register/known-households.ts';
import { unitsOf } from '../units/directory.ts';
import { campaignOf } from './campaign.ts';

interface VillageCounts {
  readonly village_id: number;
  readonly forms: number;
  readonly signed: number;
  readonly bulk: number;
}

const formsSql = `SELECT village_id, count(*) AS forms, sum(signature_mode <> 'not_yet') AS signed,
    sum(entry_way = 'bulk') AS bulk
  FROM pledge WHERE campaign_id = ? AND voided_at IS NULL GROUP BY village_id`;
const withoutSql = `SELECT h.village_id, count(*) AS households
  FROM pledge_campaign c JOIN household h WHERE c.id = ? AND ${withoutForm} GROUP BY h.village_id`;

/** Per commune and village of the campaign's time: declared, entered, forms, signed, marked in bulk. */
export function coverageOf(database: Database, campaignId: number): CallOutput<'coverage.table'> {
  const campaign = campaignOf(database, campaignId);
  const forms = new Map(
    database.all<VillageCounts>(formsSql, campaignId).map((row) => [row.village_id, row]),
  );
  const without = new Map(
    database
      .all<{ village_id: number; households: number }>(withoutSql, campaignId)
      .map((row) => [row.village_id, row.households]),
  );
  const declared = new Map(
    database
      .all<{ village_id: number; count: number }>(
        'SELECT village_id, count FROM declared_household_count WHERE year = ?',
        campaign.year,
      )
      .map((row) => [row.village_id, row.count]),
  );
  const units = unitsOf(database).listAt(campaign.to_date);
  const communes = units.filter((unit) => unit.level === 'commune');
  return {
    communes: communes.map((commune) => ({
      commune_id: commune.id,
      name: commune.name,
      villages: units
        .filter((unit) => unit.parent_id === commune.id)
        .map((village) => {
          const counts = forms.get(village.id);
          return {
            village_id: village.id,
            name: village.name,
            declared: declared.get(village.id) ?? null,
            entered: (counts?.forms ?? 0) + (without.get(village.id) ?? 0),
            forms: counts?.forms ?? 0,
            signed: counts?.signed ?? 0,
            bulk: counts?.bulk ?? 0,
          };
        }),
    })),
  };
}

/** The households behind a cell: known in the village, without a signed pledge in the campaign. */
export function missingOf(
  database: Database,
  campaignId: number,
  villageId: number,
): CallOutput<'coverage.missing'> {
  campaignOf(database, campaignId);
  return knownHouseholds(database, campaignId, villageId, 'name')
    .filter((household) => household.signature_mode === 'not_yet')
    .map(({ household_id, head_name, birth, member_count, pledge_id, reason }) => ({
      household_id,
      head_name,
      birth,
      member_count,
      pledge_id,
      reason,
    }));
}
