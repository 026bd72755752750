import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

// Each kind of outreach by keyboard, from its paper to its line in the list.

test.beforeEach(async ({ program: { page } }) => {
  await makeOffice(page);
  await logIn(page);
  await callFrom(page, 'records.create', { kind: 'officer', values: { full_name: 'Lầu Bá Chò' } });
});

/** Types one text after the other, each followed by Enter; an empty one leaves its field as it is. */
async function typeThrough(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }
}

/** Picks from an open list by typing: waits for the match, Enter takes it. */
async function pick(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Opens a page and its form for a new record. */
async function newRecord(page: Page, title: string): Promise<void> {
  await openPage(page, title);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Tổng số' })).toBeVisible();
  await page.keyboard.press('F4');
}

/** The list's totals, and the open record's page. */
const totals = (page: Page) => page.getByRole('status', { name: 'Tổng số' });

test('a launch session: two villages with their numbers, the content, a presenter; then the coverage', async ({
  program: { page },
}) => {
  await newRecord(page, 'Phát động');
  await typeThrough(page, '05/03/2023', '');
  await expect(page.getByRole('combobox', { name: 'Bản, khối được phát động' })).toBeFocused();
  await pick(page, 'Huồi Đun');
  await typeThrough(page, '60');
  await pick(page, 'Phà Xắc');
  await typeThrough(page, '40', '');
  await typeThrough(page, '100', '');
  await page.keyboard.insertText('Phát động toàn dân bảo vệ an ninh Tổ quốc');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('Luật Phòng, chống ma túy');
  await page.keyboard.press('Tab');
  await pick(page, 'Lau Ba Cho');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 buổi phát động');
  await expect(totals(page)).toContainText('100');
  await expect(page.getByText('Huồi Đun (60), Phà Xắc (40)').first()).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('F6');
  await page.getByLabel('Từ ngày').fill('01/01/2023');
  await page.getByLabel('Đến ngày').fill('31/12/2023');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('launch-totals')).toContainText(
    '1 buổi; 2/191 bản, khối; 1/21 xã, thị trấn; 100 lượt',
  );
  await page.screenshot({ path: 'test-results/launch-coverage.png' });
  await page.keyboard.press('F2');
  const commune = page.getByRole('region', { name: 'Huồi Tụ', exact: true });
  await expect(commune.getByRole('button', { name: /Huồi Đun/ })).toHaveCount(0);
  await expect(commune).toContainText('2/9 bản · 100 lượt');
  await page.keyboard.press('F2');
  await page.getByRole('button', { name: 'Huồi Đun: 1 buổi' }).click();
  await expect(totals(page)).toContainText('1 buổi phát động');
});

test('a picker never takes what does not fit the letters typed, and nothing half typed is saved over', async ({
  program: { page },
}) => {
  await callFrom(page, 'records.create', { kind: 'officer', values: { full_name: 'Xeo Khăm Hương' } });
  await newRecord(page, 'Tin, bài, tài liệu');
  await typeThrough(page, '20/04/2023');
  await page.getByRole('combobox', { name: 'Loại' }).selectOption({ label: 'tin' });
  await typeThrough(page, '', 'Ra quân trấn áp tội phạm', 'Báo Nghệ An');
  const author = page.getByRole('combobox', { name: 'Cán bộ thực hiện' });
  await author.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'Lầu Bá Chò' })).toBeVisible();
  await page.keyboard.insertText('khăm');
  await page.keyboard.press('Enter');
  await expect(author).toHaveValue('Xeo Khăm Hương');

  await author.fill('lau ba');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Chưa chọn: Enter để chọn trong danh sách, hoặc xóa chữ đã gõ.')).toBeVisible();
  await expect(totals(page)).toContainText('0 tin, bài');
  await page.keyboard.press('Enter');
  await expect(author).toHaveValue('Lầu Bá Chò');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 tin, bài');
});

test('the villages without a session are printed as a list, on the day that is typed', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await openPage(page, 'Phát động');
  await page.getByRole('main').getByRole('button', { name: 'Độ phủ' }).press('Enter');
  await page.getByLabel('Từ ngày').fill('01/01/2023');
  await page.getByLabel('Đến ngày').fill('31/12/2023');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('launch-totals')).toContainText('Còn thiếu 191 bản, khối');
  await page.keyboard.press('F8');
  await expect(page.getByRole('img', { name: 'Trang 1' }).or(page.locator('canvas')).first()).toBeVisible();
  await page.screenshot({ path: 'test-results/launch-missing.png' });
  await page.getByLabel('Ngày văn bản').fill('31122023');
  await page.getByLabel('Ngày văn bản').press('Enter');
  await expect(page.locator('canvas[data-drawn]').first()).toBeVisible();
  const file = join(folder, 'con-thieu.pdf');
  await program.answerDialogs({ saveFile: file });
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
  expect(text).toContain('Kỳ Sơn, ngày 31 tháng 12 năm 2023');
  expect(text).toContain('còn 191 bản, khối chưa được phát động');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('launch-totals')).toContainText('Còn thiếu 191 bản, khối');
});

test('a propaganda session, a leaflet', async ({ program: { page } }) => {
  await newRecord(page, 'Tuyên truyền');
  await typeThrough(page, '12/04/2023');
  await pick(page, 'Muong Xen');
  await typeThrough(page, '', 'Trường PTDTBT', 'Phòng, chống ma túy học đường', 'Học sinh', '350');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 buổi tuyên truyền');
  await expect(totals(page)).toContainText('350');

  await newRecord(page, 'Tin, bài, tài liệu');
  await typeThrough(page, '20/04/2023');
  await page.getByRole('combobox', { name: 'Loại' }).selectOption({ label: 'tài liệu phát' });
  await typeThrough(page, '', 'Tờ rơi phòng, chống mua bán người', 'Chợ phiên Mường Xén', '');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Cần ghi số bản đã phát.')).toBeVisible();
  await page.getByLabel('Số bản đã phát').focus();
  await page.keyboard.insertText('1.500');
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 tin, bài');
  await expect(totals(page)).toContainText('1.500');
});

test('an advisory document: its number is checked, the book gives its own', async ({ program: { page } }) => {
  await newRecord(page, 'Văn bản tham mưu');
  await typeThrough(page, '01/03/2023');
  await page.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label: 'báo cáo' });
  await typeThrough(page, '', 'Công an huyện Kỳ Sơn', '5/BC-CAH');
  await expect(page.getByText('Số nhỏ hơn 10 viết thêm số 0: 05/BC-CAH.')).toBeVisible();
  await page.getByLabel('Số, ký hiệu').fill('05/BC-CAH');
  await page.getByLabel('Trích yếu').fill('Kết quả phong trào quý I');
  await page.getByRole('combobox', { name: 'Tham mưu cho' }).selectOption({ label: 'Huyện ủy' });
  await page.getByRole('combobox', { name: 'Kết quả' }).selectOption({ label: 'chờ ký' });
  await page.keyboard.press('Control+Enter');
  await expect(totals(page)).toContainText('1 văn bản tham mưu');
  await expect(page.getByText('Số vào sổ').last()).toBeVisible();
  await page.screenshot({ path: 'test-results/advisory.png' });
});
