import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addQueue, comesOut, pageCount, removeQueue, startScheduler } from '../support/print-queue.ts';
import { expect, test } from './fixtures/program.ts';
import { ask, openPage, prepareOffice, type PreparedOffice } from './stack-steps.ts';

const queue = 'BaYenCuaSo';
const communes = ['16828', '16813', '16816'];
let endScheduler: () => Promise<void>;
test.beforeAll(async () => {
  endScheduler = await startScheduler();
  addQueue(queue);
});
test.afterAll(async () => {
  removeQueue(queue);
  await endScheduler();
});

/** So many signed forms in the first village of each commune, by the program's own job. */
async function fill(page: Page, { campaignId }: PreparedOffice, each: number): Promise<void> {
  const units = await ask(page, 'units.list', { date: '2023-06-01' });
  const villages = units
    .filter(({ level }) => level === 'commune')
    .map(({ id }) => units.find(({ level, parent_id }) => level === 'village' && parent_id === id)?.id ?? 0);
  const forms = villages.flatMap((village_id) =>
    Array.from({ length: each }, (_, index) => ({
      village_id,
      form_number: index + 1,
      head_name: `Vừ Bá Rê ${String.fromCharCode(65 + (index % 26))}`,
      birth: String(1930 + (index % 70)),
      sex: 'male',
      member_count: 1 + (index % 12),
      signature_mode: 'signed',
      reason: null,
      signed_on: '2023-05-11',
      ethnicity: null,
      note: null,
    })),
  );
  await page.evaluate((input) => window.baYen.call('pledges.save_many', input), {
    campaign_id: campaignId,
    forms,
  } as unknown);
  await expect
    .poll(async () => {
      const { total } = await ask(page, 'records.total', { kind: 'pledge', filter: {} });
      return total;
    })
    .toBeGreaterThan(each * villages.length * 0.9);
}

const drawn = (page: Page) => page.locator('canvas[data-drawn]').first();

test('a commune’s register goes to a real printer queue; without the printer the PDF stays', async ({
  program,
  folder,
}) => {
  const { page } = program;
  const office = await prepareOffice(program);
  await fill(page, office, 60);
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Xã', { exact: true }).selectOption(String(office.communeId));
  await page.keyboard.press('F2');
  await expect(drawn(page)).toBeVisible();
  const pages = Number(/\/(\d+)$/.exec((await page.getByText(/^Trang 1\/\d+$/).textContent()) ?? '')?.[1]);
  await page.getByLabel('Máy in').selectOption(queue);
  const begun = Date.now();
  await page.keyboard.press('Control+p');
  await expect(page.getByText('Đã gửi 1 văn bản tới máy in.')).toBeVisible();
  const paper = await comesOut(queue, pages, begun);
  expect(paper).toBeDefined();
  if (paper) rmSync(paper);
  removeQueue(queue);
  try {
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('alert')).toContainText(`Không tìm thấy máy in "${queue}"`);
    await page.screenshot({ path: test.info().outputPath('no-printer.png') });
    await expect(drawn(page)).toBeVisible();
    const file = join(folder, 'register.pdf');
    await program.answerDialogs({ saveFile: file });
    await page.keyboard.press('Control+s');
    await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
    expect(pageCount(file)).toBe(pages);
  } finally {
    addQueue(queue);
  }
});

test('the documents of all communes are saved into one folder', async ({ program, folder }) => {
  const { page } = program;
  await fill(page, await prepareOffice(program, communes), 30);
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Phạm vi').selectOption('all');
  await page.keyboard.press('F2');
  await expect(drawn(page)).toBeVisible();
  await program.answerDialogs({ folder });
  await page.getByRole('button', { name: 'Lưu tất cả' }).click();
  await expect(page.getByText(`Đã lưu 3 tệp vào ${folder}`)).toBeVisible();
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  expect(files).toHaveLength(3);
  for (const name of files) expect(readFileSync(join(folder, name)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('all communes, stopped on the way: no half document is left', async ({ program, folder }) => {
  const { page } = program;
  await fill(page, await prepareOffice(program, communes), 4000);
  await openPage(page, 'In sổ đăng ký');
  await page.getByLabel('Phạm vi').selectOption('all');
  await page.keyboard.press('F2');
  await page.getByRole('button', { name: 'Dừng lại' }).waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Đã dừng, chưa lập văn bản nào.')).toBeVisible();
  const places = [join(folder, 'user', 'program', 'tam-thoi'), join(folder, 'user', 'tam-thoi')];
  const made = places.find((place) => existsSync(place)) ?? '';
  expect(made).not.toBe('');
  await expect.poll(() => readdirSync(made)).toEqual([]);
  // And it is made whole when it is asked for again.
  await page.keyboard.press('F2');
  await expect(drawn(page)).toBeVisible();
  await expect(page.getByText('3 văn bản')).toBeVisible();
});
