import type { AuditActionName } from '../../../shared/audit-actions.ts';
import type { Session } from '../../../shared/events.ts';
import { fail, FailureError } from '../../../shared/failure.ts';
import type { Database } from '../database/database.ts';
import {
  databaseKeyOf,
  isNewestRecovery,
  openKeys,
  openKeysByRecovery,
  userOf,
  withConfirmedRecovery,
  withRecovery,
  withUser,
  type Envelope,
} from '../database/key-envelope.ts';
import type { Opened } from '../database/key-lock.ts';
import { newRecoveryKey, readRecoveryKey } from '../database/recovery-key.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { userByUid, type User } from '../people/users.ts';
import { readyAnswerKey } from './answer-key.ts';
import { checkChainSince } from './chain-check.ts';
import type { Office } from './office.ts';
import { changeEnvelope, inTurn, refuseWhileReplacing } from './one-at-a-time.ts';
import { officeNameOf } from './settings.ts';
import { localDay } from './wording.ts';

const mostFailedKept = 100;

function sessionOf(user: User): Session {
  return { user_id: user.id, login: user.login, full_name: user.full_name, role: user.role, locked: false };
}

function noteWrong(office: Office, login: string): void {
  // A password typed into the wrong field must not be kept: only known log-in names are.
  const known = userOf(office.requireEnvelope(), login)?.login ?? '';
  const failed = [...office.location.failed, { at: new Date().toISOString(), login: known }];
  office.remember({ failed: failed.slice(-mostFailedKept) });
}

function keysByPassword(office: Office, login: string, password: string): Promise<Opened> {
  return office.attempts.run(
    () => openKeys(office.requireEnvelope(), login, password),
    () => noteWrong(office, login),
  );
}

/** The database key that a password opens (the caller wipes it); slowed, `wrong_password` when it is wrong. */
export async function keyByPassword(office: Office, login: string, password: string): Promise<Buffer> {
  const opened = await keysByPassword(office, login, password);
  databaseKeyOf(opened);
  return opened.databaseKey;
}

/** The database key that the recovery key opens (the caller wipes it); slowed, `wrong_key` when it is wrong. */
export async function keyByRecovery(office: Office, typed: string): Promise<Buffer> {
  const opened = await keysByRecovery(office, typed);
  databaseKeyOf(opened);
  return opened.databaseKey;
}

async function keysByRecovery(office: Office, typed: string): Promise<Opened> {
  const secret = readRecoveryKey(typed);
  try {
    return await office.attempts.run(() => openKeysByRecovery(office.requireEnvelope(), secret));
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'wrong_password')
      fail('wrong_key', 'Đây không phải khóa khôi phục hiện nay của đơn vị. Hãy tìm phiếu mới nhất.');
    throw error;
  }
}

/** Log-in, with what happened before it; an administrator may go on where the clock was set back. */
function auditLogIn(office: Office, database: Database, user: User, action: AuditActionName): void {
  const unit = new UnitOfWork();
  for (const { at, login } of office.location.failed)
    unit.audit({ action: 'wrong_password', userId: user.id, payload: { about: login, after: { at } } });
  unit.audit({ action, userId: user.id, payload: { about: user.login } });
  try {
    database.commit(unit);
  } catch (error) {
    const setBack = error instanceof FailureError && error.failure.code === 'clock_set_back';
    if (!setBack || user.role !== 'administrator') throw error;
    const before = database.chainHead.at;
    database.acceptClock();
    unit.audit({
      action: 'accept_clock',
      userId: user.id,
      payload: { about: user.login, before: { at: before } },
    });
    database.commit(unit);
  }
  office.remember({ failed: [], office_name: officeNameOf(database, localDay(new Date())) });
}

/** What `work` gives; where it fails, the keys that were opened for it are wiped. */
async function orWiped<T>({ databaseKey, answerKey }: Opened, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    databaseKey.fill(0);
    answerKey?.fill(0);
    throw error;
  }
}

/**
 * Opens the database with the keys, which are the office's from then on. One after the other: a second log-in must
 * not close the database under the first.
 */
function enter(office: Office, keys: Opened, userUid: string, action: AuditActionName): Promise<Session> {
  return inTurn(office, () => orWiped(keys, () => enterAlone(office, keys, userUid, action)));
}

async function enterAlone(
  office: Office,
  { databaseKey, answerKey }: Opened,
  userUid: string,
  action: AuditActionName,
): Promise<Session> {
  refuseWhileReplacing(office);
  const database = await office.open(databaseKey, userUid);
  try {
    const user = userByUid(database, userUid);
    if (!user || user.removed_at !== null)
      return fail('wrong_password', 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại.');
    auditLogIn(office, database, user, action);
    checkChainSince(office, database);
    office.pendingRecoveryKey = null;
    const session = sessionOf(user);
    office.setSession(session);
    readyAnswerKey(office, user.role, answerKey);
    return session;
  } catch (error) {
    await office.close();
    throw error;
  }
}

/** Logs in: opens the database with the password's key. Whoever was logged in before is logged out. */
export async function logIn(office: Office, login: string, password: string): Promise<Session> {
  const keys = await keysByPassword(office, login, password);
  // Her lock may have been taken away while the password was being stretched.
  const user = await orWiped(
    keys,
    () =>
      userOf(office.requireEnvelope(), login) ??
      fail('wrong_password', 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại.'),
  );
  return enter(office, keys, user.uid, 'log_in');
}

/** Logs out: the trail says so, the database closes and its key is wiped. Fails with `in_use` during a restore. */
export async function logOut(office: Office): Promise<void> {
  if (!office.session) return;
  refuseWhileReplacing(office);
  if (!office.isOpen) fail('in_use', 'Dữ liệu đang được thay. Hãy đợi một lát rồi đăng xuất.');
  await office.close();
}

/** Locks the screen; the database stays open and jobs go on. */
export function lock(office: Office): void {
  if (office.session && !office.session.locked) office.setSession({ ...office.session, locked: true });
}

/** Unlocks with the password of who is logged in; `wrong_password` otherwise. */
export async function unlock(office: Office, password: string): Promise<Session> {
  const { session } = office;
  if (!session) return fail('not_signed_in', 'Hãy đăng nhập.');
  const key = await keyByPassword(office, session.login, password);
  key.fill(0);
  if (office.session?.user_id !== session.user_id) return fail('not_signed_in', 'Hãy đăng nhập.');
  const open = { ...session, locked: false };
  office.setSession(open);
  return open;
}

/**
 * Lost password: the recovery key opens the database, the user gets a new password, and the used recovery key is
 * replaced by a new one, which is shown once; it goes when that one is confirmed. Both are in the audit trail.
 */
export async function recover(office: Office, typed: string, login: string, newPassword: string) {
  const user = userOf(office.requireEnvelope(), login);
  if (!user) return fail('not_found', 'Không có tên đăng nhập này. Hãy chọn một tên trong danh sách.');
  const opened = await keysByRecovery(office, typed);
  const copy = Buffer.from(opened.databaseKey);
  // The new recovery key must hold the second key also where the user who comes in may not.
  const id = office.requireEnvelope().answer_key_id;
  const answerKey = opened.answerKey && id ? { id, key: Buffer.from(opened.answerKey) } : null;
  try {
    const session = await enter(office, opened, user.uid, 'recover');
    const recoveryKey = newRecoveryKey();
    const renew = async (envelope: Envelope) => {
      // Whoever typed the newest key has it on paper.
      const newest = await isNewestRecovery(envelope, readRecoveryKey(typed));
      const kept = newest ? withConfirmedRecovery(envelope) : envelope;
      const renewed = await withUser(kept, copy, user, newPassword);
      return withRecovery(renewed, copy, readRecoveryKey(recoveryKey));
    };
    await changeEnvelope(office, renew, undefined, answerKey);
    office.pendingRecoveryKey = recoveryKey;
    return { session, recovery_key: recoveryKey };
  } finally {
    copy.fill(0);
    answerKey?.key.fill(0);
  }
}

function auditKeys(office: Office, { user_id, login }: Session, action: AuditActionName): void {
  office.database.commit(new UnitOfWork().audit({ action, userId: user_id, payload: { about: login } }));
}

/** Changes the password of who is logged in, who proves the old one. */
export async function changePassword(office: Office, password: string, newPassword: string): Promise<void> {
  const session = office.requireSession();
  const key = await keyByPassword(office, session.login, password);
  try {
    const user = { uid: office.userUid, login: session.login };
    await changeEnvelope(
      office,
      (envelope) => withUser(envelope, key, user, newPassword),
      () => auditKeys(office, session, 'change_password'),
    );
  } finally {
    key.fill(0);
  }
}

/**
 * Makes a new recovery key, shown once; the old one stops working here when the new one is confirmed (older backups
 * still open with it).
 */
export async function renewRecoveryKey(office: Office, password: string): Promise<string> {
  const session = office.requireSession();
  const key = await keyByPassword(office, session.login, password);
  const recoveryKey = newRecoveryKey();
  try {
    await changeEnvelope(
      office,
      (envelope) => withRecovery(envelope, key, readRecoveryKey(recoveryKey)),
      () => auditKeys(office, session, 'new_recovery_key'),
    );
  } finally {
    key.fill(0);
  }
  office.pendingRecoveryKey = recoveryKey;
  return recoveryKey;
}
