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

test('a lost password: the recovery key sets a new one and a new key is shown', async ({ program }) => {
  const { page } = program;
  const key = await makeOffice(page);
  await page.getByRole('button', { name: 'Quên mật khẩu?' }).click();
  await page.getByLabel('Khóa khôi phục').fill(key.toLowerCase());
  await page.getByLabel('Tên đăng nhập').fill(administrator.login);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('mật khẩu thứ hai');
  await page.getByLabel('Gõ lại mật khẩu mới').fill('mật khẩu thứ hai');
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Khóa khôi phục' });
  await expect(list).toBeVisible({ timeout: 20_000 });
  const groups = await page.locator('[data-group]').allInnerTexts();
  expect(groups.join('-')).not.toBe(key);
  const asked = Number(
    /\d/.exec(
      await page
        .getByText(/nhóm thứ \d/)
        .first()
        .innerText(),
    )?.[0],
  );
  await page.getByLabel(/^Nhóm thứ/).fill(groups[asked - 1] ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Các trang' })).toBeVisible();
});
