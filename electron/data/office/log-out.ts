import type { Session } from '../../../shared/events.ts';
import type { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { logError } from '../log.ts';

/** However a session ends, the trail says so; a disk that cannot be written keeps nobody from leaving. */
export function auditLogOut(database: Database, session: Session | null): void {
  if (!session) return;
  const { user_id: userId, login: about } = session;
  try {
    database.commit(new UnitOfWork().audit({ action: 'log_out', userId, payload: { about } }));
  } catch (error) {
    logError('log-out', error);
  }
}
