import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/program.ts';
import { addHouseholds, ask, openPage, openRoster, openStack, prepareOffice } from './stack-steps.ts';

/** Nothing serious for axe, and nothing wider than a small window, on the page as it stands. */
async function expectGood(page: Page, name: string): Promise<void> {
  // Legacy mode: the usual one opens a second window, which the program rightly closes.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
    name,
  ).toEqual([]);
  const overhang = await page.evaluate(() => {
    const main = document.querySelector('main');
    const inner = main ? main.scrollWidth - main.clientWidth : 0;
    return Math.max(inner, document.documentElement.scrollWidth - window.innerWidth);
  });
  expect(overhang, name).toBeLessThanOrEqual(0);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

const form = {
  form_number: 1,
  head_name: 'Vừ Bá Rê',
  birth: '1990',
  sex: 'male' as const,
  member_count: 6,
  signature_mode: 'signed' as const,
  signed_on: '2023-05-11',
};

test('the screens of entry, coverage and print stand in the way of nobody', async ({ program }) => {
  const { page } = program;
  const { campaignId, villageId, villageName, communeId } = await prepareOffice(program);
  await openPage(page, 'Nhập tờ');
  await page.getByLabel('Số tờ trên bìa').waitFor();
  await expectGood(page, 'stack-start');
  await openPage(page, 'Bắt đầu');
  await openStack(page, 3);
  await expectGood(page, 'stack-empty');
  const place = { campaign_id: campaignId, village_id: villageId, way: 'stack' as const, cover_count: 2 };
  const batch = await ask(page, 'batches.open', place);
  await ask(page, 'pledges.save', { ...form, batch_id: batch.id });
  await ask(page, 'pledges.save', { ...form, form_number: 2, signed_on: '2023-06-01', batch_id: batch.id });
  for (const text of ['Vừ Bá Rê', '1990', '1', '6', '31122022']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Giống hệt tờ số 1')).toBeVisible();
  await expectGood(page, 'stack-warned');
  await page.keyboard.press('F10');
  await expectGood(page, 'stack-end');
  await addHouseholds(page, villageId, ['Lầu Bá Chò', 'Lầu Y Mỷ', 'Mùa Nỏ Chù']);
  await openRoster(page, 4);
  await expectGood(page, 'roster');
  await openPage(page, 'Cần đối chiếu');
  await expect(page.getByText('≠ 11/05/2023')).toBeVisible();
  await expectGood(page, 'conflicts');
  await openPage(page, 'Cam kết');
  await page.getByText('Vừ Bá Rê').first().click();
  await expect(page.getByRole('region', { name: 'Tờ cam kết' })).toContainText('Tờ số 1');
  await expectGood(page, 'pledge');
  await openPage(page, 'Độ phủ');
  await page.getByRole('button', { name: new RegExp(`^${villageName}:`) }).click();
  await expect(page.getByRole('region', { name: `Hộ chưa ký, ${villageName}` })).toContainText('Lầu Bá Chò');
  await expectGood(page, 'coverage');
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Xã', { exact: true }).selectOption(String(communeId));
  await page.keyboard.press('F2');
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  await expectGood(page, 'print');
});
