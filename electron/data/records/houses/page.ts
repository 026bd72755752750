import type { CallOutput } from '../../../../shared/api.ts';
import { isLate } from '../../../../shared/records/house-flow.ts';
import { fundingSources, type FundingSource } from '../../../../shared/records/house-funding.ts';
import type { KindName, StoredRecord } from '../../../../shared/records/index.ts';
import type { Role } from '../../../../shared/rights.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { localDay } from '../../office/wording.ts';
import { rowOf, type Row } from '../record-writer.ts';
import { shown } from '../shown.ts';
import { groupsOn } from './groups.ts';
import { houseStepsOf, type HouseRow } from './rows.ts';

type Page = CallOutput<'houses.page'>;
type FundingRow = Row & Pick<StoredRecord<'house_funding'>, 'source' | 'planned_amount' | 'paid_outside'>;

const fundings = statement((given: { house: number }) =>
  query
    .selectFrom('house_funding')
    .selectAll()
    .where('house_id', '=', given.house)
    .where('voided_at', 'is', null),
);
const payments = statement((given: { house: number }) =>
  query
    .selectFrom('payment')
    .selectAll()
    .where('house_id', '=', given.house)
    .where('voided_at', 'is', null)
    .orderBy('paid_on')
    .orderBy('id'),
);
const labour = statement((given: { house: number }) =>
  query
    .selectFrom('labour_turn')
    .selectAll()
    .where('house_id', '=', given.house)
    .where('voided_at', 'is', null)
    .orderBy('worked_on')
    .orderBy('id'),
);

/** Planned and paid by source, in the order of the sources: what was paid past the funds, and by their payments. */
function fundingOf(database: Database, house: number, show: (row: Row) => Page['funding'][number]['record']) {
  const records = new Map<string, FundingRow>(
    database.all(fundings({ house })).map((row) => [row.source, row]),
  );
  const paid = new Map<string, number>();
  for (const { house_source, standing_amount } of database.all(payments({ house })))
    if (house_source !== null) paid.set(house_source, (paid.get(house_source) ?? 0) + standing_amount);
  return (Object.keys(fundingSources) as FundingSource[]).flatMap((source) => {
    const record = records.get(source);
    const paid_from_funds = paid.get(source) ?? 0;
    if (!record && paid_from_funds === 0) return [];
    return [
      {
        record: record ? show(record) : null,
        source,
        planned: record?.planned_amount ?? 0,
        paid_outside: record?.paid_outside ?? 0,
        paid_from_funds,
      },
    ];
  });
}

/** A house's whole life: itself, its steps, what it costs and who paid, who worked for it. */
export function housePage(database: Database, id: number, role: Role): Page {
  const house = rowOf(database, 'house', id) as HouseRow;
  const today = localDay(new Date());
  const phase = rowOf(database, 'housing_phase', house.phase_id);
  const show = (kind: KindName, rows: readonly Row[]) => rows.map((row) => shown(database, kind, row, role));
  return {
    house: shown(database, 'house', house, role),
    steps: show('house_step', houseStepsOf(database, id)),
    funding: fundingOf(database, id, (row) => shown(database, 'house_funding', row, role)),
    payments: show('payment', database.all(payments({ house: id }))),
    labour: show('labour_turn', database.all(labour({ house: id }))),
    group: groupsOn(database, today, Number(phase['program_id']))(house.commune_id),
    late: house.voided_at === null && isLate(house, today),
  };
}
