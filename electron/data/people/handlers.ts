import type { userCalls } from '../../../shared/api/office.ts';
import { fail } from '../../../shared/failure.ts';
import type { Handlers } from '../context.ts';
import { changeEnvelope } from '../office/one-at-a-time.ts';
import { changeUser, createUser, removeUser, setPassword } from './manage-users.ts';
import { allUsers } from './users.ts';

const done = { done: true } as const;

/** Handlers of the users' administration. */
export const userHandlers: Handlers<keyof typeof userCalls> = {
  'users.list': (_input, { office }) => allUsers(office.database).map(({ uid: _uid, ...user }) => user),
  'users.create': async (input, { office }) => ({ id: await createUser(office, input) }),
  'users.change': async (input, { office }) => {
    changeUser(office, input);
    // The second key follows the role.
    await changeEnvelope(office, (envelope) => envelope);
    return done;
  },
  'users.set_password': async ({ id, new_password }, { office }) => {
    await setPassword(office, id, new_password);
    return done;
  },
  'users.remove': async (input, context) => {
    if (input.id === context.office.requireSession().user_id)
      fail('invalid', 'Không thể tự xóa mình. Hãy nhờ quản trị khác.');
    return { recovery_key: await removeUser(context, input) };
  },
};
