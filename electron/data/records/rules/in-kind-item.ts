import { sql } from 'kysely';
import { identityKey } from '../../../../shared/vietnamese/text.ts';
import type { Database } from '../../database/database.ts';
import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { derive } from '../record-sql.ts';
import type { KindRule } from './rule.ts';

const sameName = statement((given: { sort_key: string; except: number }) =>
  query
    .selectFrom('in_kind_item')
    .select(['name', 'unit_name'])
    .where('sort_key', '=', given.sort_key)
    .where('voided_at', 'is', null)
    .where('id', '<>', given.except),
);
// Fund by fund: the books have no order by goods alone.
const inVoucher = statement(
  (given: { item_id: number }) =>
    sql<{ fund_id: number }>`select d.fund_id from fund_campaign f join fund_day d on d.fund_id = f.id
      and d.account = 'goods' and d.item_id = ${given.item_id} limit 1`,
);

const isUsed = (database: Database, item_id: number) => database.first(inVoucher({ item_id })) !== undefined;

/** One name and unit once; what stands on an issued voucher keeps both, or the voucher would say another thing. */
export const inKindItemRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const { name, unit_name } = values;
    const { sort_key = '' } = derive('in_kind_item', values);
    const unit = identityKey(String(unit_name));
    const there = database
      .all(sameName({ sort_key, except: before?.id ?? 0 }))
      .find((one) => identityKey(one.unit_name) === unit);
    if (there) return { name: `Đã có hiện vật "${there.name}" tính theo "${there.unit_name}".` };
    const changed = before !== null && (before['name'] !== name || before['unit_name'] !== unit_name);
    if (!changed || !isUsed(database, before.id)) return {};
    const text =
      'Hiện vật này đã có trong phiếu phát hành nên giữ tên và đơn vị tính. Hãy thêm hiện vật mới.';
    return before['name'] !== name ? { name: text } : { unit_name: text };
  },
};
