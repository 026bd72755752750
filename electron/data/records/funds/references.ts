import { kindOf, type KindName } from '../../../../shared/records/index.ts';
import type { Database } from '../../database/database.ts';
import type { Values } from '../record-sql.ts';
import { voidedTargets } from '../rules/stands.ts';

/** Typed fields that point to a record that was voided, by name; `not_found` where there is none at all. */
export function voidedReferences(database: Database, kind: KindName, values: Values): Record<string, string> {
  const typed = Object.entries(kindOf(kind).fields).filter(([, { computed }]) => !computed);
  return voidedTargets(
    database,
    kind,
    values,
    typed.map(([name]) => name),
  );
}
