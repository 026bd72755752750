import type { ShownRecord } from '../../../shared/api/records.ts';
import { kindOf, type KindName } from '../../../shared/records/index.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import type { Role } from '../../../shared/rights.ts';
import type { Database } from '../database/database.ts';
import { isHidden } from './internal.ts';
import { rowById, type Values } from './record-sql.ts';
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

/** The day as of which a record's units are named: its own date where it has one, else today. */
function dayOf(row: Row): string {
  for (const name of ['signed_on', 'event_on', 'from_date', 'valid_from'])
    if (typeof row[name] === 'string') return row[name];
  return String(row['created_at'] ?? '').slice(0, 10);
}

function referenceName(database: Database, kind: KindName, id: number): string {
  const row = database.first(rowById(kind, id));
  const value = row?.[kindOf(kind).nameField];
  return value === undefined || value === null ? '' : wordOf(kind, kindOf(kind).nameField, value);
}

/** A moment or day as a reference's name is shown in Vietnamese order. */
function wordOf(kind: KindName, name: string, value: StoredValue): string {
  const field = kindOf(kind).fields[name];
  if (field?.type === 'choice') return field.options[String(value)] ?? String(value);
  if (field?.type === 'date' || field?.type === 'moment') return formatDate(String(value).slice(0, 10));
  return String(value);
}

/** A record as a role sees it: declared values but those kept from it, and the names of what it points to. */
export function shown(database: Database, kind: KindName, row: Row, role: Role): ShownRecord {
  const values: Record<string, StoredValue> = {};
  const names: Record<string, string> = {};
  for (const name of frame) values[name] = row[name] ?? null;
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    if (isHidden(kind, name, role)) continue;
    const value = row[name] ?? null;
    values[name] = field.type === 'flag' ? value === 1 : value;
    if (typeof value !== 'number') continue;
    if (field.type === 'unit') names[name] = unitsOf(database).nameAt(value, dayOf(row));
    else if (field.type === 'reference') names[name] = referenceName(database, field.kind as KindName, value);
  }
  // The frame's types are fixed by the tables' CHECK constraints; the gateway checks the whole answer with zod.
  return { ...values, names } as unknown as ShownRecord;
}

/** The values that the page may send back: declared and not computed. */
export function typedValues(kind: KindName, row: Values): Record<string, StoredValue> {
  return Object.fromEntries(
    Object.entries(kindOf(kind).fields)
      .filter(([, field]) => !field.computed)
      .map(([name]) => [name, row[name] ?? null]),
  );
}
