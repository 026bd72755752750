import { sql } from 'kysely';
import { fail } from '../../../shared/failure.ts';
import { isMany } from '../../../shared/records/field.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import { namesOneOf } from './record-sql.ts';

/** kind → the fields of others that name it and would be left pointing to a voided record. */
const uses: Partial<Record<KindName, readonly (readonly [KindName, string])[]>> = {
  pledge_campaign: [
    ['pledge', 'campaign_id'],
    ['pledge_batch', 'campaign_id'],
  ],
  team: [
    ['officer', 'team_id'],
    ['opinion', 'responsible_team_id'],
    ['working_group', 'team_id'],
    ['labour_turn', 'team_id'],
  ],
  officer: [
    ['working_group', 'leader_id'],
    ['working_group', 'members'],
    ['committee_member', 'officer_id'],
  ],
  forum: [['opinion', 'forum_id']],
  opinion_topic: [['opinion', 'topic_id']],
  housing_program: [
    ['housing_phase', 'program_id'],
    ['working_group', 'program_id'],
    ['steering_committee', 'program_id'],
  ],
  housing_phase: [['house', 'phase_id']],
  steering_committee: [['committee_member', 'committee_id']],
};

/** Refuses (`invalid`) to void a record from under those that name it. */
export function requireUnused(database: Database, kind: KindName, id: number): void {
  for (const [other, field] of uses[kind] ?? []) {
    const named = isMany(kindOf(other).fields[field])
      ? namesOneOf(other, field, [id])
      : sql`${sql.ref(field)} = ${id}`;
    const users = sql`select id from ${sql.table(other)} where ${named} and voided_at is null limit 1`;
    if (database.first(users.compile(query)))
      fail('invalid', `Không hủy được: còn ${kindOf(other).label} gắn với ${kindOf(kind).label} này.`);
  }
}
