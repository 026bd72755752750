import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { addQueue, comesOut, removeQueue, startScheduler } from '../support/print-queue.ts';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

const queue = 'BaYenDienDan';
let endScheduler: () => Promise<void>;
test.beforeAll(async () => {
  endScheduler = await startScheduler();
  addQueue(queue);
});
test.afterAll(async () => {
  removeQueue(queue);
  await endScheduler();
});

async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Types a text and goes on with Enter. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Types a part of a name, takes the first that fits and goes on. */
async function pick(page: Page, text: string, name: RegExp): Promise<void> {
  await page.keyboard.type(text);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
}

/** A forum of 12/05/2023, typed from its first field to its last. */
async function typeForum(page: Page): Promise<void> {
  await openPage(page, 'Diễn đàn');
  await expect(page.getByText('Chưa có diễn đàn nào.')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByLabel('Ngày tổ chức')).toBeFocused();
  await type(page, '12052023');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pick(page, 'huoi tu', /Huồi Tụ/);
  await page.keyboard.press('Enter');
  await type(page, 'Nhà văn hóa bản Huồi Đun');
  await type(page, '05/BB-CAH');
  await type(page, '8h');
  await type(page, '11:05');
  await type(page, 'Thượng tá Nguyễn Văn Đức, Trưởng Công an huyện');
  await type(page, 'Ông Lầu Bá Chò, Chủ tịch MTTQ huyện');
  await type(page, 'Đại úy Xeo Khăm Hương');
  await page.keyboard.type('Cấp ủy, UBND xã, trưởng bản và nhân dân');
  await page.keyboard.press('Tab');
  await page.keyboard.type('75');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm diễn đàn.')).toBeVisible();
}

test('a forum with three opinions by keyboard, its minutes on paper, and the board takes the next step', async ({
  program,
  folder,
}) => {
  test.slow();
  const { page } = program;
  await makeOffice(page);
  await logIn(page);
  const values = { year: 2023, title: 'Đợt 2023', from_date: '2023-01-01', to_date: '2023-12-31' };
  await callFrom(page, 'records.create', { kind: 'pledge_campaign', values });
  await typeForum(page);
  await expectSound(page);
  await page.getByRole('button', { name: 'Nhập ý kiến' }).press('Enter');
  await expect(page.getByLabel('Chủ đề')).toBeFocused();
  await expectSound(page);

  // The first one: assigned to the commune's police.
  await pick(page, 'ma tuy', /Ma túy/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await type(page, 'Đề nghị tuần tra ban đêm');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await type(page, 'Công an xã Huồi Tụ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm ý kiến 1.')).toBeVisible();

  // The second: explained on the spot; what is missing is said under its field and nothing is lost.
  await expect(page.getByLabel('Chủ đề')).toBeFocused();
  await pick(page, 'cu tru', /Cư trú/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await type(page, 'Làm căn cước ở đâu?');
  await page.getByLabel('Hướng xử lý').selectOption('explained');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Giải trình tại chỗ thì ghi nội dung trả lời.')).toBeVisible();
  await expect(page.getByLabel('Trả lời', { exact: true })).toBeFocused();
  await page.keyboard.type('Tại Công an xã, các ngày trong tuần.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm ý kiến 2.')).toBeVisible();

  // The third wants a written answer; what is half typed is kept, the name is not.
  await pick(page, 'giao thong', /Giao thông/);
  await page.getByLabel('Nội dung').fill('Đề nghị sửa cầu treo');
  await page.getByLabel('Hướng xử lý').selectOption('assigned');
  await page.getByLabel('Người nêu cần trả lời bằng văn bản').check();
  await page.getByLabel('Họ tên người nêu').fill('Vừ Y Mái');
  await page.getByLabel('Địa chỉ nhận văn bản').fill('Bản Huồi Đun');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã thêm ý kiến 3.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '3 ý kiến, 2 còn phải trả lời' })).toBeVisible();
  await page.getByLabel('Nội dung').fill('nhập dở');
  await page.getByLabel('Người nêu cần trả lời bằng văn bản').check();
  await page.getByLabel('Họ tên người nêu').fill('Moong Thị Dở');
  await page.getByLabel('Họ tên người nêu').press('Enter');
  const forumId = 1;
  await expect
    .poll(async () => JSON.stringify(await callFrom(page, 'drafts.get', { form: `opinion:${forumId}` })))
    .toContain('nhập dở');
  const draft = JSON.stringify(await callFrom(page, 'drafts.get', { form: `opinion:${forumId}` }));
  expect(draft).not.toContain('Moong');

  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { level: 1, name: 'Biên bản diễn đàn' })).toBeVisible();
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  await page.getByLabel('Máy in').selectOption(queue);
  const pages = Number(/\/(\d+)$/.exec((await page.getByText(/^Trang 1\/\d+$/).textContent()) ?? '')?.[1]);
  const begun = Date.now();
  await page.keyboard.press('Control+p');
  await expect(page.getByText('Đã gửi 1 văn bản tới máy in.')).toBeVisible();
  const paper = await comesOut(queue, pages, begun);
  expect(paper).toBeDefined();
  if (paper) rmSync(paper);
  const file = join(folder, 'bien-ban.pdf');
  await program.answerDialogs({ saveFile: file });
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(
    /\s+/g,
    ' ',
  );
  expect(text).toContain('Ý kiến của nhân dân (3 ý kiến)');
  expect(text).toContain('Đề nghị tuần tra ban đêm');
  expect(text).toContain('Trả lời tại diễn đàn: Tại Công an xã, các ngày trong tuần.');
  expect(text).not.toContain('Vừ Y Mái');

  await openPage(page, 'Ý kiến, kiến nghị');
  const counts = page.getByRole('group', { name: 'Số ý kiến' });
  await expect(counts.getByRole('button', { name: '2 quá hạn' })).toBeVisible();
  await expectSound(page);
  const row = page.getByRole('row').filter({ hasText: 'Đề nghị tuần tra ban đêm' });
  await expect(row.locator('[data-due="overdue"]')).toBeVisible();
  await row.focus();
  await page.keyboard.press('F2');
  await expect(page.getByRole('button', { name: 'Ghi bước: bắt đầu xử lý' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi: bắt đầu xử lý.')).toBeVisible();
  await expectSound(page);
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: 'Đề nghị sửa cầu treo' }).press('Enter');
  await expect(page.getByText('Vừ Y Mái')).toHaveCount(0);
  await page.getByRole('button', { name: /Xem họ tên/ }).press('Enter');
  await expect(page.getByText('Vừ Y Mái, Bản Huồi Đun')).toBeVisible();
  await page.getByRole('button', { name: 'Sửa', exact: true }).press('Enter');
  await page.getByLabel('Nội dung').fill('Đề nghị sửa cầu treo bản Huồi Đun');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu thay đổi.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'cầu treo bản Huồi Đun' })).toBeVisible();
  await openPage(page, 'Bắt đầu');
  await page.getByRole('button', { name: /ý kiến quá hạn trả lời/ }).press('Enter');
  await expect(counts.getByRole('button', { name: '2 quá hạn' })).toHaveAttribute('aria-pressed', 'true');
});
