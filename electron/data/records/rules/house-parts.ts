import { labourOf } from '../../../../shared/records/labour-turn.ts';
import { fundingSources, type FundingSource } from '../../../../shared/records/house-funding.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { VillageRollUp } from '../../register/village-roll-up.ts';
import type { Values } from '../record-sql.ts';
import { rowOf } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import type { KindRule } from './rule.ts';
import { voidedTargets } from './stands.ts';
import { notThen } from './units-then.ts';

const sameSource = statement((given: { house: number; source: string; except: number }) =>
  query
    .selectFrom('house_funding')
    .select('id')
    .where('house_id', '=', given.house)
    .where('source', '=', given.source as FundingSource)
    .where('voided_at', 'is', null)
    .where('id', '<>', given.except),
);

/** A house that stands has one line a source, and a line stays with its house. */
export const houseFundingRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const gone = voidedTargets(database, 'house_funding', values, ['house_id']);
    if (Object.keys(gone).length > 0) return gone;
    const house = Number(values['house_id']);
    if (before && before['house_id'] !== house)
      return { house_id: 'Kinh phí không chuyển sang nhà khác được.' };
    const source = values['source'] as FundingSource;
    if (!database.first(sameSource({ house, source, except: before?.id ?? 0 }))) return {};
    return { source: `Nhà này đã có dòng "${fundingSources[source]}". Hãy sửa dòng đó.` };
  },
};

/** The village of the house that was helped, as it was on a day; null where no house is chosen. */
function villageOfHouse(database: Database, values: Values): number | null {
  if (typeof values['house_id'] !== 'number') return null;
  const village = Number(rowOf(database, 'house', values['house_id'])['village_id']);
  return new VillageRollUp(database, String(values['worked_on'])).of(village);
}

/** Turns and person-days follow from people and days; where a house is chosen, the village is the house's. */
export const labourTurnRule: KindRule = {
  compute: (database, values) => ({
    ...labourOf(Number(values['people']), Number(values['days'])),
    village_id: villageOfHouse(database, values) ?? values['village_id'] ?? null,
  }),
  check: (database, values): Record<string, string> => {
    const voided = voidedTargets(database, 'labour_turn', values, ['team_id', 'house_id']);
    if (Object.keys(voided).length > 0) return voided;
    const day = String(values['worked_on']);
    const village = values['village_id'] ?? null;
    const ofHouse = villageOfHouse(database, values);
    if (ofHouse !== null && village !== null && village !== ofHouse)
      return { village_id: `Nhà này ở ${unitsOf(database).nameAt(ofHouse, day)}.` };
    const gone = notThen(database, [Number(ofHouse ?? village)], day);
    return gone ? { village_id: gone } : {};
  },
};
