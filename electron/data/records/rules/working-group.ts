import { sql } from 'kysely';
import { readLines } from '../../../../shared/records/lines.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import { asList, listed } from '../../database/listed.ts';
import { statement } from '../../database/statement.ts';
import { unitsOf } from '../units/directory.ts';
import type { KindRule } from './rule.ts';
import { voidedTargets } from './stands.ts';
import { notThen } from './units-then.ts';

interface Other {
  readonly name: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly commune_id: number;
}

const othersThere = statement(
  (given: { program: number; communes: string; from: string; to: string; except: number }) => sql<Other>`
    select g.name, g.from_date, g.to_date, c.target_id as commune_id
    from working_group g join working_group_communes c on c.record_id = g.id
    where g.program_id = ${given.program} and c.target_id in ${listed(given.communes)}
      and g.from_date <= ${given.to} and coalesce(g.to_date, '9999') >= ${given.from}
      and g.voided_at is null and g.id <> ${given.except}
    order by g.from_date, g.id`,
);

/** The communes are there when the group begins, and none of them has another group of the programme at that time. */
export const workingGroupRule: KindRule = {
  check: (database, values, before): Record<string, string> => {
    const targets = ['program_id', 'leader_id', 'members', 'team_id'];
    const voided = voidedTargets(database, 'working_group', values, targets);
    if (Object.keys(voided).length > 0) return voided;
    const communes = readLines(values['communes']).map(({ id }) => id);
    const from = String(values['from_date']);
    const gone = notThen(database, communes, from);
    if (gone) return { communes: gone };
    const others = database.all(
      othersThere({
        program: Number(values['program_id']),
        communes: asList(communes),
        from,
        to: String(values['to_date'] ?? '9999'),
        except: before?.id ?? 0,
      }),
    );
    if (others.length === 0) return {};
    const units = unitsOf(database);
    const told = others.map(({ name, from_date, to_date, commune_id }) => {
      const until = to_date === null ? 'chưa có ngày kết thúc' : `đến ${formatDate(to_date)}`;
      return `${units.nameAt(commune_id, from)} đang do ${name} phụ trách (từ ${formatDate(from_date)}, ${until}).`;
    });
    return { communes: told.join(' ') };
  },
};
