import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import { administrator, callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';

const slow = { timeout: 30_000 };

/** Where the office's database lies. */
async function databaseOf(page: Page): Promise<string> {
  const { folder } = (await callFrom(page, 'office.status', {})) as { folder: string };
  return join(folder, 'ba-yen.db');
}

/** Noise over a part of a file, as a dying disk leaves it. */
function overwrite(file: string, from: number, bytes: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(bytes, 0x5a), 0, bytes, from);
  closeSync(descriptor);
}

/** The first copy that the program makes by itself. */
async function waitForCopy(page: Page): Promise<void> {
  const newest = async () =>
    ((await callFrom(page, 'office.status', {})) as { newest_backup: unknown }).newest_backup;
  await expect.poll(newest, slow).not.toBeNull();
}

async function typePassword(page: Page): Promise<void> {
  await expect(page.getByLabel('Mật khẩu')).toBeFocused();
  await page.keyboard.type(administrator.password);
  await page.keyboard.press('Enter');
}

test('a damaged database: its page offers the newest checked copy, and the restore from it works', async ({
  launch,
}) => {
  const first = await launch();
  await makeOffice(first.page);
  await logIn(first.page);
  await waitForCopy(first.page);
  const database = await databaseOf(first.page);
  await first.close();
  overwrite(database, 0, statSync(database).size >> 1);

  const { page } = await launch();
  await typePassword(page);
  await expect(page.getByRole('heading', { name: 'Cơ sở dữ liệu bị hỏng' })).toBeVisible(slow);
  await page.getByRole('button', { name: /^Khôi phục bản đã kiểm tra lúc/ }).click();
  await expect(page.getByRole('columnheader', { name: 'Trong bản sao lưu' })).toBeVisible();
  await expect(page.getByLabel(/của bản sao lưu$/)).toBeFocused();
  await page.keyboard.type('không phải mật khẩu');
  await page.keyboard.press('Enter');
  await expect(page.getByText('không mở được bản sao lưu', { exact: false })).toBeVisible(slow);
  await page.getByLabel(/của bản sao lưu$/).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã khôi phục xong')).toBeVisible(slow);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await typePassword(page);
  await expect(page.getByRole('heading', { name: `Chào ${administrator.full_name}` })).toBeVisible(slow);
});

test('a database that is gone, or broken in its middle, never ends on a page without a way out', async ({
  launch,
}) => {
  const first = await launch();
  await makeOffice(first.page);
  await logIn(first.page);
  const database = await databaseOf(first.page);
  await first.close();
  overwrite(database, statSync(database).size >> 1, statSync(database).size >> 2);

  const second = await launch();
  await typePassword(second.page);
  await expect(second.page.getByRole('heading', { name: 'Cơ sở dữ liệu bị hỏng' })).toBeVisible(slow);
  await expect(second.page.getByRole('button', { name: 'Khôi phục từ bản sao lưu khác' })).toBeVisible();
  await second.close();

  rmSync(database);
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Không tìm thấy cơ sở dữ liệu' })).toBeVisible(slow);
  await expect(page.getByRole('button', { name: 'Khôi phục từ bản sao lưu khác' })).toBeVisible();
});

test('records of a newer program: the page names both versions and offers no restore', async ({ launch }) => {
  const first = await launch();
  await makeOffice(first.page);
  const database = await databaseOf(first.page);
  await first.close();
  const script = join(import.meta.dirname, 'fixtures', 'newer-schema.ts');
  execFileSync(process.execPath, [script, database, administrator.login, administrator.password]);

  const { page } = await launch();
  await typePassword(page);
  await expect(page.getByRole('heading', { name: 'Sổ này do chương trình mới hơn ghi' })).toBeVisible(slow);
  await expect(page.getByText('cấu trúc 9000')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Khôi phục/ })).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('newer.png') });
  await page.getByRole('button', { name: 'Thử mở lại' }).click();
  await typePassword(page);
  await expect(page.getByRole('heading', { name: 'Sổ này do chương trình mới hơn ghi' })).toBeVisible(slow);
});

test('a database that breaks while somebody works leads to its page, and from there to the newest copy', async ({
  launch,
}) => {
  const first = await launch();
  await makeOffice(first.page);
  await logIn(first.page);
  await waitForCopy(first.page);
  const database = await databaseOf(first.page);
  await first.close();

  const { page } = await launch();
  await typePassword(page);
  await expect(page.getByRole('heading', { name: `Chào ${administrator.full_name}` })).toBeVisible(slow);
  overwrite(database, 0, statSync(database).size);
  // Whatever reads next meets it; the page itself may have been first.
  await callFrom(page, 'audit.verify', {}).catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'Cơ sở dữ liệu bị hỏng' })).toBeVisible(slow);
  await page.screenshot({ path: test.info().outputPath('broken-at-work.png') });
  await page.getByRole('button', { name: /^Khôi phục bản đã kiểm tra lúc/ }).click();
  await page.getByLabel(/của bản sao lưu$/).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã khôi phục xong')).toBeVisible(slow);
});

test('a copy goes to another machine by its password; there a later restore can be undone', async ({
  launch,
  folder,
}) => {
  const target = join(folder, 'ban-sao');
  mkdirSync(target);
  const answers = { folder: target };
  const old = await launch({ answers, drives: [] });
  await makeOffice(old.page);
  await logIn(old.page);
  await openPage(old.page, 'Sao lưu');
  const usb = old.page.getByRole('region', { name: 'USB' });
  await usb.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await old.page.keyboard.press('F9');
  await expect(usb.getByText('Đã chép và kiểm tra xong.')).toBeVisible(slow);
  await old.close();

  const { page } = await launch({ userData: join(folder, 'may-moi'), answers, drives: [] });
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
  await page.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await page.getByRole('button', { name: /^Xem trước/ }).click();
  await expect(page.getByText(/Mở được bằng mật khẩu của: lan/)).toBeVisible();
  await page.getByLabel(/của bản sao lưu$/).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã khôi phục xong')).toBeVisible(slow);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toHaveValue(administrator.login);
  await typePassword(page);
  await expect(page.getByRole('heading', { name: `Chào ${administrator.full_name}` })).toBeVisible(slow);

  const team = async () =>
    ((await callFrom(page, 'records.total', { kind: 'team', filter: {} })) as { total: number }).total;
  await callFrom(page, 'records.create', { kind: 'team', values: { name: 'Đội Phong trào' } });
  await openPage(page, 'Sao lưu');
  const restore = page.getByRole('region', { name: 'Khôi phục' });
  await restore.getByRole('button', { name: 'Chọn bản để khôi phục' }).click();
  await restore.getByRole('button', { name: 'Chọn thư mục khác' }).click();
  await restore.getByRole('button', { name: /^Xem trước/ }).click();
  await restore.getByLabel(/^Mật khẩu quản trị/).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã khôi phục xong')).toBeVisible(slow);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  expect(await team()).toBe(0);
  await restore.getByRole('button', { name: 'Hoàn tác lần khôi phục vừa rồi' }).click();
  await restore.getByLabel(/^Mật khẩu quản trị/).fill(administrator.password);
  await page.keyboard.press('Enter');
  // Refused while the files are being replaced.
  await expect.poll(() => team().catch(() => null), slow).toBe(1);
});
