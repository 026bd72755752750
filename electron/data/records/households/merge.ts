import type { ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { updateRecord, type ChangeBy } from '../record-writer.ts';
import { housesOf } from './houses-of.ts';
import { addEvent, householdOf, requireOrder } from './events.ts';
import { survivorsOf } from './survivors.ts';

/** Two houses for one household in a phase cannot be: one of them has to go before the two are one. */
function requireHousesApart(database: Database, survivor: number, merged: number): void {
  const phases = new Map(housesOf(database, survivor).map(({ phase_id, phase }) => [phase_id, phase]));
  const twice = housesOf(database, merged).find(({ phase_id }) => phases.has(phase_id));
  if (twice) fail('invalid', `Cả hai hộ đều có nhà ở ${twice.phase}. Hãy hủy nhà ghi nhầm trước khi gộp hộ.`);
}

/**
 * Two households that turn out to be one: `merged_id` goes into `id`. Each keeps its events and pledges, so that
 * the merge can be taken back. Refused for a household with itself, with one that is merged already, or in a ring.
 */
export function mergeHouseholds(
  database: Database,
  input: ParsedInput<'households.merge'>,
  by: ChangeBy,
): void {
  const { id, version, merged_id, merged_version, event_on, note } = input;
  if (id === merged_id) fail('invalid', 'Không gộp một hộ với chính nó.');
  const survivor = householdOf(database, id);
  const merged = householdOf(database, merged_id);
  requireOrder(database, merged, event_on);
  if (survivorsOf(database, survivor).includes(merged_id))
    fail('invalid', 'Hai hộ này đã gộp theo chiều ngược lại.');
  if (survivor.state === 'merged') fail('invalid', 'Hộ giữ lại đã gộp vào hộ khác. Hãy chọn hộ đó.');
  if (merged.state === 'merged') fail('invalid', 'Hộ này đã gộp vào hộ khác rồi.');
  requireHousesApart(database, id, merged_id);
  if (survivor.version !== version)
    fail('conflict', 'Hộ giữ lại vừa được sửa ở nơi khác. Hãy xem lại rồi gộp.');
  const unit = new UnitOfWork();
  const values = { state: 'merged', merged_into: id };
  updateRecord(unit, 'household', merged, merged_version, values, { ...by, action: 'merge' });
  addEvent(
    database,
    unit,
    merged,
    { event_type: 'merged', event_on, note, other_household_id: id, before: merged },
    by,
  );
  database.commit(unit);
}

/** Takes a merge back: the household lives on by itself, or is away where it had moved out before. */
export function unmergeHousehold(
  database: Database,
  input: ParsedInput<'households.unmerge'>,
  by: ChangeBy,
): void {
  const { merged_id, version, event_on, note } = input;
  const merged = householdOf(database, merged_id);
  requireOrder(database, merged, event_on);
  if (merged.state !== 'merged' || merged.merged_into === null)
    fail('invalid', 'Hộ này không gộp vào hộ nào.');
  const unit = new UnitOfWork();
  const values = { state: merged.moved_out_on === null ? 'living' : 'moved_out', merged_into: null };
  updateRecord(unit, 'household', merged, version, values, { ...by, action: 'unmerge' });
  addEvent(
    database,
    unit,
    merged,
    { event_type: 'unmerged', event_on, note, other_household_id: merged.merged_into, before: merged },
    by,
  );
  database.commit(unit);
}
