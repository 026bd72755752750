import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import { administrator, callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';

test('the title bar says who is logged in and that there is no copy on a stick yet', async ({ program }) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await expect(page.getByRole('banner').getByText('Chưa chép ra USB')).toBeVisible();
  await expect(page).toHaveTitle(/Trần Thị Lan · Chưa chép ra USB/);
  await expect(page.getByRole('banner').getByText('CÔNG AN HUYỆN KỲ SƠN')).toBeVisible();
});

test('a viewer sees no page that the role may not use', async ({ program }) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  const viewer = { login: 'xem', full_name: 'Lò Văn Xem', role: 'viewer', password: 'chỉ xem thôi nhé' };
  await callFrom(page, 'users.create', viewer);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(viewer.login);
  await page.getByLabel('Mật khẩu').fill(viewer.password);
  await page.keyboard.press('Enter');
  const rail = page.getByRole('navigation', { name: 'Các trang' });
  for (const group of ['Nhân dân', 'Quản trị']) {
    const row = rail.getByRole('button', { name: group, exact: true });
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
  }
  for (const title of ['Hộ gia đình', 'Cài đặt'])
    await expect(rail.getByRole('button', { name: title })).toBeVisible();
  for (const title of ['Nhập tờ', 'Người dùng', 'Nhật ký', 'Sao lưu'])
    await expect(rail.getByRole('button', { name: title, exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ca');
  await expect(page.getByRole('option', { name: 'Cam kết Nhân dân trang' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('nhat ky');
  await expect(page.getByText('Không tìm thấy.')).toBeVisible();
});

test('Ctrl+K finds while typing, without diacritics, and Enter opens; Alt+← goes back', async ({
  program,
}) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Tìm trong toàn bộ sổ sách' })).toBeFocused();
  await page.keyboard.type('dooc may');
  await expect(page.getByRole('option', { name: /Đoọc Mạy/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Địa bàn', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { name: `Chào ${administrator.full_name}` })).toBeVisible();
});

test('F1 shows the page’s help and its keys; Esc closes it and gives the focus back', async ({ program }) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Người dùng');
  await page.getByRole('button', { name: 'Thêm người dùng' }).focus();
  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Trợ giúp' });
  await expect(help.getByText('F4')).toBeVisible();
  await expect(help.getByText('Việc chính, từ đầu đến cuối')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Thêm người dùng' })).toBeFocused();
});

/** Types the recovery key and a new password into the form for a lost one. */
async function recover(page: Page, key: string, password: string): Promise<void> {
  await page.getByRole('button', { name: 'Quên mật khẩu?' }).click();
  await page.getByLabel('Khóa khôi phục').fill(key);
  await page.getByLabel('Tên đăng nhập').fill(administrator.login);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
  await page.getByLabel('Gõ lại mật khẩu mới').fill(password);
  await page.keyboard.press('Enter');
}

/** The new recovery key that is shown, group by group. */
async function shownKey(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: 'Khóa khôi phục' });
  await expect(list).toBeVisible({ timeout: 20_000 });
  return list.locator('[data-group]').allInnerTexts();
}

/** Retypes the group that is asked for. */
async function confirmKey(page: Page, groups: readonly string[]): Promise<void> {
  const field = page.getByLabel(/^Nhóm thứ/);
  const label = await page
    .getByText(/^Nhóm thứ \d$/)
    .first()
    .innerText();
  await field.fill(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  await page.keyboard.press('Enter');
}

test('a lost password: the recovery key sets a new one and a new key is shown', async ({ program }) => {
  const { page } = program;
  const key = await makeOffice(page);
  await recover(page, key.toLowerCase(), 'mật khẩu thứ hai');
  const groups = await shownKey(page);
  expect(groups.join('-')).not.toBe(key);
  await confirmKey(page, groups);
  await expect(page.getByRole('navigation', { name: 'Các trang' })).toBeVisible();
  await expect(unconfirmed(page)).toHaveCount(0);
});

/** The banner that tells of a recovery key which may be on no paper. */
const unconfirmed = (page: Page) => page.getByText('chưa được xác nhận là đã ghi ra giấy', { exact: false });

/** Asks for a new recovery key on the page of settings, where the password field has the focus. */
async function renewKey(page: Page): Promise<string[]> {
  const settings = page.getByRole('region', { name: 'Khóa khôi phục' });
  await settings.getByLabel('Mật khẩu của tôi').fill(administrator.password);
  await page.keyboard.press('Enter');
  return shownKey(page);
}

test('a new recovery key that nobody confirmed is told on every page; the paper from before opens until one is', async ({
  program,
}) => {
  const { page } = program;
  const paper = await makeOffice(page);
  await logIn(page);
  await expect(unconfirmed(page)).toHaveCount(0);
  await openPage(page, 'Cài đặt');
  await renewKey(page);
  await openPage(page, 'Bắt đầu');
  await expect(unconfirmed(page)).toContainText('Phiếu có từ trước vẫn mở được sổ');
  await page.getByRole('button', { name: 'Làm khóa mới' }).click();
  const field = page.getByRole('region', { name: 'Khóa khôi phục' }).getByLabel('Mật khẩu của tôi');
  await expect(field).toBeFocused();
  await expect(page.getByRole('button', { name: 'Làm khóa khôi phục mới' })).toBeInViewport();
  await confirmKey(page, await renewKey(page));
  await expect(page.getByText('hãy hủy phiếu cũ', { exact: false })).toBeVisible();
  await expect(unconfirmed(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await recover(page, paper, 'mật khẩu thứ hai');
  await expect(page.getByText('Đây không phải khóa khôi phục hiện nay', { exact: false })).toBeVisible();
});

test('the paper from before sets a new password while the new key is unconfirmed', async ({ program }) => {
  const { page } = program;
  const paper = await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Cài đặt');
  await renewKey(page);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await recover(page, paper, 'mật khẩu thứ hai');
  await confirmKey(page, await shownKey(page));
  await expect(page.getByRole('navigation', { name: 'Các trang' })).toBeVisible();
  await expect(unconfirmed(page)).toHaveCount(0);
});
