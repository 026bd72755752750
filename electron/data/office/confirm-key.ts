import { fail } from '../../../shared/failure.ts';
import { isNewestRecovery, withConfirmedRecovery, writeEnvelope } from '../database/key-envelope.ts';
import { takeOfficeLock } from '../database/office-lock.ts';
import { cleanRecoveryText, groupsOf, readRecoveryKey } from '../database/recovery-key.ts';
import type { Office } from './office.ts';
import { inTurn, refuseWhileReplacing } from './one-at-a-time.ts';

/** Does work under the office's lock; an open office holds it already. */
function underLock(office: Office, work: () => void): void {
  if (office.isOpen) return work();
  const lock = takeOfficeLock(office.paths.folder);
  try {
    work();
  } finally {
    lock.release(!lock.afterCrash);
  }
}

/** From now on only this key counts, if it is still the newest: `conflict` otherwise. */
async function letOnlyCount(office: Office, recoveryKey: string): Promise<void> {
  const tried = office.requireEnvelope();
  const newest = await isNewestRecovery(tried, readRecoveryKey(recoveryKey));
  // Trying takes its time, in which other keys or another office may have come.
  refuseWhileReplacing(office);
  underLock(office, () => {
    const envelope = office.requireEnvelope();
    if (!newest || envelope.recovery.public_key !== tried.recovery.public_key)
      fail('conflict', 'Khóa này không còn là khóa khôi phục của sổ. Hãy làm khóa khôi phục mới.');
    writeEnvelope(office.paths.keys, withConfirmedRecovery(envelope));
  });
}

/**
 * One group of the recovery key just made, retyped from the paper: from now on only this key counts. `not_found`
 * where none waits, `invalid` for another group, `conflict` where the key is no longer the office's newest, `in_use`
 * where the office is open elsewhere or being replaced.
 */
export async function confirmRecoveryKey(office: Office, position: number, group: string): Promise<void> {
  const recoveryKey =
    office.pendingRecoveryKey ?? fail('not_found', 'Không có khóa khôi phục nào chờ xác nhận.');
  if (cleanRecoveryText(group) !== groupsOf(recoveryKey)[position - 1])
    fail('invalid', `Nhóm thứ ${position} chưa đúng. Hãy nhìn phiếu và gõ lại.`, {
      fields: { group: 'Chưa khớp với khóa đã in.' },
    });
  refuseWhileReplacing(office);
  await inTurn(office, () => letOnlyCount(office, recoveryKey));
  if (office.pendingRecoveryKey === recoveryKey) office.pendingRecoveryKey = null;
  office.emit({ type: 'status_changed' });
}
