import { formatBirth, isBirth } from '../vietnamese/birth.ts';
import { formatDate, isIsoDate } from '../vietnamese/dates.ts';
import { ethnicityName } from '../vietnamese/ethnicity.ts';
import { formatMoment } from '../vietnamese/moments.ts';
import { formatMoney } from '../vietnamese/money.ts';
import { formatNumber } from '../vietnamese/numbers.ts';
import { formatQuantity } from '../vietnamese/quantity.ts';
import type { Field } from './field.ts';
import type { Kind } from './kind.ts';
import { readLines } from './lines.ts';
import type { StoredValue } from './schema.ts';

/** Fields that store a code: the word for it is looked up by the field's name, whatever the kind. */
const codeWords: Readonly<Record<string, (code: string) => string | null>> = { ethnicity: ethnicityName };
/** Whole numbers that count nothing: they name a year, a sheet or a place in a book, so they bear no points. */
const plainNumbers: ReadonlySet<string> = new Set([
  'year',
  'form_number',
  'entry_year',
  'entry_number',
  'number',
  'number_year',
]);

/** Whether a field holds an amount in đồng or a quantity. */
const isAmount = (field: Field): boolean => field.type === 'money' || field.type === 'quantity';

/** Whether a number counts something, so that it is written with points and stands at the right end. */
export function isCount(name: string, field: Field): boolean {
  return isAmount(field) || (field.type === 'integer' && !plainNumbers.has(name));
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
      return isIsoDate(String(value)) ? formatDate(String(value)) : String(value);
    case 'moment':
      return formatMoment(String(value));
    case 'birth':
      return isBirth(String(value)) ? formatBirth(String(value)) : String(value);
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? formatNumber(value) : String(value);
    case 'money':
      return typeof value === 'number' ? formatMoney(value) : String(value);
    case 'quantity':
      return typeof value === 'number' ? formatQuantity(value) : String(value);
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
