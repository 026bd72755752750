import type { AuditActionName } from '../../../shared/audit-actions.ts';
import type { JobContext } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';

/**
 * A place for a paper that is about to be made. The trail says who makes which paper before it is made: its chain
 * head covers this row.
 */
export function allocatePaper(
  { office, documents }: JobContext,
  action: AuditActionName,
  about: string,
  title = about,
): { id: string; path: string } {
  const { user_id } = office.requireSession();
  office.database.commit(new UnitOfWork().audit({ action, userId: user_id, payload: { about } }));
  return documents.allocate(title);
}
