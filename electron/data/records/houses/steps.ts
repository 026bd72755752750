import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import { fail } from '../../../../shared/failure.ts';
import { furthest, missingHard, placeOf, refusedHouseStep } from '../../../../shared/records/house-flow.ts';
import { houseSteps } from '../../../../shared/records/house-step.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { insertRecord, updateRecord, voidRecord, type ChangeBy, type Row } from '../record-writer.ts';
import { houseOf, houseStepsOf, requirePast, type HouseRow, type HouseStepRow } from './rows.ts';

type Step = Pick<ParsedInput<'houses.take_step'>, 'step' | 'step_on' | 'note' | 'hard'>;
type Moved = CallOutput<'houses.take_step'>;

/** Nothing found yet: a house before its acceptance. */
const unchecked = { hard_foundation: null, hard_frame: null, hard_roof: null };

/** Refuses a step that no house can take: on a day to come, or an acceptance without "3 cứng". */
export function requireStep({ step, step_on, hard }: Step): void {
  requirePast(step_on, 'step_on');
  if (step !== 'accepted') return;
  const none = { hard_foundation: false, hard_frame: false, hard_roof: false };
  const missing = missingHard(hard ?? none);
  if (missing) fail('invalid', missing, { fields: { hard: missing } });
}

/**
 * Plans a step of a house. A step that was left out may come later: the house stays where its furthest step has
 * brought it. Gives the house's row that will be there.
 */
export function planStep(
  database: Database,
  unit: UnitOfWork,
  house: HouseRow,
  version: number,
  { step, step_on, note, hard, batch }: Step & { batch: string | null },
  by: ChangeBy,
): Row {
  const refused = refusedHouseStep(houseStepsOf(database, house.id), step, step_on);
  if (refused) fail('invalid', refused, { fields: { step_on: refused } });
  const how = { ...by, action: 'take_house_step' } as const;
  const further = placeOf(step) > placeOf(house.step);
  const found = step === 'accepted' ? hard : null;
  const moved = further ? { step, step_on, ...found } : {};
  const after = updateRecord(unit, 'house', house, version, moved, how);
  insertRecord(database, unit, 'house_step', { house_id: house.id, step, step_on, batch, note }, how);
  return after;
}

/** Plans taking a step back with its reason: it stays, voided, and the house stands at the furthest of the others. */
export function planUndo(
  database: Database,
  unit: UnitOfWork,
  house: HouseRow,
  version: number,
  taken: HouseStepRow,
  by: ChangeBy & { reason: string },
): Row {
  const others = houseStepsOf(database, house.id).filter(({ id }) => id !== taken.id);
  if (taken.step === 'accepted' && others.some(({ step }) => step === 'handed_over'))
    fail('invalid', 'Nhà đã bàn giao; hãy hoàn tác bước bàn giao trước.');
  const far = furthest(others);
  if (taken.step === 'approved' || far === null) fail('invalid', 'Không còn bước nào để hoàn tác.');
  const how = { ...by, action: 'undo_house_step' } as const;
  const back = { step: far.step, step_on: far.step_on, ...(taken.step === 'accepted' ? unchecked : {}) };
  const reason = `${houseSteps[taken.step]}: ${by.reason}`;
  const after = updateRecord(unit, 'house', house, version, back, { ...how, reason });
  voidRecord(unit, 'house_step', taken, taken.version, how);
  return after;
}

/** Takes one step with a house; a wrong one is refused with the reason. */
export function takeHouseStep(
  database: Database,
  { id, version, ...step }: ParsedInput<'houses.take_step'>,
  by: ChangeBy,
): Moved {
  const house = houseOf(database, id);
  requireStep(step);
  const unit = new UnitOfWork();
  const after = planStep(database, unit, house, version, { ...step, batch: null }, by) as HouseRow;
  database.commit(unit);
  return { version: after.version, step: after.step };
}

/** Takes the furthest step back; the approval stays. */
export function undoHouseStep(
  database: Database,
  { id, version }: ParsedInput<'houses.undo_step'>,
  by: ChangeBy & { reason: string },
): Moved {
  const house = houseOf(database, id);
  const last = furthest(houseStepsOf(database, id));
  if (!last) fail('internal', 'Nhà này không có bước phê duyệt.');
  const unit = new UnitOfWork();
  const after = planUndo(database, unit, house, version, last, by) as HouseRow;
  database.commit(unit);
  return { version: after.version, step: after.step };
}
