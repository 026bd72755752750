import { kindOf, type KindName } from '../../../shared/records/index.ts';

/**
 * The canonical text of a stored record, for the hash in its audit row: its uid, its version, whether it is
 * voided, and its declared values in the order of the declaration.
 */
export function canonicalRecord(kind: KindName, row: Readonly<Record<string, unknown>>): string {
  const values = Object.keys(kindOf(kind).fields).map((name) => plain(row[name]));
  return JSON.stringify([row['uid'], row['version'], (row['voided_at'] ?? null) !== null, ...values]);
}

/** A flag is a number in the table and a boolean in a record: both give the same text. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}
