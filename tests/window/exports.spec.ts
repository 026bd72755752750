import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { poppler } from '../integration/documents/reader.ts';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

const documentOf = (day: string, more: object = {}) => ({
  dated: day,
  doc_type: 'report',
  issuing_agency: 'Công an huyện Kỳ Sơn',
  doc_summary: `Kết quả phong trào, báo cáo ngày ${day}`,
  addressee: 'party_committee',
  signed_result: 'pending',
  ...more,
});

async function furnish(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await makeOffice(page);
  await logIn(page);
  const kind = 'advisory_document';
  await callFrom(page, 'records.create', { kind, values: documentOf('2023-02-01') });
  await callFrom(page, 'records.create', {
    kind,
    values: documentOf('2023-03-01', { signed_result: 'reserved' }),
  });
  await callFrom(page, 'records.create', { kind, values: documentOf('2023-04-01') });
  await callFrom(page, 'records.void', { kind, id: 3, version: 1, reason: 'ghi nhầm' });
  const units = (await callFrom(page, 'units.list', { date: '2023-06-01' })) as {
    id: number;
    level: string;
  }[];
  const village_id = units.find(({ level }) => level === 'village')?.id;
  const head = { village_id, head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5 };
  await callFrom(page, 'households.add', head);
}

const sheetOf = (file: string): unknown[][] => {
  const book = read(readFileSync(file), {});
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
};

test('by keyboard: a list goes into a spreadsheet, with personal data only when ticked; a full list of keys is on F1', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await furnish(page);
  await openPage(page, 'Hộ gia đình');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('1 hộ gia đình');
  await page.keyboard.press('F1');
  await expect(page.getByRole('complementary', { name: 'Trợ giúp' })).toContainText('Xuất Excel');
  await expect(page.getByRole('complementary', { name: 'Trợ giúp' })).toContainText('In sổ');
  await page.keyboard.press('Escape');

  const file = join(folder, 'ho.xlsx');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('checkbox', { name: /^Kèm dữ liệu cá nhân: Họ và tên chủ hộ/ })).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('choices.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã xuất 1 dòng nhưng chưa lưu vào đâu.')).toBeVisible();
  await program.answerDialogs({ saveFile: file });
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Đã xuất 1 dòng, lưu ở: ${file}`)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('saved.png') });
  expect(JSON.stringify(sheetOf(file))).not.toContain('Vừ Bá Rê');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+e');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã xuất 1 dòng, lưu ở')).toBeVisible();
  expect(sheetOf(file)[1]).toEqual(expect.arrayContaining([1, 'Vừ Bá Rê', 1978]));

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('không có ai');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('0 hộ gia đình');
  await page.keyboard.press('Control+e');
  await expect(page.getByText('Danh sách đang trống: không có gì để xuất hay in.')).toBeVisible();
});

test('a file that cannot be written says why, and the spreadsheet is still there to be saved elsewhere', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await furnish(page);
  await openPage(page, 'Văn bản tham mưu');
  await expect(page.getByRole('status', { name: 'Tổng số' })).toContainText('2 văn bản');
  await program.answerDialogs({ saveFile: join(folder, 'không có', 'sổ.xlsx') });
  await page.keyboard.press('Control+e');
  await page.getByRole('button', { name: 'Xuất danh sách này' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('không còn nữa');
  mkdirSync(join(folder, 'không có'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã xuất 2 dòng, lưu ở')).toBeVisible();
  expect(sheetOf(join(folder, 'không có', 'sổ.xlsx'))).toHaveLength(3);
});

test('by keyboard: the book of documents is made, looked at and saved; its list stands as before', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await furnish(page);
  await openPage(page, 'Văn bản tham mưu');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+p');
  const book = page.getByRole('region', { name: 'In sổ' });
  await expect(book.getByLabel('Ngày văn bản')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('31122023');
  await page.keyboard.press('F2');
  await expect(book.locator('canvas[data-drawn]').first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('book.png') });
  const file = join(folder, 'so.pdf');
  await program.answerDialogs({ saveFile: file });
  await page.keyboard.press('Control+s');
  await expect(page.getByText(`Đã lưu: ${file}`)).toBeVisible();
  expect(existsSync(file)).toBe(true);
  const text = poppler('pdftotext', ['-layout'], readFileSync(file));
  expect(text).toContain('SỔ VĂN BẢN THAM MƯU');
  expect(text).toContain('Sổ này có 3 văn bản tham mưu, trong đó 1 giữ số, 1 đã hủy.');
  await page.keyboard.press('Escape');
  await expect(book).toHaveCount(0);
  await expect(page.getByRole('grid')).toBeFocused();
});
