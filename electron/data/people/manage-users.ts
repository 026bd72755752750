import type { ParsedInput } from '../../../shared/api.ts';
import { fail, type Failure } from '../../../shared/failure.ts';
import { keyByPassword } from '../office/access.ts';
import { withoutUser, withUser } from '../database/key-envelope.ts';
import { query } from '../database/tables.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { CallContext } from '../context.ts';
import { changeDatabaseKey } from '../office/change-key.ts';
import { changeEnvelope } from '../office/one-at-a-time.ts';
import type { Office } from '../office/office.ts';
import { addUser, allUsers, userById, type User } from './users.ts';

const changed: Failure = {
  code: 'conflict',
  text: 'Người dùng này vừa được sửa ở nơi khác. Hãy xem lại rồi lưu.',
};

function updateUser(
  unit: UnitOfWork,
  { id, version }: { id: number; version: number },
  values: Partial<Pick<User, 'full_name' | 'role' | 'removed_at'>>,
): void {
  const change = query
    .updateTable('user')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  unit.add(change.compile(), { rows: 1, otherwise: changed });
}

function presentUser(office: Office, id: number): User {
  const user = userById(office.database, id);
  if (user?.removed_at !== null) return fail('not_found', 'Không có người dùng này.');
  return user;
}

/** Somebody must be able to manage users, restore and open the office. */
function keepAnAdministrator(office: Office, without: User): void {
  const others = allUsers(office.database).filter(
    (user) => user.removed_at === null && user.id !== without.id,
  );
  if (!others.some((user) => user.role === 'administrator'))
    fail('invalid', 'Phải còn ít nhất một quản trị. Hãy đặt người khác làm quản trị trước.');
}

/** Adds a user, who can log in with this password at once; gives the key. `duplicate` for a name ever used. */
export async function createUser(office: Office, input: ParsedInput<'users.create'>): Promise<number> {
  const { user_id } = office.requireSession();
  const { database } = office;
  if (allUsers(database).some((user) => user.login === input.login))
    fail('duplicate', 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.', {
      fields: { login: 'Đã có người dùng.' },
    });
  const user = { id: database.nextId('user'), uid: uuidv7(), login: input.login };
  const unit = new UnitOfWork();
  const { full_name, role, login } = input;
  addUser(unit, { ...user, full_name, role }, new Date().toISOString());
  unit.audit({
    action: 'create_user',
    userId: user_id,
    payload: { about: login, after: { full_name, role } },
  });
  await changeEnvelope(
    office,
    (envelope) => withUser(envelope, office.key, user, input.password),
    () => database.commit(unit),
  );
  return user.id;
}

/** Changes a user's name or role; who is logged in keeps the old role until the next log-in. */
export function changeUser(office: Office, input: ParsedInput<'users.change'>): void {
  const { user_id } = office.requireSession();
  const user = presentUser(office, input.id);
  const { full_name, role } = input;
  if (user.role === 'administrator' && role !== 'administrator') keepAnAdministrator(office, user);
  const unit = new UnitOfWork();
  updateUser(unit, input, { full_name, role });
  unit.audit({
    action: 'change_user',
    userId: user_id,
    payload: {
      about: user.login,
      before: { full_name: user.full_name, role: user.role },
      after: { full_name, role },
    },
  });
  office.database.commit(unit);
  if (office.session?.user_id === user.id) office.setSession({ ...office.session, full_name, role });
}

/** Gives a user a new password; the old one stops working. */
export async function setPassword(office: Office, id: number, newPassword: string): Promise<void> {
  const { user_id } = office.requireSession();
  const user = presentUser(office, id);
  const unit = new UnitOfWork();
  unit.audit({ action: 'set_password', userId: user_id, payload: { about: user.login } });
  await changeEnvelope(
    office,
    (envelope) => withUser(envelope, office.key, presentUser(office, id), newPassword),
    () => {
      // Removed meanwhile, she must not get a lock again.
      presentUser(office, id);
      office.database.commit(unit);
    },
  );
}

/**
 * Removes a user: the row stays for the audit trail, the lock goes. With `change_key` the database gets a new
 * key as well, so that an old copy of the key is worth nothing; gives the new recovery key, or null.
 */
export async function removeUser(
  context: CallContext,
  input: ParsedInput<'users.remove'>,
): Promise<string | null> {
  const { office } = context;
  const session = office.requireSession();
  const key = await keyByPassword(office, session.login, input.password);
  key.fill(0);
  // Looked at only now: while the password was tried, others may have lost their role.
  const user = presentUser(office, input.id);
  if (user.role === 'administrator') keepAnAdministrator(office, user);
  const unit = new UnitOfWork();
  updateUser(unit, input, { removed_at: new Date().toISOString() });
  unit.audit({ action: 'remove_user', userId: session.user_id, payload: { about: user.login } });
  office.database.commit(unit);
  await changeEnvelope(office, (envelope) => withoutUser(envelope, user.uid));
  return input.change_key ? changeDatabaseKey(office) : null;
}
