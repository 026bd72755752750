import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { updateRecord, type ChangeBy } from '../record-writer.ts';
import { unitsOf } from '../units/directory.ts';
import { headValues, plantHousehold } from './add.ts';
import { addEvent, householdOf, livingHousehold, requireOrder } from './events.ts';

/** A new head of the same household, with its members from then on. Gives the new version. */
export function newHead(database: Database, input: ParsedInput<'households.new_head'>, by: ChangeBy): number {
  const { event_on, note } = input;
  const before = livingHousehold(database, input.id);
  requireOrder(database, before, event_on);
  const head = headValues(database, input, event_on);
  const unit = new UnitOfWork();
  const after = updateRecord(unit, 'household', before, input.version, { ...head }, by);
  if (unit.changes.length === 0) fail('invalid', 'Chủ hộ mới giống hệt chủ hộ cũ.');
  addEvent(database, unit, before, { event_type: 'new_head', event_on, note, before }, by);
  database.commit(unit);
  return after.version;
}

/**
 * Part of a household becomes one of its own: the old one keeps `remaining_member_count` members, the new one has
 * those of its form. Gives the key of the new one.
 */
export function splitHousehold(
  database: Database,
  input: ParsedInput<'households.split'>,
  by: ChangeBy,
): number {
  const { event_on, note, remaining_member_count, new_household } = input;
  const before = livingHousehold(database, input.id);
  requireOrder(database, before, event_on);
  if (remaining_member_count >= before.member_count)
    fail('invalid', `Hộ có ${before.member_count} khẩu; sau khi tách phải còn ít hơn.`, {
      fields: { remaining_member_count: `Phải ít hơn ${before.member_count}.` },
    });
  const head = headValues(database, new_household, event_on);
  const { village_id } = new_household;
  const unit = new UnitOfWork();
  const values = { member_count: remaining_member_count };
  updateRecord(unit, 'household', before, input.version, values, by);
  const created = plantHousehold(database, unit, { ...head, village_id }, by);
  const happened = { event_on, note };
  addEvent(
    database,
    unit,
    before,
    { ...happened, event_type: 'split', other_household_id: created.id, before },
    by,
  );
  const from = {
    event_type: 'split_from',
    other_household_id: before.id,
    to_village_id: village_id,
  } as const;
  addEvent(database, unit, created, { ...happened, ...from, before: null }, by);
  database.commit(unit);
  return created.id;
}

/** The household goes to live in another village; its pledges keep theirs. */
export function moveHousehold(database: Database, input: ParsedInput<'households.move'>, by: ChangeBy): void {
  const { event_on, note, to_village_id } = input;
  const before = livingHousehold(database, input.id);
  requireOrder(database, before, event_on);
  unitsOf(database).requireVillage(to_village_id);
  if (to_village_id === before.village_id)
    fail('invalid', 'Hộ đã ở bản này.', { fields: { to_village_id: 'Hãy chọn bản khác.' } });
  const unit = new UnitOfWork();
  updateRecord(unit, 'household', before, input.version, { village_id: to_village_id }, by);
  addEvent(database, unit, before, { event_type: 'moved', event_on, note, to_village_id, before }, by);
  database.commit(unit);
}

/** The household leaves the area that the office covers. */
export function moveOut(database: Database, input: ParsedInput<'households.move_out'>, by: ChangeBy): void {
  const { event_on, note } = input;
  const before = livingHousehold(database, input.id);
  requireOrder(database, before, event_on);
  const unit = new UnitOfWork();
  const values = { state: 'moved_out', moved_out_on: event_on };
  updateRecord(unit, 'household', before, input.version, values, by);
  addEvent(database, unit, before, { event_type: 'moved_out', event_on, note, before }, by);
  database.commit(unit);
}

/** A household that had left lives in its village again. */
export function returnHousehold(
  database: Database,
  input: ParsedInput<'households.return'>,
  by: ChangeBy,
): void {
  const { event_on, note } = input;
  const before = householdOf(database, input.id);
  if (before.state !== 'moved_out') fail('invalid', 'Hộ này không ghi là đã chuyển đi.');
  requireOrder(database, before, event_on);
  const unit = new UnitOfWork();
  const values = { state: 'living', moved_out_on: null };
  updateRecord(unit, 'household', before, input.version, values, by);
  addEvent(database, unit, before, { event_type: 'returned', event_on, note, before }, by);
  database.commit(unit);
}
