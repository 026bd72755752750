import type { CallContext } from '../context.ts';
import type { ChangeBy } from './record-writer.ts';

/** Who makes this call, now, and why where they said so. */
export function changeBy({ office }: CallContext, reason?: string): ChangeBy {
  return { userId: office.requireSession().user_id, at: office.database.now(), reason };
}

/** The same where a reason is always there: a void, a restore. */
export function changeWithReason(context: CallContext, reason: string): ChangeBy & { reason: string } {
  return { ...changeBy(context), reason };
}
