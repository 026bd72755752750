import { kindOf, type KindName } from '../../../../shared/records/index.ts';
import { readLines } from '../../../../shared/records/lines.ts';
import type { Database } from '../../database/database.ts';
import type { Values } from '../record-sql.ts';
import { nameOf, rowOf } from '../record-writer.ts';

/** Fields that point to a record that was voided, by name; a record is tied to what stands. */
export function voidedTargets(
  database: Database,
  kind: KindName,
  values: Values,
  names: readonly string[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const name of names) {
    const field = kindOf(kind).fields[name];
    if (field?.type !== 'reference' && field?.type !== 'references') continue;
    const target = field.kind as KindName;
    const value = values[name] ?? null;
    const ids =
      field.type === 'references'
        ? readLines(value).map(({ id }) => id)
        : value === null
          ? []
          : [Number(value)];
    const gone = ids.map((id) => rowOf(database, target, id)).filter((row) => row.voided_at !== null);
    if (gone.length > 0)
      faults[name] = `${field.label}: ${gone.map((row) => nameOf(target, row)).join(', ')} đã bị hủy.`;
  }
  return faults;
}
