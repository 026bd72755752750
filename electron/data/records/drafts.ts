import type { UnitOfWork } from '../database/unit-of-work.ts';

/** A draft goes with the save of its form, in the same transaction. */
export function deleteDraft(unit: UnitOfWork, userId: number, form: string): UnitOfWork {
  return unit.add('DELETE FROM draft WHERE user_id = ? AND form = ?', [userId, form]);
}
