import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import { logIn, makeOffice, openPage } from './fixtures/office.ts';

/** What a clerk with weak eyes or without a mouse would stumble over on the page as it stands. */
async function stumbles(page: Page): Promise<string[]> {
  // Legacy mode: the usual one opens a second window, which the program rightly closes.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** How many pixels the page is wider than the window. */
const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const inner = main ? main.scrollWidth - main.clientWidth : 0;
    return Math.max(inner, document.documentElement.scrollWidth - window.innerWidth);
  });

async function expectGood(page: Page, name: string): Promise<void> {
  expect(await stumbles(page), name).toEqual([]);
  expect(await overhang(page), name).toBeLessThanOrEqual(0);
}

test('set-up, log-in and lock stand in the way of nobody', async ({ program }) => {
  const { page } = program;
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeVisible();
  await expectGood(page, 'welcome');
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expectGood(page, 'area');
  await makeOffice(page);
  await expectGood(page, 'log-in');
  await page.getByRole('button', { name: 'Quên mật khẩu?' }).click();
  await expect(page.getByRole('heading', { name: 'Quên mật khẩu' })).toBeVisible();
  await expectGood(page, 'recover');
  await page.getByRole('button', { name: 'Trở lại đăng nhập' }).click();
  await logIn(page);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  await expectGood(page, 'lock');
});

for (const contrast of ['Sáng', 'Tương phản cao'])
  test(`the frame’s pages stand in the way of nobody (${contrast})`, async ({ program }) => {
    const { page } = program;
    await makeOffice(page);
    await logIn(page);
    await openPage(page, 'Cài đặt');
    await page.getByRole('radio', { name: contrast }).check();
    for (const title of ['Bắt đầu', 'Sao lưu', 'Người dùng', 'Cài đặt', 'Nhật ký']) {
      await openPage(page, title);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectGood(page, title);
    }
    await page.keyboard.press('F1');
    await expect(page.getByRole('complementary', { name: 'Trợ giúp' })).toBeVisible();
    await expectGood(page, 'help');
  });
