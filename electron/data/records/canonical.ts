import { kindOf, type KindName } from '../../../shared/records/index.ts';

/**
 * The canonical text of a stored record, for the hash in its audit row: its uid, its version, whether it is
 * voided, and its declared values in the order of the declaration. A field that came later to its kind stands at the
 * end with its name, and only where it has a value: what was hashed before it came still has the same text.
 */
export function canonicalRecord(kind: KindName, row: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(kindOf(kind).fields);
  const values = fields.filter(([, field]) => !field.later).map(([name]) => plain(row[name]));
  const later = fields
    .filter(([name, field]) => field.later && plain(row[name]) !== null)
    .map(([name]) => [name, plain(row[name])]);
  return JSON.stringify([
    row['uid'],
    row['version'],
    (row['voided_at'] ?? null) !== null,
    ...values,
    ...later,
  ]);
}

/** A flag is a number in the table and a boolean in a record: both give the same text. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}
