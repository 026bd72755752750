import type { Access } from './api/define.ts';
import type { Session } from './events.ts';
import { fail } from './failure.ts';
import { may } from './rights.ts';

/** Lets a call through or fails `not_signed_in`, `locked` or `forbidden`. */
export function checkAccess(access: Access, session: Session | null): void {
  if (access === 'public' || (access === 'unlocked' && !session)) return;
  if (!session) fail('not_signed_in', 'Hãy đăng nhập trước.');
  if (session.locked) fail('locked', 'Màn hình đang khóa. Hãy nhập mật khẩu để mở khóa.');
  if (access === 'unlocked' || access === 'signed_in' || may(session.role, access)) return;
  fail('forbidden', 'Vai trò của bạn không được làm việc này. Hãy hỏi người quản trị.');
}
