import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';

const project = join(import.meta.dirname, '..', '..');
const header = 'so_to,ma_xa,xa,ban,chu_ho,nam_sinh,gioi_tinh,dan_toc,so_khau,ngay_ky,hinh_thuc,ly_do_chua_ky';

/** Two communes (one that no catalogue knows), villages of no catalogue, letters taken apart, repeats. */
const forms = [
  `1,16828,Huồi Tụ,Suối Mới,${'Vừ Bá Rê'.normalize('NFD')},08/10/1990,Nam,Mông,6,11/05/2024,ký,`,
  '2,16828,Huồi Tụ,Suối Mới,  Lầu  Y   Súa ,1964,Nữ,Mông,8,,chưa ký,từ chối',
  '3,16828,Huồi Tụ,Suối Mới,LỲ BÁ PÀ,1959,Nam,,4,11/05/2024,điểm chỉ,',
  '4,16828,Huồi Tụ,Suối Mới,Vừ Bá Rê,08/10/1990,Nam,Mông,6,12/05/2024,ký,',
  '9,16828,Huồi Tụ,Suối Mới,Hờ Thị Hoà,1971,Nữ,Mông,3,12/05/2024,đại diện,',
  '10,16828,Huồi Tụ,Huồi Đun,Xeo Khăm Hương,1978,Nữ,Khơ Mú,5,29/02/2024,ký,',
  '11,16828,Huồi Tụ,Huồi Đun,Xeo Khăm Hương,1978,Nữ,Khơ Mú,5,29/02/2024,ký,',
  '1,99001,Pù Lôm,Cò Phạt,"Moong, Phò Lư",1950,Nam,,1,01/06/2024,ký,',
];

const restored = [
  ['1', 'Suối Mới', 'Vừ Bá Rê', '08/10/1990', 'Nam', '6', '11/05/2024', 'ký'],
  ['2', 'Suối Mới', 'Lầu Y Súa', '1964', 'Nữ', '8', '', 'chưa ký'],
  ['3', 'Suối Mới', 'LỲ BÁ PÀ', '1959', 'Nam', '4', '11/05/2024', 'điểm chỉ'],
  ['9', 'Suối Mới', 'Hờ Thị Hoà', '1971', 'Nữ', '3', '12/05/2024', 'đại diện'],
  ['10', 'Huồi Đun', 'Xeo Khăm Hương', '1978', 'Nữ', '5', '29/02/2024', 'ký'],
  ['1', 'Cò Phạt', 'Moong, Phò Lư', '1950', 'Nam', '1', '01/06/2024', 'ký'],
];

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ba-yen-demo-test-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function demo(rows: readonly string[]) {
  const file = join(folder, 'forms.csv');
  writeFileSync(file, `\ufeff${[header, ...rows].join('\r\n')}\r\n`);
  const args = [join(project, 'scripts', 'demo.ts'), '--out', join(folder, 'out'), '--forms', file];
  return spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
}

test('the demo does the main job and leaves what it says', () => {
  test.setTimeout(240_000);
  const run = demo(forms);
  expect(run.stderr).not.toContain('The demo failed');
  expect(run.status).toBe(0);
  const out = join(folder, 'out');
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Record<string, unknown>;
  expect(summary).toEqual({
    forms_read: 8,
    forms_typed_in_window: 5,
    duplicates_skipped: 2,
    conflicts: 1,
    households_saved: 6,
    pledges_signed: 5,
    pledges_not_signed: 1,
    register_rows: 6,
    register_pages: 2,
    backup_verified: true,
    restored_households: 6,
    keystrokes_per_form_stack: expect.any(Number),
    seconds_total: expect.any(Number),
    runtime: expect.stringMatching(/^(Chromium|Electron) \d/),
  });
  // Five Enters; an F-key on three forms, F7 and Enter for a number that jumps, Ctrl+Enter for a repeat.
  expect(summary['keystrokes_per_form_stack']).toBeLessThanOrEqual(6.2);
  for (const key of Object.keys(summary)) expect(run.stdout).toContain(key);

  const rows: string[][] = parse(readFileSync(join(out, 'restored.csv')));
  expect(rows.slice(1)).toEqual(restored);
  const textOf = (name: string) =>
    spawnSync('pdftotext', [join(out, name), '-'], { encoding: 'utf8' }).stdout;
  expect(textOf('minutes.pdf')).toContain('Ý kiến của nhân dân (3 ý kiến)');
  expect(textOf('receipt.pdf')).toContain('Mười hai triệu năm trăm nghìn đồng');
  expect(textOf('handover.pdf')).toContain('Vừ Bá Rê');
  expect(readdirSync(out).sort()).toEqual([
    'handover.pdf',
    'minutes.pdf',
    'receipt.pdf',
    'register-16828.pdf',
    'register-99001.pdf',
    'restored.csv',
    'screens',
    'summary.json',
    'usb',
  ]);
  expect(readdirSync(join(out, 'usb')).some((name) => name.endsWith('.bayen'))).toBe(true);

  const screens = readdirSync(join(out, 'screens'));
  expect(screens.every((name) => name.endsWith('.png'))).toBe(true);
  const pictures = screens.map((name) => readFileSync(join(out, 'screens', name)));
  const sizes = pictures.map((picture) => `${picture.readUInt32BE(16)}×${picture.readUInt32BE(20)}`);
  expect(new Set(sizes)).toEqual(new Set(['1366×768']));
  const different = new Set(pictures.map((picture) => createHash('sha256').update(picture).digest('hex')));
  expect(different.size).toBeGreaterThanOrEqual(12);
});

test('a file with a line that cannot be is refused by that line, before anything is set up', () => {
  const run = demo([...forms, '12,16828,Huồi Tụ,Huồi Đun,Già Y Khù,1943,Nữ,Mông,1,31/02/2024,ký,']);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('Dòng 10');
  expect(readdirSync(folder)).toEqual(['forms.csv']);
});
