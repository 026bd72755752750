import type { Clerk } from './clerk.ts';

/** Copies the database to a folder, then opens that copy once more ("Kiểm tra"); fails where either does. */
export async function backUp(clerk: Clerk, folder: string): Promise<void> {
  const { keyboard, page } = clerk;
  await clerk.open('Sao lưu');
  await clerk.program.answerDialogs({ folder });
  const usb = page.getByRole('region', { name: 'USB' });
  await keyboard.activate(usb.getByRole('button', { name: 'Chọn thư mục khác…' }));
  await usb.getByText(/^Thư mục: /).waitFor();
  await keyboard.press('F9');
  await usb.getByText('Đã chép và kiểm tra xong.').waitFor();
  const here = page.getByRole('region', { name: 'Máy này' });
  await keyboard.activate(here.getByRole('button', { name: 'Xem bản ở nơi khác' }));
  await keyboard.activate(here.getByRole('button', { name: 'Chọn thư mục khác…' }));
  await here.getByText(/^Thư mục: /).waitFor();
  await keyboard.activate(here.getByRole('button', { name: /^Kiểm tra/ }).first());
  await here.getByText(/dùng được: .* khớp\.$/).waitFor();
  await clerk.takes('backup');
}

/**
 * A plain folder is no stick: the title bar must go on saying that there is no copy on one.
 * @throws Error when it says otherwise
 */
export async function expectNoUsbCopy(clerk: Clerk, lastUsb: unknown): Promise<void> {
  const title = await clerk.page.title();
  if (lastUsb !== null || !/chưa .*USB/i.test(title)) {
    throw new Error(`A copy in a plain folder counts as a USB copy: ${title}`);
  }
}
