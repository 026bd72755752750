import type { AuditActionName } from '../../../shared/audit-actions.ts';
import { fail } from '../../../shared/failure.ts';
import type { CallContext, JobContext } from '../context.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';

/** The trail says who makes which paper before it is made: its chain head covers this row. */
export function auditPaper({ office }: CallContext, action: AuditActionName, about: string): void {
  const { user_id } = office.requireSession();
  office.database.commit(new UnitOfWork().audit({ action, userId: user_id, payload: { about } }));
}

/** A place for a paper that is about to be made, told to the trail as `about`. */
export function allocatePaper(
  context: JobContext,
  action: AuditActionName,
  about: string,
  title = about,
): { id: string; path: string } {
  auditPaper(context, action, about);
  return context.documents.allocate(title);
}

/** Refuses a period that ends before it begins. */
export function requirePeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  if (to < from)
    fail('invalid', 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.', {
      fields: { to: 'Phải từ ngày đầu kỳ trở đi.' },
    });
}
