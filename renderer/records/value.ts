import type { ShownRecord } from '../../shared/api/records.ts';
import type { Field } from '../../shared/records/field.ts';
import type { Kind } from '../../shared/records/kind.ts';
import { readLines } from '../../shared/records/lines.ts';
import type { StoredValue } from '../../shared/records/schema.ts';
import { formatBirth, isBirth } from '../../shared/vietnamese/birth.ts';
import { ethnicityName } from '../../shared/vietnamese/ethnicity.ts';
import { formatNumber } from '../../shared/vietnamese/numbers.ts';
import { dateInWords, momentInWords } from '../components/words.ts';

/** Fields that store a code: the word for it is looked up by the field's name, whatever the kind. */
const codeWords: Readonly<Record<string, (code: string) => string | null>> = { ethnicity: ethnicityName };
/** Whole numbers that count nothing: they name a year or a sheet, so they bear no points. */
const plainNumbers: ReadonlySet<string> = new Set(['year', 'form_number']);

/** Whether a whole number counts something, so that it is written with points and stands at the right end. */
export function isCount(name: string, field: Field): boolean {
  return field.type === 'integer' && !plainNumbers.has(name);
}

/** A record's stored value of a field; null where it has none. */
export function valueOf(record: ShownRecord, field: string): StoredValue {
  const value = record[field];
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

/**
 * A stored value in words: dd/MM/yyyy, 1.491, the word of a choice, the name of what it points to. Empty text for
 * no value. `name` is the name of the unit or record that a pointing value means.
 */
export function showValue(field: Field, value: StoredValue | undefined, name?: string): string {
  if (value === null || value === undefined || value === '') return '';
  switch (field.type) {
    case 'text':
      return String(value);
    case 'date':
      return dateInWords(String(value));
    case 'moment':
      return momentInWords(String(value));
    case 'birth':
      return isBirth(String(value)) ? formatBirth(String(value)) : String(value);
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? formatNumber(value) : String(value);
    case 'choice':
      return field.options[String(value)] ?? String(value);
    case 'flag':
      return value === true || value === 1 ? 'có' : 'không';
    case 'unit':
    case 'reference':
      return name ?? `số ${String(value)}`;
    case 'units':
    case 'references':
      return name ?? `${readLines(value).length} mục`;
  }
}

/** A value under its field's name; knows codes and numbers that are no counts. Empty text for no value. */
export function showNamed(
  kind: Pick<Kind, 'fields'>,
  field: string,
  value: StoredValue | undefined,
  name?: string,
): string {
  const declared = kind.fields[field];
  if (!declared || value === null || value === undefined) return '';
  if (plainNumbers.has(field)) return String(value);
  return codeWords[field]?.(String(value)) ?? showValue(declared, value, name);
}

/** A field of a record in words. Empty text for no value. */
export function showField(kind: Pick<Kind, 'fields'>, field: string, record: ShownRecord): string {
  return showNamed(kind, field, valueOf(record, field), record.names[field]);
}

/** The name that stands for a record: its name field in words. */
export function nameOf(kind: Kind, record: ShownRecord): string {
  return showField(kind, kind.nameField, record) || `${kind.label} ${record.id}`;
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
