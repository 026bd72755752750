import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

test('a breach is offered for a signed pledge alone, on the form’s page and on the household’s', async ({
  program,
}) => {
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  const values = { year: 2023, title: 'Đợt 2023', from_date: '2023-05-01', to_date: '2023-05-31' };
  await callFrom(page, 'records.create', { kind: 'pledge_campaign', values });
  const units = (await callFrom(page, 'units.list', { date: '2023-05-31' })) as {
    id: number;
    level: string;
  }[];
  const village_id = units.find(({ level }) => level === 'village')?.id;
  const opened = { campaign_id: 1, village_id, way: 'stack', cover_count: 2 };
  await callFrom(page, 'batches.open', opened);
  const head = { birth: '1978', sex: 'male', member_count: 4, batch_id: 1 };
  const signed = { signature_mode: 'signed', reason: null, signed_on: '2023-05-10' };
  const unsigned = { signature_mode: 'not_yet', reason: 'away', signed_on: null };
  await callFrom(page, 'pledges.save', { ...head, ...signed, form_number: 1, head_name: 'Vừ Bá Rê' });
  await callFrom(page, 'pledges.save', { ...head, ...unsigned, form_number: 2, head_name: 'Lầu Y Súa' });
  const offer = page.getByRole('button', { name: 'Ghi vi phạm' });
  for (const [name, offered] of [
    ['Vừ Bá Rê', 1],
    ['Lầu Y Súa', 0],
  ] as const) {
    await openPage(page, 'Cam kết');
    await page.getByRole('row').filter({ hasText: name }).click();
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(page.getByText('Không có vi phạm nào được ghi.')).toBeVisible();
    await expect(offer).toHaveCount(offered);
    await page.getByRole('button', { name: 'Xem hộ' }).click();
    await expect(page.getByRole('region', { name: 'Cam kết qua các năm' })).toContainText('Đợt 2023');
    await expect(offer).toHaveCount(offered);
  }
});
