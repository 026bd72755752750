import { administrator, type Clerk } from './clerk.ts';

/** On another computer without records: the backup is chosen, looked at, opened by the password and restored. */
export async function restore(clerk: Clerk, folder: string): Promise<void> {
  const { keyboard, page } = clerk;
  await keyboard.activate(clerk.button('Khôi phục từ bản sao lưu'));
  await clerk.program.answerDialogs({ folder });
  await keyboard.activate(clerk.button('Chọn thư mục khác…'));
  await keyboard.activate(clerk.button(/^Xem trước/).first());
  await clerk.sees(/^Bản sao lưu lúc/);
  await keyboard.goTo(page.locator('[name=secret]'));
  await keyboard.type(administrator.password);
  await clerk.takes('restore-preview');
  await keyboard.press('Enter');
  await clerk.sees('Đã khôi phục xong');
  await clerk.takes('restored');
  await keyboard.activate(clerk.button('Tiếp tục'));
  await clerk.logsIn('restored-log-in');
}
