import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/program.ts';
import { ask, openPage, prepareOffice } from './stack-steps.ts';

const NAMES = ['Vừ Bá Rê', 'Lầu Y Mỷ', 'Mùa Nỏ Chù', 'Xồng Nỏ Lìa', 'Moong Phò Lư'];

test('the register is previewed as the real PDF, then saved; a test page follows', async ({
  program,
  folder,
}) => {
  const { page } = program;
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const { campaignId, villageId, communeId } = await prepareOffice(program);
  const place = { campaign_id: campaignId, village_id: villageId, way: 'stack' as const, cover_count: 60 };
  const batch = await ask(page, 'batches.open', place);
  for (let number = 1; number <= 60; number += 1) {
    await ask(page, 'pledges.save', {
      batch_id: batch.id,
      form_number: number,
      head_name: `${NAMES[number % NAMES.length]}`,
      birth: String(1940 + number),
      sex: 'male',
      member_count: 5,
      signature_mode: 'signed',
      signed_on: '2023-05-11',
    });
  }
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Xã', { exact: true }).selectOption(String(communeId));
  await page.getByLabel('Ngày văn bản').fill('15/12/2023');
  await page.keyboard.press('F2');
  const preview = page.getByRole('region', { name: 'Bản xem trước' });
  await expect(preview.locator('canvas[data-drawn]').first()).toBeVisible();
  await expect(page.getByText(/^Trang 1\/\d+$/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('print.png') });
  // Something is really drawn: the first page is not one colour.
  const colours = await preview
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: new Uint8ClampedArray(4),
      };
      return new Set(new Uint32Array(data.buffer)).size;
    });
  expect(colours).toBeGreaterThan(10);
  await preview.evaluate((element) => element.scrollTo(0, 100_000));
  await expect(page.getByText(/^Trang [2-9]\/\d+$/)).toBeVisible();
  const file = join(folder, 'register.pdf');
  await program.answerDialogs({ saveFile: file });
  await page.getByRole('button', { name: 'Lưu PDF' }).click();
  await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Trang in thử' }).click();
  await expect(page.getByText('Trang 1/1')).toBeVisible();
  expect(errors).toEqual([]);
});

test('all communes in one go; the sheet for the village meeting', async ({ program }) => {
  const { page } = program;
  const { campaignId, villageId, communeId } = await prepareOffice(program);
  const place = { campaign_id: campaignId, village_id: villageId, way: 'stack' as const, cover_count: 1 };
  const batch = await ask(page, 'batches.open', place);
  await ask(page, 'pledges.save', {
    batch_id: batch.id,
    form_number: 1,
    head_name: 'Vừ Bá Rê',
    birth: '1990',
    sex: 'male',
    member_count: 5,
    signature_mode: 'not_yet',
    signed_on: null,
  });
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Phạm vi').selectOption('all');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  await page.getByLabel('Văn bản', { exact: true }).first().selectOption('meeting');
  await page.keyboard.press('F2');
  await expect(page.getByText('Hãy chọn xã.')).toBeVisible();
  await page.getByLabel('Xã', { exact: true }).selectOption(String(communeId));
  await page.getByLabel('Bản, khối').selectOption(String(villageId));
  await page.keyboard.press('F2');
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('meeting.png') });
});
