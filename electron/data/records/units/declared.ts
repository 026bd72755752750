import type { Database } from '../../database/database.ts';
import { query } from '../../database/tables.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';

/** How many households each village declared in that year. */
export function declaredIn(database: Database, year: number): { village_id: number; count: number }[] {
  const counts = query
    .selectFrom('declared_household_count')
    .select(['village_id', 'count'])
    .where('year', '=', year);
  return database.all(counts.compile());
}

/** Writes a village's declared count of a year, in place of the one before; null takes it away. */
export function putDeclared(unit: UnitOfWork, village_id: number, year: number, count: number | null): void {
  const table = 'declared_household_count';
  const change =
    count === null
      ? query.deleteFrom(table).where('village_id', '=', village_id).where('year', '=', year)
      : query
          .insertInto(table)
          .values({ village_id, year, count })
          .onConflict((there) => there.columns(['village_id', 'year']).doUpdateSet({ count }));
  unit.add(change.compile());
}
