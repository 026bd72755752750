import type { ShownRecord } from '../../../shared/api/records.ts';
import { isMany, type Field, type ManyField } from '../../../shared/records/field.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import { readLines } from '../../../shared/records/lines.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Role } from '../../../shared/rights.ts';
import type { Reader } from '../database/reader.ts';
import { localDay } from '../office/wording.ts';
import { isHidden } from './internal.ts';
import { rowById } from './record-sql.ts';
import type { Row } from './record-writer.ts';
import { unitsOf } from './units/directory.ts';

const frame = [
  'id',
  'uid',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'voided_at',
  'void_reason',
];

/** The day as of which a record's units are named: its own where it has one, else that of its entry. */
export function dayOf(kind: KindName, row: Row): string {
  return String(row[kindOf(kind).day ?? ''] ?? localDay(new Date(String(row['created_at']))));
}

function referenceName(database: Reader, kind: KindName, id: number): string {
  const row = database.first(rowById(kind, id));
  const value = row?.[kindOf(kind).nameField];
  return value === undefined || value === null ? '' : wordOf(kind, kindOf(kind).nameField, value);
}

/** A moment or day as a reference's name is shown in Vietnamese order. */
function wordOf(kind: KindName, name: string, value: StoredValue): string {
  const field = kindOf(kind).fields[name];
  if (field?.type === 'choice') return field.options[String(value)] ?? String(value);
  if (field?.type === 'date') return formatDate(String(value));
  if (field?.type === 'moment') return formatDate(localDay(new Date(String(value))));
  return String(value);
}

/** What a field points to, by name; a unit's as of a day. */
export function nameOfTarget(database: Reader, field: Field, id: number, day: string): string {
  if (field.type === 'unit' || field.type === 'units') return unitsOf(database).nameAt(id, day);
  if (field.type === 'reference' || field.type === 'references')
    return referenceName(database, field.kind as KindName, id);
  return '';
}

/** Names of the lines of a field: each under `<field>:<id>`, and all of them in words under the field's name. */
function lineNames(database: Reader, name: string, field: ManyField, text: string, day: string) {
  const lines = readLines(text).map((line) => ({
    ...line,
    name: nameOfTarget(database, field, line.id, day),
  }));
  const words = lines.map((line) =>
    line.count === null ? line.name : `${line.name} (${formatNumber(line.count)})`,
  );
  return {
    ...Object.fromEntries(lines.map((line) => [`${name}:${line.id}`, line.name])),
    [name]: words.join(', '),
  };
}

/** A record as a role sees it: declared values but those kept from it, and the names of what it points to. */
export function shown(database: Reader, kind: KindName, row: Row, role: Role): ShownRecord {
  const values: Record<string, StoredValue> = {};
  const names: Record<string, string> = {};
  for (const name of frame) values[name] = row[name] ?? null;
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    if (isHidden(kind, name, role)) continue;
    const value = row[name] ?? null;
    values[name] = field.type === 'flag' ? value === 1 : value;
    if (isMany(field) && typeof value === 'string')
      Object.assign(names, lineNames(database, name, field, value, dayOf(kind, row)));
    else if ((field.type === 'unit' || field.type === 'reference') && typeof value === 'number')
      names[name] = nameOfTarget(database, field, value, dayOf(kind, row));
  }
  // The frame's types are fixed by the tables' CHECK constraints; the gateway checks the whole answer with zod.
  return { ...values, names } as unknown as ShownRecord;
}
