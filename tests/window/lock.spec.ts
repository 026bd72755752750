import { expect, test } from './fixtures/program.ts';
import { administrator, callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';

const typed = 'Đội Phong trào và Bản làng';

test('Ctrl+L hides every word of the page; the password brings the half-typed form back', async ({
  program,
}) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Người dùng');
  await expect(page.getByRole('contentinfo').getByText('Thêm người dùng')).toBeVisible();
  await page.keyboard.press('F4');
  const field = page.getByLabel('Họ và tên');
  await expect(field).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Control+l');

  await expect(page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  await expect(page).toHaveTitle('Ba Yên — đã khóa');
  const seen = await page.locator('body').innerText();
  expect(seen).not.toContain('Người dùng');
  expect(seen).not.toContain(administrator.full_name);
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toHaveCount(0);
  await expect(callFrom(page, 'users.list', {})).rejects.toThrow(/locked/);

  await expect(page.getByRole('textbox', { name: 'Mật khẩu' })).toBeFocused();
  await page.keyboard.type('không phải mật khẩu');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(field).toBeVisible();
  await expect(field).toHaveValue(typed);
  await expect(field).toBeFocused();
  await page.keyboard.type('!');
  await expect(field).toHaveValue(`${typed}!`);
});

test('keys of the page do nothing while locked', async ({ program }) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await openPage(page, 'Người dùng');
  await expect(page.getByRole('cell', { name: administrator.full_name, exact: true })).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  await page.keyboard.press('F4');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: administrator.full_name, exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Thêm người dùng' })).toHaveCount(0);
});

test('nobody touches the program: it locks by itself', async ({ program }) => {
  const { page } = program;
  await makeOffice(page);
  await page.clock.install();
  await logIn(page);
  await page.clock.fastForward('09:30');
  await page.mouse.move(300, 300);
  await page.clock.fastForward('09:30');
  await expect(page.getByRole('navigation', { name: 'Các trang' })).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
});

test('another person: logging out from the lock needs a second yes and ends at the log-in', async ({
  program,
}) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Người khác dùng máy' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});
