import { statement } from '../../database/statement.ts';
import { query } from '../../database/tables.ts';
import { unitsOf } from '../units/directory.ts';
import type { KindRule } from './rule.ts';
import { notThen } from './units-then.ts';

const opinions = statement((given: { forum: number }) =>
  query
    .selectFrom('opinion')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('forum_id', '=', given.forum)
    .where('voided_at', 'is', null),
);

/**
 * A forum is held where there was a commune and village on its day; its day is that of its opinions' first steps,
 * so it stays once there are opinions.
 */
export const forumRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const day = String(values['held_on']);
    const { commune_id, village_id } = values;
    const gone = notThen(database, [Number(commune_id)], day);
    if (gone) return { commune_id: gone };
    if (typeof village_id === 'number') {
      const missing = notThen(database, [village_id], day);
      if (missing) return { village_id: missing };
      if (unitsOf(database).communeOf(village_id, day) !== commune_id)
        return { village_id: 'Bản này không thuộc xã đã chọn.' };
    }
    if (!before || before['held_on'] === day) return {};
    const count = database.first(opinions({ forum: before.id }))?.count ?? 0;
    return count === 0
      ? {}
      : { held_on: `Diễn đàn đã có ${count} ý kiến tính theo ngày này; hãy hủy các ý kiến rồi nhập lại.` };
  },
};
