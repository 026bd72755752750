import { expect, test } from './fixtures/program.ts';
import { makeOffice, openPage } from './fixtures/office.ts';

const whole = { timeout: 50_000 };

test('the sample year opens when it is whole, says so on every page, fits, and is left again', async ({
  program,
}) => {
  const { page } = program;
  await makeOffice(page);
  await page.getByRole('button', { name: 'Dữ liệu mẫu để tập làm' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const rail = page.getByRole('navigation', { name: 'Các trang' });
  await expect(rail).toHaveCount(0);
  await expect(rail).toBeVisible(whole);
  await expect(page.getByText('DỮ LIỆU MẪU', { exact: true })).toBeVisible();
  const hidden = await rail.evaluate((nav) => nav.scrollHeight - nav.clientHeight);
  expect(hidden).toBeLessThanOrEqual(0);
  await rail.getByRole('button', { name: 'Hộ gia đình', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText(/[1-9][0-9.]* hộ gia đình/);
  // Every part of the work has something to look at and to go on with.
  for (const [title, kind] of [
    ['Phát động', 'buổi phát động'],
    ['Diễn đàn', 'diễn đàn'],
    ['Phiếu thu', 'phiếu thu'],
    ['Nhà', 'nhà'],
    ['Ngày công', 'lượt công'],
  ] as const) {
    await openPage(page, title);
    await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText(
      new RegExp(`[1-9][0-9.]* ${kind}`, 'u'),
    );
  }
  await openPage(page, 'Tiến độ làm nhà');
  await expect(page.getByRole('row').last()).toContainText('1.840');
  await page.screenshot({ path: 'test-results/sample-board.png' });
  await page.keyboard.press('F6');
  await page.screenshot({ path: 'test-results/sample-map.png' });
  await page.keyboard.press('F6');
  await expect(page.getByRole('table', { name: 'Các giai đoạn so với kế hoạch' })).toContainText('1.491');
  await page.screenshot({ path: 'test-results/sample-phases.png' });
  await page.getByRole('button', { name: 'Thôi dùng dữ liệu mẫu' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toHaveValue('lan');
  await expect(page.getByText('DỮ LIỆU MẪU', { exact: true })).toHaveCount(0);
});
