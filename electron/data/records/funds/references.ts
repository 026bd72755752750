import { kindOf, type KindName } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import type { Values } from '../record-sql.ts';
import { rowOf } from '../record-writer.ts';

/** Typed fields that point to a record that was voided, by name; `not_found` where there is none at all. */
export function voidedReferences(database: Database, kind: KindName, values: Values): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    const id = values[name];
    if (field.type !== 'reference' || field.computed || typeof id !== 'number') continue;
    const target = field.kind as KindName;
    if (rowOf(database, target, id).voided_at !== null)
      faults[name] = `${field.label}: ${kindOf(target).label} này đã bị hủy.`;
  }
  return faults;
}
