import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { bornAfter } from '../../../../shared/vietnamese/birth.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { deleteDraft } from '../drafts.ts';
import { requirePossible, type HeadValues } from '../pledges/form-rules.ts';
import { householdTwins } from '../pledges/warnings.ts';
import { insertRecord, updateRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { addEvent, householdOf, requirePast } from './events.ts';

/** Head and members as typed for a household without a form. */
export type TypedHead = Pick<
  ParsedInput<'households.add'>,
  'head_name' | 'birth' | 'sex' | 'ethnicity' | 'member_count'
>;

/** Refuses a head that cannot be, on `day` where one is given; gives the values to store. */
export function headValues(database: Database, typed: TypedHead, day: string | null): HeadValues {
  const unsigned = { signature_mode: 'not_yet', reason: null, signed_on: null, note: null } as const;
  const { head_name, birth, sex, ethnicity, member_count } = typed;
  const head = requirePossible(database, { head_name, birth, sex, ethnicity, member_count, ...unsigned });
  if (day !== null && bornAfter(birth, day))
    fail('invalid', 'Chủ hộ sinh sau ngày này.', { fields: { birth: 'Sinh sau ngày này.' } });
  return head;
}

/** Adds a living household of a village to a unit of work. */
export function plantHousehold(
  database: Database,
  unit: UnitOfWork,
  values: HeadValues & { village_id: number; note?: string | null; moved_in_on?: string | null },
  by: ChangeBy,
): Row {
  unitsOf(database).requireVillage(values.village_id);
  return insertRecord(database, unit, 'household', { ...values, state: 'living' }, by);
}

/** Adds a household without a form; one that moved in gets an event of that day. Twins are told, not refused. */
export function addHousehold(
  database: Database,
  input: ParsedInput<'households.add'>,
  by: ChangeBy,
): CallOutput<'households.add'> {
  const { village_id, note, moved_in_on } = input;
  if (moved_in_on !== null) requirePast(moved_in_on, 'moved_in_on');
  const head = headValues(database, input, moved_in_on);
  const warnings = householdTwins(database, village_id, head.head_name, head.birth);
  const unit = new UnitOfWork();
  const row = plantHousehold(database, unit, { ...head, village_id, note, moved_in_on }, by);
  if (moved_in_on !== null)
    addEvent(
      database,
      unit,
      row,
      { event_type: 'moved_in', event_on: moved_in_on, note: null, to_village_id: village_id, before: null },
      by,
    );
  deleteDraft(unit, by.userId, 'household:new');
  database.commit(unit);
  return { id: row.id, version: row.version, warnings };
}

/** Corrects what was written wrongly; no event, because nothing happened. Gives the new version. */
export function correctHousehold(
  database: Database,
  input: ParsedInput<'households.correct'>,
  by: ChangeBy,
): number {
  const before = householdOf(database, input.id);
  const head = headValues(database, input, null);
  const unit = new UnitOfWork();
  const after = updateRecord(unit, 'household', before, input.version, { ...head, note: input.note }, by);
  if (unit.changes.length === 0) return after.version;
  deleteDraft(unit, by.userId, `household:${input.id}`);
  database.commit(unit);
  return after.version;
}
