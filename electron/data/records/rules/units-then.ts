import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { unitsOf } from '../units/directory.ts';

/** Says which of the units did not exist on that day; null where all did. */
export function notThen(database: Database, ids: readonly number[], day: string): string | null {
  const units = unitsOf(database);
  const missing = ids.filter((id) => units.versionAt(id, day) === undefined);
  if (missing.length === 0) return null;
  const names = missing.map((id) => units.nameAt(id, day)).join(', ');
  return `Vào ngày ${formatDate(day)} chưa có hoặc không còn: ${names}.`;
}
