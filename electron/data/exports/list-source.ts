import type { ParsedInput } from '../../../shared/api.ts';
import type { ShownRecord } from '../../../shared/api/records.ts';
import type { Field } from '../../../shared/records/field.ts';
import { leavingFields } from '../../../shared/records/personal.ts';
import type { StoredValue } from '../../../shared/records/schema.ts';
import type { Role } from '../../../shared/rights.ts';
import { openReader } from '../database/open.ts';
import { Reader } from '../database/reader.ts';
import { failureOfSqlite } from '../database/sqlite-failure.ts';
import { stopIfCancelled, type TaskContext } from '../jobs/task.ts';
import { isHidden } from '../records/internal.ts';
import { allRows, totalOf, type Sort } from '../records/list.ts';
import { shown } from '../records/shown.ts';

/** A list that leaves the program, and for whom. */
export interface ListJob extends Pick<
  ParsedInput<'exports.xlsx'>,
  'kind' | 'filter' | 'sensitive' | 'internal'
> {
  /** In this order; the kind's own when empty. */
  readonly sorts: readonly Sort[];
  readonly role: Role;
  /** The office writes ethnicity down. */
  readonly ethnicity: boolean;
}

/** A field that leaves, by its name. */
export interface LeavingField {
  readonly name: string;
  readonly field: Field;
}

/** The fields that leave: those chosen, but never what the role must not read or the office does not write down. */
export function fieldsOf(
  job: Pick<ListJob, 'kind' | 'sensitive' | 'internal' | 'role' | 'ethnicity'>,
): LeavingField[] {
  return leavingFields(job.kind, job)
    .filter(([name]) => !isHidden(job.kind, name, job.role) && (name !== 'ethnicity' || job.ethnicity))
    .map(([name, field]) => ({ name, field }));
}

/** A value of a shown record; null where the role gets none. */
export function valueIn(record: ShownRecord, name: string): StoredValue {
  const value = record[name];
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

/** One state of the database, for a list that must not mix two. */
export interface ListSource {
  readonly reader: Reader;
  readonly total: number;
  /** The records in their order, as the role sees them; ends with `cancelled` when asked to. */
  readonly records: () => Generator<ShownRecord>;
}

/** How often cancelling is asked for, in rows. */
const askEvery = 200;

function* recordsOf(reader: Reader, job: ListJob, context: TaskContext): Generator<ShownRecord> {
  let count = 0;
  for (const row of allRows(reader, job)) {
    if (count % askEvery === 0) stopIfCancelled(context);
    count += 1;
    yield shown(reader, job.kind, row, job.role);
  }
}

/** Runs `work` on a connection of its own that sees one state of the database all along. */
export function onList<T>(job: ListJob, context: TaskContext, work: (source: ListSource) => T): T {
  const connection = openReader(context.file, context.key);
  try {
    connection.exec('BEGIN');
    const reader = new Reader(connection);
    const { total } = totalOf(reader, job);
    return work({ reader, total, records: () => recordsOf(reader, job, context) });
  } catch (error) {
    throw failureOfSqlite(error);
  } finally {
    connection.close();
  }
}

/** The fields' labels in one line, for the trail. */
export const labelsOf = (fields: readonly LeavingField[]): string =>
  fields.map(({ field }) => field.label).join(' · ');
