import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pdf, png } from '../unit/attachments/samples.ts';
import { callFrom, logIn, makeOffice, openPage } from './fixtures/office.ts';
import { expect, test } from './fixtures/program.ts';

// A photo from the dialog to the record's page and back out, by keyboard.

const exifHead = (orientation: number) =>
  Buffer.from([
    0xff,
    0xe1,
    0,
    34,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

/** A real JPEG, drawn by the page: left half red, right half blue. */
async function drawJpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h]) => {
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#f00';
      context.fillRect(0, 0, w / 2, h);
      context.fillStyle = '#00f';
      context.fillRect(w / 2, 0, w / 2, h);
      return canvas.toDataURL('image/jpeg', 0.9);
    },
    [width, height] as const,
  );
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

/** The colours at the top and the bottom of the image that is shown large. */
function topAndBottom(page: Page, name: string): Promise<string[]> {
  return page
    .getByRole('dialog')
    .getByRole('img', { name })
    .evaluate((element) => {
      const image = element as HTMLImageElement;
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const at = (y: number) => {
        const [red = 0, , blue = 0] = context?.getImageData(Math.floor(canvas.width / 2), y, 1, 1).data ?? [];
        return red > blue ? 'red' : 'blue';
      };
      return [at(10), at(canvas.height - 10), `${canvas.width}×${canvas.height}`];
    });
}

async function withSession(page: Page): Promise<void> {
  await makeOffice(page);
  await logIn(page);
  const units = (await callFrom(page, 'units.list', { date: '2023-06-01' })) as {
    id: number;
    level: string;
  }[];
  const village = units.find(({ level }) => level === 'village')?.id ?? 0;
  await callFrom(page, 'records.create', {
    kind: 'launch_session',
    values: {
      held_on: '2023-06-01',
      launch_form: 'mass_form',
      villages: JSON.stringify([[village, 60]]),
      attendance_count: 60,
      content: 'Phát động phong trào',
    },
  });
  await openPage(page, 'Phát động');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Tệp đính kèm' })).toContainText('Chưa có ảnh');
}

test('a photo is added to a launch session, reduced and upright, shown, voided and restored', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await withSession(page);
  const drawn = await drawJpeg(page, 3000, 2000);
  // Held upright: 90° clockwise, so what was left is on top.
  const photo = Buffer.concat([drawn.subarray(0, 2), exifHead(6), drawn.subarray(2)]);
  writeFileSync(join(folder, 'Ra mắt.jpg'), photo);
  await program.answerDialogs({ files: [join(folder, 'Ra mắt.jpg')] });
  const section = page.getByRole('region', { name: /Tệp đính kèm/ });
  await page.keyboard.press('F9');
  await expect(section.getByRole('button', { name: 'Mở Ra mắt.jpg' })).toBeVisible();
  await expect(section).toContainText('1.365 × 2.048');
  await expect(section).toContainText('đã thu nhỏ');
  await expect(section).toContainText('căn cước');
  await expect(section.locator('li img')).toBeVisible();
  await page.screenshot({ path: 'test-results/attachment.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('section').analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await section.getByRole('button', { name: 'Mở Ra mắt.jpg' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  expect(await topAndBottom(page, 'Ra mắt.jpg')).toEqual(['red', 'blue', '1365×2048']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(section).toBeVisible();

  await section.getByRole('button', { name: 'Hủy tệp Ra mắt.jpg' }).press('Enter');
  await page.keyboard.insertText('chụp nhầm buổi');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('Đã hủy: chụp nhầm buổi');
  await section.getByRole('button', { name: 'Khôi phục tệp Ra mắt.jpg' }).press('Enter');
  await page.keyboard.insertText('đúng buổi này');
  await page.keyboard.press('Enter');
  await expect(section).not.toContainText('Đã hủy');
  expect(program.refused).toEqual([]);
});

test('an original stays what it is, a PDF is shown page by page, and a wrong file says why where it was added', async ({
  program,
  folder,
}) => {
  const { page } = program;
  await withSession(page);
  const names = ['gốc.jpg', 'biên bản.pdf', 'mã lệnh.pdf', 'chương trình.jpg'];
  const paths = names.map((name) => join(folder, name));
  const original = await drawJpeg(page, 2600, 300);
  const files = [
    original,
    pdf(),
    pdf(['<< /S /JavaScript /JS (app.alert(1)) >>']),
    Buffer.from('MZ\u0090 chương trình'),
  ];
  files.forEach((bytes, index) => writeFileSync(paths[index] ?? '', bytes));
  writeFileSync(join(folder, 'x.png'), png(3, 3));
  await program.answerDialogs({ files: paths });
  const section = page.getByRole('region', { name: /Tệp đính kèm/ });
  await section.getByLabel('Giữ bản gốc (không thu nhỏ)').press('Space');
  await page.keyboard.press('F9');
  await expect(section).toContainText('Tệp đính kèm (2)');
  await expect(section).toContainText('2.600 × 300');
  await expect(section.getByRole('alert')).toHaveCount(2);
  await expect(section.getByRole('alert').first()).toContainText('mã lệnh.pdf: PDF này có mã lệnh');
  await expect(section.getByRole('alert').last()).toContainText('chương trình.jpg: Tệp này không phải ảnh');
  await section.getByRole('button', { name: 'Mở biên bản.pdf' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: 'Trang 1' })).toHaveAttribute(
    'data-drawn',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await program.answerDialogs({ files: [] });
  await page.keyboard.press('F9');
  await expect(section).toContainText('Tệp đính kèm (2)');

  await openPage(page, 'Sao lưu');
  await page.getByRole('button', { name: 'Đọc lại các tệp đính kèm' }).press('Enter');
  await expect(page.getByText('Đã đọc 2 tệp đính kèm: tất cả đều đủ và đúng.')).toBeVisible();
});

test('a photo that is lost on this machine is told by the check, and comes back from the copy on a stick', async ({
  launch,
  folder,
}) => {
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  const program = await launch({ drives: [{ path: stick, label: 'SAO LƯU' }] });
  const { page } = program;
  await withSession(page);
  const path = join(folder, 'buổi ra mắt.png');
  writeFileSync(path, png(300, 200));
  await program.answerDialogs({ files: [path] });
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'Mở buổi ra mắt.png' })).toBeVisible();
  await openPage(page, 'Sao lưu');
  const usb = page.getByRole('region', { name: 'USB' });
  await usb.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(usb.getByText('Đã kiểm tra; hãy tháo thiết bị an toàn.')).toBeVisible({ timeout: 30_000 });

  const { folder: office } = (await callFrom(page, 'office.status', {})) as { folder: string };
  const store = join(office, 'attachments');
  for (const part of readdirSync(store)) rmSync(join(store, part), { recursive: true });
  await usb.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(usb.getByText('Trên máy này 1 tệp đính kèm không còn hoặc đã hỏng')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('bản sao lưu còn giữ bản tốt').first()).toBeVisible();

  const machine = page.getByRole('region', { name: 'Máy này' });
  await machine.getByRole('button', { name: 'Đọc lại các tệp đính kèm' }).press('Enter');
  await expect(machine.getByRole('alert')).toContainText('Có 1 tệp đính kèm có lỗi: 1 tệp thiếu.');
  await expect(machine.getByRole('alert')).toContainText(/buổi ra mắt\.png \(.* số 1\) – thiếu tệp/);
  await machine.getByRole('button', { name: 'Xem bản ở nơi khác' }).click();
  await machine.getByRole('button', { name: /SAO LƯU/ }).click();
  await machine.getByRole('button', { name: /^Lấy lại tệp từ: .*SAO LƯU/ }).click();
  await expect(machine.getByText('Đã lấy lại 1 tệp.')).toBeVisible();
  await machine.getByRole('button', { name: 'Đọc lại các tệp đính kèm' }).press('Enter');
  await expect(machine.getByText('Đã đọc 1 tệp đính kèm: tất cả đều đủ và đúng.')).toBeVisible();
});
