import { expect, test } from './fixtures/program.ts';
import { administrator } from './fixtures/office.ts';

test('an office is set up by keyboard alone, its key confirmed, and its administrator logs in', async ({
  program,
}) => {
  const { page } = program;
  const { keyboard } = page;
  await expect(page.getByRole('button', { name: 'Bắt đầu' })).toBeFocused();
  await keyboard.press('Enter');

  await expect(page.getByRole('radio', { name: 'Công an cấp huyện' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(page.getByLabel('Lập sổ từ ngày')).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('01012023');
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Chọn tất cả' })).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'xã Nậm Cắn' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByText('Đã chọn 21 xã, thị trấn, 191 bản, khối')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Enter');

  await expect(page.getByLabel('Cơ quan chủ quản')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText('Cần nhập mục này.').first()).toBeVisible();
  const lines = [
    'CÔNG AN TỈNH NGHỆ AN',
    'CÔNG AN HUYỆN KỲ SƠN',
    'Kỳ Sơn',
    'TRƯỞNG CÔNG AN HUYỆN',
    'Thượng tá',
    'Nguyễn Văn Đức',
  ];
  for (const [index, line] of lines.entries()) {
    if (index > 0) await keyboard.press('Tab');
    await keyboard.type(line);
  }
  await keyboard.press('Enter');

  await expect(page.getByLabel('Họ và tên')).toBeFocused();
  const person = [
    administrator.full_name,
    administrator.login,
    administrator.password,
    administrator.password,
  ];
  for (const [index, text] of person.entries()) {
    if (index > 0) await keyboard.press('Tab');
    await keyboard.type(text);
  }
  await keyboard.press('Enter');

  const key = page.getByRole('list', { name: 'Khóa khôi phục' });
  await expect(key).toBeVisible({ timeout: 30_000 });
  await expect(key.getByRole('listitem')).toHaveCount(8);
  const field = page.getByLabel(/^Nhóm thứ \d$/);
  await expect(field).toBeFocused();
  await keyboard.type('SAI0');
  await keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  const asked =
    /\d/.exec(
      (await page
        .getByText(/nhóm thứ \d/)
        .first()
        .innerText()) ?? '',
    )?.[0] ?? '';
  await field.fill(await page.locator(`[data-group="${asked}"]`).innerText());
  await keyboard.press('Enter');

  await expect(page.getByLabel('Mật khẩu')).toBeFocused();
  await keyboard.type(administrator.password);
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Chào ${administrator.full_name}` })).toBeVisible();
});

test('a new office without a commune, or with a password too short, is not made', async ({ program }) => {
  const { page } = program;
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByText('Hãy chọn ít nhất một xã, thị trấn.')).toBeVisible();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  for (const label of [
    'Cơ quan chủ quản',
    'Cơ quan ban hành',
    'Địa danh',
    'Chức vụ người ký',
    'Họ tên người ký',
  ])
    await page.getByLabel(label).fill('Thử');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Họ và tên').fill('Trần Thị Lan');
  await page.getByLabel('Tên đăng nhập').fill('Lan Anh');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngan');
  await page.getByRole('button', { name: 'Lập sổ' }).click();
  await expect(page.getByText('Mật khẩu cần ít nhất 10 ký tự.')).toBeVisible();
  await expect(page.getByText(/Chỉ dùng 2–32 chữ thường/)).toBeVisible();
  await expect(page.getByText('Hai lần gõ chưa giống nhau.')).toBeVisible();
});
