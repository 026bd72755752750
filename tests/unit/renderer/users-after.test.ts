import { expect, test } from 'vitest';
import { usersAfter } from '../../../renderer/pages/backup/users-after.ts';

const logins = ['lan', 'quantri'];

test('whoever restores is told whose users, roles and passwords there will be', () => {
  const stays = usersAfter({ same_key: true, logins }, 'works');
  expect(stays).toContain('người dùng, vai trò và mật khẩu hiện tại giữ nguyên');
  for (const present of ['works', 'broken', 'none'] as const) {
    const text = usersAfter({ same_key: false, logins }, present);
    expect(text).toContain('Người dùng, vai trò và mật khẩu sẽ lấy theo bản sao lưu');
    expect(text).toContain('lan, quantri');
    expect(text.includes('Khác khóa')).toBe(present !== 'none');
  }
  const broken = usersAfter({ same_key: true, logins }, 'broken');
  expect(broken).toContain('người dùng và vai trò lấy theo bản sao lưu, mật khẩu hiện tại giữ nguyên');
});
