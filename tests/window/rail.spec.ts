import type { Page } from '@playwright/test';
import { logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

const groups = [
  'Việc hằng ngày',
  'Nhân dân',
  'Phong trào',
  'Nhà và quỹ',
  'In và báo cáo',
  'Sao lưu',
  'Quản trị',
];

test.beforeEach(async ({ program: { page } }) => {
  await makeOffice(page);
  await logIn(page);
});

const railOf = (page: Page) => page.getByRole('navigation', { name: 'Các trang' });
const rowOf = (page: Page, name: string) => railOf(page).getByRole('button', { name, exact: true });

/** How many px of the rail are out of sight. */
const hidden = (page: Page): Promise<number> =>
  railOf(page).evaluate((nav) => nav.scrollHeight - nav.clientHeight);

test('an administrator sees every group without scrolling, whichever are opened', async ({
  program: { page },
}) => {
  await expect(railOf(page).getByRole('heading', { level: 2 })).toHaveText(groups);
  expect(await hidden(page)).toBeLessThanOrEqual(0);
  for (const name of ['Quản trị', 'Phong trào', 'Nhân dân', 'Nhà và quỹ', 'In và báo cáo', 'Quản trị']) {
    const row = rowOf(page, name);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    expect(await hidden(page), name).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1366, height: 684 });
  await expect.poll(() => hidden(page)).toBeLessThanOrEqual(0);
  await expect(rowOf(page, 'Quản trị')).toHaveAttribute('aria-expanded', 'true');
  await expect(rowOf(page, 'Phong trào')).toHaveAttribute('aria-expanded', 'false');
});

test('by keyboard: one stop for Tab, arrows walk, open and close, Enter goes to the page', async ({
  program: { page },
}) => {
  const first = page.getByRole('button', { name: 'Mở đợt cam kết' });
  await expect(first).toBeVisible();
  await rowOf(page, 'Bắt đầu').focus();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(rowOf(page, 'Bắt đầu')).toBeFocused();
  const ring = await rowOf(page, 'Bắt đầu').evaluate((row) => getComputedStyle(row).outlineWidth);
  expect(ring).toBe('3px');
  await expect(page.getByRole('contentinfo').getByText('Mở nhóm')).toBeVisible();

  await page.keyboard.press('End');
  await expect(rowOf(page, 'Quản trị')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(rowOf(page, 'Quản trị')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(rowOf(page, 'Địa bàn')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Cán bộ' })).toBeVisible();
  await expect(rowOf(page, 'Cán bộ')).toHaveAttribute('aria-current', 'page');
  await rowOf(page, 'Cán bộ').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, 'Quản trị')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(rowOf(page, 'Cán bộ')).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await expect(rowOf(page, 'Sao lưu')).toBeFocused();
});

test('the bottom line cuts no key: those without room are on F1, which always stands there', async ({
  program: { page },
}) => {
  await openPage(page, 'Phát động');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('heading', { name: 'Buổi phát động mới' })).toBeVisible();
  const line = page.getByRole('contentinfo');
  await expect(line.getByText('Trợ giúp, mọi phím')).toBeInViewport({ ratio: 1 });
  const cut = await line
    .locator('span')
    .evaluateAll((keys) =>
      keys
        .map((key) => key.getBoundingClientRect())
        .filter(({ top, right }) => top < window.innerHeight && right > window.innerWidth),
    );
  expect(cut).toEqual([]);
});

test('what was closed stays closed until its page is asked for; log-out forgets it', async ({
  program: { page },
}) => {
  await rowOf(page, 'Nhân dân').click();
  await openPage(page, 'Sao lưu');
  await openPage(page, 'Bắt đầu');
  await expect(rowOf(page, 'Nhân dân')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dien dan');
  await expect(page.getByRole('option', { name: 'Diễn đàn Nhân dân trang' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Diễn đàn' })).toBeVisible();
  await expect(rowOf(page, 'Diễn đàn')).toHaveAttribute('aria-current', 'page');
  await rowOf(page, 'Nhân dân').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await logIn(page);
  await expect(rowOf(page, 'Nhân dân')).toHaveAttribute('aria-expanded', 'true');
});
