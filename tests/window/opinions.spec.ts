import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pdf } from '../unit/attachments/samples.ts';
import { administrator, callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

// The board's panel: each answer is corrected on its own, and a transfer says what goes before it goes.

const content = 'Đề nghị tuần tra ban đêm';

/** An office with a forum and the usual topics. */
async function withForum(page: Page): Promise<void> {
  await makeOffice(page);
  await logIn(page);
  await callFrom(page, 'opinions.usual_topics', {});
  const units = (await callFrom(page, 'units.list', { date: '2023-05-12' })) as {
    id: number;
    level: string;
  }[];
  const commune_id = units.find(({ level }) => level === 'commune')?.id;
  await callFrom(page, 'records.create', {
    kind: 'forum',
    values: {
      ...{ held_on: '2023-05-12', forum_level: 'commune', commune_id, place: 'Nhà văn hóa bản Huồi Đun' },
      ...{ police_chair: 'Nguyễn Văn Đức', front_chair: 'Lầu Bá Chò', secretary: 'Xeo Khăm Hương' },
      ...{ attendees: 'Nhân dân', attendance_count: 75 },
    },
  });
}

/** An opinion that was answered on the spot, handed on, and answered again, open beside the board. */
async function withOpinion(page: Page): Promise<void> {
  await withForum(page);
  const { id, version } = (await callFrom(page, 'opinions.add', {
    ...{ forum_id: 1, topic_id: 1, opinion_kind: 'proposal', about: 'commune_police', about_other: null },
    ...{ content, answer: 'Sẽ tuần tra ba đêm.', handling: 'assigned', responsible_agency: 'Công an xã' },
  })) as { id: number; version: number };
  const nothing = { responsible_agency: null, transfer_to: null, transfer_number: null, note: null };
  const answer = { step: 'answer', step_on: '2023-05-20', answer: 'Đã lập tổ tuần tra.' };
  await callFrom(page, 'opinions.take_step', { id, version, ...nothing, ...answer });
  await openPage(page, 'Ý kiến, kiến nghị');
  await page
    .getByRole('group', { name: 'Số ý kiến' })
    .getByRole('button', { name: /đã trả lời/ })
    .click();
  await page.getByRole('row').filter({ hasText: content }).press('Enter');
}

test('what was answered at the forum and what came later are corrected apart', async ({ program }) => {
  const { page } = program;
  await withOpinion(page);
  await page.getByRole('button', { name: 'Sửa', exact: true }).press('Enter');
  const spot = page.getByLabel('Trả lời tại diễn đàn (in trong biên bản)');
  await expect(spot).toHaveValue('Sẽ tuần tra ba đêm.');
  await expect(page.getByLabel('Trả lời sau diễn đàn')).toHaveValue('Đã lập tổ tuần tra.');
  await spot.fill('Sẽ tuần tra mỗi đêm.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã lưu thay đổi.')).toBeVisible();
  await page.getByRole('button', { name: 'Sửa', exact: true }).press('Enter');
  await expect(spot).toHaveValue('Sẽ tuần tra mỗi đêm.');
  await expect(page.getByLabel('Trả lời sau diễn đàn')).toHaveValue('Đã lập tổ tuần tra.');
});

test('a transfer names the attachments that go, and offers no way back', async ({ program, folder }) => {
  const { page } = program;
  await withOpinion(page);
  writeFileSync(join(folder, 'Đơn.pdf'), pdf());
  await program.answerDialogs({ files: [join(folder, 'Đơn.pdf')] });
  await expect(page.getByText('Chưa có ảnh hay bản quét nào')).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'Mở Đơn.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Chuyển quy trình khác', exact: true }).press('Enter');
  const warning = page.getByRole('alert').filter({ hasText: 'không hoàn tác được' });
  await expect(warning).toContainText('Đơn.pdf');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.screenshot({ path: 'test-results/transfer.png' });
  await page.getByLabel('Khiếu nại', { exact: true }).check();
  await page.getByLabel('Chuyển đến').fill('Thanh tra huyện');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã ghi: chuyển quy trình khác.')).toBeVisible();
  const panel = page.getByRole('region', { name: 'Ý kiến 1' });
  await expect(panel).toContainText('Thanh tra huyện');
  await expect(panel).not.toContainText(content);
  for (const name of ['Hoàn tác', 'Hoàn tác bước cuối', 'Sửa', 'Thêm ảnh, PDF'])
    await expect(page.getByRole('button', { name, exact: true }), name).toHaveCount(0);
  await expect(page.getByText('Đơn.pdf')).toHaveCount(0);
});

test('who waits for an answer has a name and an address, and what was added is offered no more', async ({
  program,
}) => {
  const { page } = program;
  await withForum(page);
  await openPage(page, 'Diễn đàn');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nhập ý kiến' }).press('Enter');
  await page.keyboard.type('ma tuy');
  await expect(page.getByRole('option', { name: /Ma túy/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Nội dung').fill(content);
  await page.getByLabel('Người nêu cần trả lời bằng văn bản').check();
  await page.getByLabel('Họ tên người nêu').fill('Vừ Y Mái');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Cần ghi cả họ tên và địa chỉ.')).toBeVisible();
  await page.getByLabel('Địa chỉ nhận văn bản').fill('Bản Huồi Đun');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Đã thêm ý kiến 1.')).toBeVisible();
  const draft = () => callFrom(page, 'drafts.get', { form: 'opinion:1' });
  // A draft is written two seconds after a change.
  await page.waitForTimeout(3000);
  expect(await draft()).toMatchObject({ content: null });
  await page.keyboard.press('Escape');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Nhập ý kiến' }).press('Enter');
  await expect(page.getByText('1 ý kiến, 1 còn phải trả lời')).toBeVisible();
  await expect(page.getByText(/Còn ý kiến nhập dở/)).toHaveCount(0);
});

test('a summary bears the day that is typed, and tells what stood on it', async ({ program, folder }) => {
  const { page } = program;
  await withOpinion(page);
  await openPage(page, 'Diễn đàn');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bảng tổng hợp' }).press('Enter');
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  const day = page.getByLabel('Ngày văn bản');
  await day.fill('31/02/2023');
  await day.press('Enter');
  await expect(page.getByText('Tháng 2 năm 2023 không có ngày 31.')).toBeVisible();
  await day.fill('11052023');
  await day.press('Enter');
  await expect(page.getByText('Đến ngày 11/05/2023 không có ý kiến nào để tổng hợp.')).toBeVisible();
  await day.fill('19/05/2023');
  await day.press('Enter');
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  const file = join(folder, 'tong-hop.pdf');
  await program.answerDialogs({ saveFile: file });
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  expect(text).toContain('Kỳ Sơn, ngày 19 tháng 5 năm 2023');
  expect(text).toContain('tính đến ngày 19/05/2023: 0 đã trả lời, 1 còn phải trả lời');
  expect(text).not.toContain('Đã lập tổ tuần tra.');
});

test('a name that was looked at is looked at anew after the screen was locked', async ({ program }) => {
  const { page } = program;
  await withForum(page);
  const speaker = { full_name: 'Vừ Y Mái', address: 'Bản Huồi Đun' };
  await callFrom(page, 'opinions.add', {
    ...{ forum_id: 1, topic_id: 1, opinion_kind: 'proposal', about: 'commune_police', about_other: null },
    ...{ content, answer: null, handling: 'assigned', responsible_agency: null, speaker },
  });
  await openPage(page, 'Ý kiến, kiến nghị');
  await page.getByRole('row').filter({ hasText: content }).press('Enter');
  const reveal = page.getByRole('button', { name: /Xem họ tên/ });
  await reveal.press('Enter');
  await expect(page.getByText('Vừ Y Mái, Bản Huồi Đun')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Máy đang khóa' })).toBeVisible();
  // Not even behind the lock.
  expect(await page.locator('body').innerHTML()).not.toContain('Vừ Y Mái');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(administrator.password);
  await page.keyboard.press('Enter');
  await expect(reveal).toBeVisible();
  await expect(page.getByText('Vừ Y Mái')).toHaveCount(0);
});
