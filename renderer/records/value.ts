import type { ShownRecord } from '../../shared/api/records.ts';
import type { Field } from '../../shared/records/field.ts';
import type { Kind } from '../../shared/records/kind.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { showNamed } from '../../shared/records/words.ts';

export { isCount, showNamed, showValue } from '../../shared/records/words.ts';

/** A record's stored value of a field; null where it has none. */
export function valueOf(record: ShownRecord, field: string): StoredValue {
  const value = record[field];
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

/** A field of a record in words. Empty text for no value. */
export function showField(kind: Pick<Kind, 'fields'>, field: string, record: ShownRecord): string {
  return showNamed(kind, field, valueOf(record, field), record.names[field]);
}

/** The name that stands for a record: its name field in words. */
export function nameOf(kind: Kind, record: ShownRecord): string {
  return showField(kind, kind.nameField, record) || capital(`${kind.label} ${record.id}`);
}

/** A label in the middle of a sentence or as a heading: its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** The declared values of a record, as stored. */
export function valuesOf(
  fields: Readonly<Record<string, Field>>,
  record: ShownRecord,
): Record<string, StoredValue> {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, valueOf(record, field)]));
}
