import type { ParsedInput } from '../../../../shared/api.ts';
import { recordDraft } from '../../../../shared/draft-names.ts';
import { fail } from '../../../../shared/failure.ts';
import { houseSteps } from '../../../../shared/records/house-step.ts';
import { formatDate, type IsoDate } from '../../../../shared/vietnamese/dates.ts';
import type { Database } from '../../database/database.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { deleteDraft } from '../drafts.ts';
import { householdOf } from '../households/events.ts';
import { updateRecord, type ChangeBy } from '../record-writer.ts';
import { beneficiaryOn, requireDays } from './approval.ts';
import { houseOf, houseStepsOf, phaseOf, type HouseStepRow } from './rows.ts';

/** Refuses an approval behind a step that the house has taken since. */
function requireBeforeSteps(steps: readonly HouseStepRow[], approved_on: IsoDate): void {
  const early = steps.find((one) => one.step !== 'approved' && one.step_on < approved_on);
  if (!early) return;
  const text = `Bước "${houseSteps[early.step]}" là ngày ${formatDate(early.step_on)}; phê duyệt không thể ở sau.`;
  fail('invalid', text, { fields: { approved_on: text } });
}

/**
 * Corrects what was written wrongly at the approval. Another day moves the approval's step with it, and the head and
 * the village become those of that day. Gives the new version.
 */
export function correctHouse(database: Database, input: ParsedInput<'houses.correct'>, by: ChangeBy) {
  const { id, version, reason, ...typed } = input;
  const before = houseOf(database, id);
  requireDays(phaseOf(database, before.phase_id), typed);
  const steps = houseStepsOf(database, id);
  requireBeforeSteps(steps, typed.approved_on);
  const beneficiary = beneficiaryOn(database, householdOf(database, before.household_id), typed.approved_on);
  const how = { ...by, reason };
  const unit = new UnitOfWork();
  const step_on = before.step === 'approved' ? typed.approved_on : before.step_on;
  const after = updateRecord(unit, 'house', before, version, { ...typed, ...beneficiary, step_on }, how);
  const approval = steps.find(({ step }) => step === 'approved');
  if (approval)
    updateRecord(unit, 'house_step', approval, approval.version, { step_on: typed.approved_on }, how);
  if (unit.changes.length > 0) {
    deleteDraft(unit, by.userId, recordDraft('house', id));
    database.commit(unit);
  }
  return { id, version: after.version };
}
