import { sql } from 'kysely';
import { fail } from '../../../shared/failure.ts';
import { kindNames, kindOf, type KindName } from '../../../shared/records/index.ts';
import type { Database } from '../database/database.ts';
import { query } from '../database/tables.ts';
import { namesOneOf } from './record-sql.ts';

interface Use {
  readonly by: KindName;
  readonly field: string;
  readonly many: boolean;
}

/** What a record has had, and nothing without it: it goes along and keeps nobody. */
const parts: ReadonlySet<KindName> = new Set<KindName>(['officer_position']);

/** The fields of all kinds that point to records of one. */
function usesOf(kind: KindName): Use[] {
  const others = kindNames.filter((by) => !parts.has(by));
  return others.flatMap((by) =>
    Object.entries(kindOf(by).fields).flatMap(([field, declared]) => {
      const points = declared.type === 'reference' || declared.type === 'references';
      return points && declared.kind === kind ? [{ by, field, many: declared.type === 'references' }] : [];
    }),
  );
}

/** A record that others name is not voided from under them: `invalid`, with what still names it. */
export function requireUnused(database: Database, kind: KindName, id: number): void {
  for (const { by, field, many } of usesOf(kind)) {
    const names = many ? namesOneOf(by, field, [id]) : sql`${sql.ref(field)} = ${id}`;
    const users = sql`select id from ${sql.table(by)} where ${names} and voided_at is null limit 1`;
    if (database.first(users.compile(query)))
      fail('invalid', `Không hủy được: còn ${kindOf(by).label} gắn với ${kindOf(kind).label} này.`);
  }
}
