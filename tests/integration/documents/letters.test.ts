import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import {
  makeMeetingSheet,
  makeRecoveryKeySheet,
  makeRegister,
  makeTestPage,
} from '../../../electron/data/documents/index.ts';
import { mm } from '../../../electron/data/documents/metrics.ts';
import { vietnameseLetters } from '../../../electron/data/documents/test-page.ts';
import { fontFolder, make, poppler, readPages, readTablePage } from './reader.ts';
import { agency, household, households, registerData } from './sample.ts';

const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));
const options = { fontFolder: fonts };

/** Every vowel in every tone, from its parts and not from a list, and the other letters; in both cases. */
function alphabet(): string[] {
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));
  const letters = [...vowels, ...'bcdđghklmnpqrstvx'];
  return [...letters, ...letters.map((letter) => letter.toLocaleUpperCase('vi'))];
}

describe('Vietnamese letters', () => {
  it('are all drawn and read back, in both cases', async () => {
    expect(alphabet()).toHaveLength(2 * (12 * 6 + 17));
    expect(alphabet().every((letter) => letter.length === 1)).toBe(true);
    const rows = alphabet().map((letter) => household({ head_name: letter }));
    const data = registerData([], { groups: [{ village_name: alphabet().join(''), rows }] });
    const { pdf } = make((sink) => makeRegister(data, options, sink));
    const drawn = (await readPages(pdf)).flatMap((items) => items.map(({ text }) => text));
    expect(alphabet().filter((letter) => !drawn.includes(letter))).toEqual([]);
    const lines = poppler('pdftotext', ['-raw'], pdf).split('\n');
    const missing = alphabet().filter((letter) => !lines.some((line) => line.split(' ')[1] === letter));
    expect(missing).toEqual([]);
  });

  it('are all on the test page in four faces of Tinos', async () => {
    const data = {
      office_name: 'Công an huyện Kỳ Sơn',
      printer_name: 'Canon LBP',
      document_date: '2024-12-31',
    };
    const { result, pdf } = make((sink) => makeTestPage(data, options, sink));
    expect(result).toEqual({ pages: 1 });
    const text = (await readPages(pdf)).flatMap((items) => items.map((item) => item.text)).join('\n');
    for (const letter of alphabet()) expect(text.split(letter).length, letter).toBeGreaterThan(4);
    for (const line of vietnameseLetters) expect(text).toContain(line);
    expect(text).toContain('Ngày 31 tháng 12 năm 2024');
    const faces = poppler('pdffonts', [], pdf)
      .match(/\+Tinos-\w+/g)
      ?.sort();
    expect(faces).toEqual(['+Tinos-Bold', '+Tinos-BoldItalic', '+Tinos-Italic', '+Tinos-Regular']);
  });
});

describe('the sheet for a village meeting', () => {
  const data = {
    commune_name: 'Mường Xén',
    commune_type: 'thị trấn',
    village_name: 'Khối 1',
    campaign: { title: 'Không vi phạm pháp luật', year: 2024 },
    agency,
    document_date: '2024-02-05',
    chain_head: 'ab'.repeat(32),
    sample: false,
    households: households(45),
  };

  it('lists every household with empty columns to date and sign in, at least 9 mm high', async () => {
    const { result, pdf } = make((sink) => makeMeetingSheet(data, options, sink));
    const items = await readPages(pdf);
    const pages = items.map((page) => readTablePage(page, [12, 55, 23, 14, 26, 35]));
    expect(result).toEqual({ pages: pages.length, rows: 45 });
    for (const { header } of pages) {
      expect(header).toEqual([
        ...['STT', 'Họ và tên chủ hộ', 'Năm sinh', 'Số khẩu', 'Ngày ký', 'Chữ ký/điểm chỉ'],
      ]);
    }
    const rows = pages.flatMap((page) => page.rows);
    expect(rows.map((row) => row[1])).toEqual(data.households.map((row) => row.head_name));
    expect(rows.every((row) => row[4] === '' && row[5] === '')).toBe(true);
    const numbers = (items[1] ?? []).filter(({ text, x }) => /^\d+$/.test(text) && x < mm(42) && x > mm(30));
    for (const [index, { y }] of numbers.entries()) {
      if (index > 0) expect(y - (numbers[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(mm(9));
    }
    expect(pages.at(-1)?.after.join(' ')).toMatch(/^Danh sách này có 45 hộ\. NGƯỜI LẬP .* TRƯỞNG KHỐI/);
    expect(pages[0]?.before).toContain('Khối 1, thị trấn Mường Xén');
  });
});

describe('the sheet with the recovery key', () => {
  it('shows the key in groups and keeps it out of the metadata', async () => {
    const key = 'ABCDE-23456-FGHIJ-7ABCD-KLMNO';
    const data = {
      office_name: 'Công an huyện Kỳ Sơn',
      recovery_key: key,
      created_on: '2024-02-05',
      sample: false,
    };
    const { result, pdf } = make((sink) => makeRecoveryKeySheet(data, options, sink));
    expect(result).toEqual({ pages: 1 });
    const text = (await readPages(pdf)).flatMap((items) => items.map((item) => item.text));
    expect(text).toContain('ABCDE - 23456 - FGHIJ - 7ABCD');
    expect(text).toContain('KLMNO');
    expect(text).toContain('Khóa được tạo ngày 05 tháng 02 năm 2024');
    expect(poppler('pdfinfo', [], pdf)).not.toMatch(/ABCDE|KLMNO/);
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(/ABCDE|KLMNO/);
  });
});
