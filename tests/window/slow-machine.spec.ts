import type { Page } from '@playwright/test';
import { callFrom, logIn, makeOffice } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';
import { ask, openPage, prepareOffice } from './stack-steps.ts';

// Whoever types faster than the machine answers loses no key and no focus.

const late = 1500;
const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('a batch is opened by keys typed one upon the other, while the places are still being fetched', async ({
  launch,
}) => {
  const program = await launch({ slow: { 'units.list': late } });
  const { page } = program;
  const { villageName } = await prepareOffice(program);
  await ask(page, 'records.create', {
    kind: 'pledge_campaign',
    values: { year: 2024, title: 'Đợt 2024', from_date: '2024-01-01', to_date: '2024-12-31' },
  });
  await page.reload();
  await openPage(page, 'Nhập tờ');
  await expect(page.getByLabel('Số tờ trên bìa')).toBeFocused();
  for (const key of ['4', 'Enter', 'Enter']) await page.keyboard.press(key);
  await expect(field(page, 'Xã')).toBeFocused();
  // Another campaign asks for the places anew: what is typed meanwhile stays, and so does the focus.
  await field(page, 'Đợt cam kết').focus();
  await page.keyboard.insertText('2023');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('huoi');
  await page.waitForTimeout(2 * late);
  await expect(field(page, 'Xã')).toBeFocused();
  await expect(field(page, 'Xã')).toHaveValue('huoi');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Xã')).toHaveValue('Xã Huồi Tụ');
  await page.keyboard.insertText(villageName);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('batch-progress')).toHaveText('0/4 tờ');
});

test('a name typed at log-in stays while the office is asked anew who may log in', async ({ launch }) => {
  const { page } = await launch({ slow: { 'office.status': late } });
  await makeOffice(page);
  await logIn(page);
  const viewer = { login: 'xem', full_name: 'Lò Văn Xem', role: 'viewer', password: 'chỉ xem thôi nhé' };
  await callFrom(page, 'users.create', viewer);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  const name = page.getByRole('textbox', { name: 'Tên đăng nhập' });
  await name.fill(viewer.login);
  await expect(page.getByRole('group', { name: 'Chọn tên đăng nhập' })).toContainText(viewer.login);
  await expect(name).toHaveValue(viewer.login);
});
