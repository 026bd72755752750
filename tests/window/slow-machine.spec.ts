import type { Page } from '@playwright/test';
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
