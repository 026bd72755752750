import type { CallOutput } from '../../../shared/api.ts';

type Preview = Pick<CallOutput<'backup.preview'>, 'same_key' | 'logins'>;

/** What is known of the present office: it works, it cannot be read, or there is none on this machine yet. */
export type PresentOffice = 'works' | 'broken' | 'none';

/** Whose users, roles and passwords there will be after the restore: whoever confirms it must know. */
export function usersAfter({ same_key, logins }: Preview, present: PresentOffice): string {
  if (same_key && present === 'works')
    return 'Cùng khóa với sổ đang dùng: người dùng, vai trò và mật khẩu hiện tại giữ nguyên.';
  const opens = `Mở được bằng mật khẩu của: ${logins.join(', ') || '(không có)'}, hoặc khóa khôi phục của bản đó.`;
  if (same_key)
    return `Cùng khóa với sổ đang dùng, nhưng sổ đó không đọc được: người dùng và vai trò lấy theo bản sao lưu, mật khẩu hiện tại giữ nguyên. ${opens}`;
  const other = present === 'none' ? '' : 'Khác khóa với sổ đang dùng. ';
  return `${other}Người dùng, vai trò và mật khẩu sẽ lấy theo bản sao lưu. ${opens}`;
}
