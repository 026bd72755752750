import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/program.ts';
import { administrator, callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';

test('a copy to a plain folder is verified but is no copy on a stick; it is restored after a preview', async ({
  launch,
  folder,
}) => {
  const target = join(folder, 'ban-sao');
  mkdirSync(target);
  const { page } = await launch({ answers: { folder: target }, drives: [] });
  await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Sao lưu');
  const usb = page.getByRole('region', { name: 'USB' });
  await expect(usb.getByRole('button', { name: 'Sao lưu ngay' })).toBeDisabled();
  await usb.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await page.keyboard.press('F9');
  await expect(usb.getByText('Đã chép và kiểm tra xong.')).toBeVisible({ timeout: 30_000 });
  expect(readdirSync(target).some((name) => name.endsWith('.bayen'))).toBe(true);
  await expect(page.getByRole('banner').getByText('Chưa chép ra USB')).toBeVisible();

  await page.getByRole('button', { name: 'Chọn bản để khôi phục' }).click();
  const restore = page.getByRole('region', { name: 'Khôi phục' });
  await restore.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await restore.getByRole('button', { name: /^Xem trước/ }).click();
  await expect(restore.getByText('Cùng khóa với sổ đang dùng', { exact: false })).toBeVisible();
  await expect(restore.getByRole('columnheader', { name: 'Trong bản sao lưu' })).toBeVisible();
  await restore.getByLabel(/^Mật khẩu quản trị/).fill('không đúng đâu');
  await page.keyboard.press('Enter');
  await expect(restore.getByRole('alert').first()).toBeVisible({ timeout: 30_000 });
  await restore.getByLabel(/^Mật khẩu quản trị/).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã khôi phục xong')).toBeVisible({ timeout: 30_000 });
});

test('a copy to a stick tells when to pull it out, and the title bar knows', async ({ launch, folder }) => {
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const { page } = await launch({ drives: [{ path: stick, label: 'SAO LƯU' }] });
  await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Sao lưu');
  const usb = page.getByRole('region', { name: 'USB' });
  await expect(usb.getByRole('button', { name: /SAO LƯU .*còn trống/ })).toBeVisible();
  await usb.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(usb.getByText('Đã kiểm tra; hãy tháo thiết bị an toàn.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('banner').getByText('Chép USB: hôm nay')).toBeVisible();
});

test('a damaged database that lies aside is explained, and an administrator clears it after a newer copy', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const { page } = await launch({ drives: [] });
  await makeOffice(page);
  const { folder: office } = (await callFrom(page, 'office.status', {})) as { folder: string };
  const aside = join(office, 'sao-luu', `hong-${Date.now() - 3_600_000}`);
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'ba-yen.db'), Buffer.alloc(2_500_000));
  await logIn(page);
  await openPage(page, 'Sao lưu');
  const section = page.getByRole('region', { name: 'Dữ liệu hỏng đã cất riêng' });
  await expect(section).toContainText('2,5 MB');
  await expect(section).toContainText('không dọn tệp đính kèm thừa');
  await expect(section).toContainText('Chưa xóa được');
  // The day's own copy is made soon after log-in; the page learns of it by itself.
  const clear = section.getByRole('button', { name: /^Xóa bộ dữ liệu hỏng lúc/ });
  await expect(clear).toBeVisible({ timeout: 60_000 });
  await clear.click();
  await section.getByRole('button', { name: 'Thôi' }).click();
  expect(existsSync(aside)).toBe(true);
  await clear.click();
  await section.getByRole('button', { name: 'Xóa hẳn' }).click();
  await expect(section).toHaveCount(0, { timeout: 30_000 });
  expect(existsSync(aside)).toBe(false);
});
