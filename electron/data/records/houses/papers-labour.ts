import { fail } from '../../../../shared/failure.ts';
import { labourWorks } from '../../../../shared/records/labour-turn.ts';
import type { LabourTableData } from '../../documents/index.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { placeOn } from '../../register/places.ts';
import type { Snapshot } from '../../register/snapshot.ts';

const turns = statement(({ from, to }: { from: string; to: string }) =>
  query
    .selectFrom('labour_turn')
    .leftJoin('team', 'team.id', 'labour_turn.team_id')
    .leftJoin('house', 'house.id', 'labour_turn.house_id')
    .select(['labour_turn.worked_on', 'labour_turn.unit_name', 'labour_turn.work', 'labour_turn.people'])
    .select(['labour_turn.days', 'labour_turn.turns', 'labour_turn.person_days', 'team.name as team'])
    .select(['labour_turn.village_id', 'house.beneficiary_name', 'house.consent'])
    .where('labour_turn.worked_on', '>=', from)
    .where('labour_turn.worked_on', '<=', to)
    .where('labour_turn.voided_at', 'is', null)
    .orderBy('labour_turn.worked_on')
    .orderBy('labour_turn.id'),
);

/** Who helped where in a period, by days; `invalid` where nobody did. A house is named where its household consented. */
export function labourIn(
  snapshot: Snapshot,
  period: { readonly from: string; readonly to: string },
): Pick<LabourTableData, 'labour' | 'works'> {
  const { from, to } = period;
  const rows = snapshot.reader.all(turns({ from, to }));
  if (rows.length === 0) fail('invalid', 'Chưa ghi ngày công nào trong kỳ này.');
  const labour = rows.map(
    ({ worked_on, unit_name, team, village_id, beneficiary_name, consent, work, ...counts }) => {
      const village = village_id === null ? '' : placeOn(snapshot, village_id, worked_on);
      const house = beneficiary_name !== null && consent === 1 ? `nhà hộ ${beneficiary_name}` : '';
      return {
        ...counts,
        day: worked_on,
        unit: [team, unit_name].filter(Boolean).join(', '),
        place: [house, village].filter(Boolean).join(', '),
        work: labourWorks[work],
      };
    },
  );
  return { labour, works: Object.values(labourWorks) };
}
