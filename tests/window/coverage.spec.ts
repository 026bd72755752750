import { expect, test } from './fixtures/program.ts';
import { ask, openPage, prepareOffice } from './stack-steps.ts';

const form = (form_number: number, head_name: string, signed: boolean) => ({
  form_number,
  head_name,
  birth: String(1960 + form_number),
  sex: 'male' as const,
  member_count: 4,
  signature_mode: signed ? ('signed' as const) : ('not_yet' as const),
  reason: signed ? null : ('works_elsewhere' as const),
  signed_on: signed ? '2023-05-11' : null,
});

test('each village shows its percentage by figure and mark; Enter opens who is missing', async ({
  program,
}) => {
  const { page } = program;
  const { campaignId, villageId, villageName } = await prepareOffice(program);
  await openPage(page, 'Độ phủ');
  await expect(page.getByText('Đợt này chưa có tờ nào.')).toBeVisible();
  const batch = await ask(page, 'batches.open', {
    campaign_id: campaignId,
    village_id: villageId,
    way: 'stack',
    cover_count: 3,
  });
  const heads = ['Vừ Bá Rê', 'Lầu Y Mỷ', 'Mùa Nỏ Chù'];
  for (const [index, name] of heads.entries())
    await ask(page, 'pledges.save', { ...form(index + 1, name, index < 2), batch_id: batch.id });
  await ask(page, 'units.set_declared', { village_id: villageId, year: 2023, count: 4 });
  await openPage(page, 'Bắt đầu');
  await openPage(page, 'Độ phủ');
  const cell = page.getByRole('button', { name: new RegExp(`^${villageName}:`) });
  await expect(cell).toContainText('50,0%');
  await expect(cell).toContainText('◑');
  await expect(page.getByTestId('coverage-totals')).toContainText('đã ký 2 hộ, đạt 50,0%');
  await page.keyboard.press('F2');
  await expect(cell).toContainText('66,7%');
  await cell.focus();
  await page.keyboard.press('Enter');
  const missing = page.getByRole('region', { name: `Hộ chưa ký, ${villageName}` });
  await expect(missing).toContainText('1 hộ chưa ký');
  await expect(missing).toContainText('Mùa Nỏ Chù');
  await expect(missing).toContainText('đi làm ăn xa');
  await page.screenshot({ path: test.info().outputPath('coverage.png') });
  await page.keyboard.press('Escape');
  await expect(missing).toBeHidden();
  await expect(cell).toBeFocused();
  // Every figure opens the list behind it.
  await page.keyboard.press('Enter');
  await missing.getByRole('button', { name: /^2 \(/ }).click();
  await expect(page.getByText('Chỉ các tờ đã ký')).toBeVisible();
  await expect(page.getByText('2 cam kết', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: `Bản, khối: ${villageName}` })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('behind.png') });
  await page.getByRole('button', { name: 'Xem mọi tờ' }).click();
  await expect(page.getByText('3 cam kết', { exact: true })).toBeVisible();
  await openPage(page, 'Bắt đầu');
  await page
    .getByRole('region', { name: 'Đợt cam kết' })
    .getByRole('button', { name: '2', exact: true })
    .click();
  await expect(page.getByText('2 cam kết', { exact: true })).toBeVisible();
});

test('the conflict list shows both forms and takes the decision by one key', async ({ program }) => {
  const { page } = program;
  const { campaignId, villageId } = await prepareOffice(program);
  const place = { campaign_id: campaignId, village_id: villageId, way: 'stack' as const, cover_count: 2 };
  const batch = await ask(page, 'batches.open', place);
  const first = form(1, 'Vừ Bá Rê', true);
  await ask(page, 'pledges.save', { ...first, batch_id: batch.id });
  await ask(page, 'pledges.save', { ...first, form_number: 2, signed_on: '2023-06-01', batch_id: batch.id });
  await openPage(page, 'Cần đối chiếu');
  await expect(page.getByText('≠ 11/05/2023')).toBeVisible();
  await expect(page.getByText('≠ 01/06/2023')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('conflicts.png') });
  await page.keyboard.press('F3');
  await expect(page.getByText('Không có tờ nào cần đối chiếu.')).toBeVisible();
  const { rows } = await ask(page, 'records.list', { kind: 'pledge', filter: {} });
  expect(rows[0]).toMatchObject({ form_number: 1, signed_on: '2023-06-01' });
});

test('a form’s page beside the list: corrected, voided, restored', async ({ program }) => {
  const { page } = program;
  const { campaignId, villageId } = await prepareOffice(program);
  const place = { campaign_id: campaignId, village_id: villageId, way: 'stack' as const, cover_count: 1 };
  const batch = await ask(page, 'batches.open', place);
  await ask(page, 'pledges.save', { ...form(1, 'Vừ Bá Rê', true), batch_id: batch.id });
  await openPage(page, 'Cam kết');
  await page.getByText('Vừ Bá Rê').click();
  const panel = page.getByRole('region', { name: 'Tờ cam kết' });
  await expect(panel).toContainText('Tờ số 1');
  await page.screenshot({ path: test.info().outputPath('pledge.png') });
  await panel.getByRole('button', { name: 'Sửa', exact: true }).click();
  await panel.getByLabel('Họ và tên chủ hộ').fill('Vừ Bá Rế');
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByRole('heading', { name: 'Vừ Bá Rế' })).toBeVisible();
  await panel.getByRole('button', { name: 'Hủy tờ' }).click();
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('Tờ này đã hủy: nhập nhầm');
  await panel.getByRole('button', { name: 'Khôi phục' }).click();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Hủy tờ' })).toBeVisible();
});
