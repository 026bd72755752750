import type { CallOutput } from '../../../../shared/api.ts';
import type { Role } from '../../../../shared/rights.ts';
import type { Database } from '../../database/database.ts';
import { KnownHouseholds } from '../../register/known-households.ts';
import { declaredIn } from '../units/declared.ts';
import { unitsOf } from '../units/directory.ts';
import { mayReadInternal } from '../internal.ts';
import { campaignOf } from './campaign.ts';

/** Per commune and village of the campaign's time: declared, entered, forms, signed, marked in bulk. */
export function coverageOf(database: Database, campaignId: number): CallOutput<'coverage.table'> {
  const campaign = campaignOf(database, campaignId);
  const known = new KnownHouseholds(database, campaign).counts();
  const declared = new Map(
    declaredIn(database, campaign.year).map(({ village_id, count }) => [village_id, count]),
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
          const counts = known.get(village.id);
          return {
            village_id: village.id,
            name: village.name,
            declared: declared.get(village.id) ?? null,
            entered: counts?.entered ?? 0,
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
  role: Role,
): CallOutput<'coverage.missing'> {
  return new KnownHouseholds(database, campaignOf(database, campaignId))
    .missingOf(villageId)
    .map(({ household_id, head_name, birth, member_count, pledge_id, reason }) => ({
      household_id,
      head_name,
      birth,
      member_count,
      pledge_id,
      reason: mayReadInternal(role) ? reason : null,
    }));
}
