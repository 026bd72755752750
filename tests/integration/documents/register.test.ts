import { afterAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { makeMeetingSheet, makeRegister } from '../../../electron/data/documents/index.ts';
import type { Drawn, RegisterData } from '../../../electron/data/documents/index.ts';
import { area, mm } from '../../../electron/data/documents/metrics.ts';
import { registerColumns } from '../../../electron/data/documents/register-columns.ts';
import { clippedWords, fontFolder, make, poppler, readPages, readTablePage } from './reader.ts';
import { household, households, registerData } from './sample.ts';

const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));

const usual = ['STT', 'Họ và tên chủ hộ', 'Năm sinh', 'Số khẩu', 'Ngày ký', 'Hình thức', 'Ghi chú'];

async function read(data: RegisterData) {
  const { result, pdf } = make((sink) => makeRegister(data, { fontFolder: fonts }, sink));
  const widths = registerColumns(data).map(({ width }) => width);
  const items = await readPages(pdf);
  return {
    result,
    pdf,
    items,
    clipped: clippedWords(pdf, widths),
    pages: items.map((page) => readTablePage(page, widths)),
  };
}

describe('the register of a commune', () => {
  it('has every household once and in order, with what its form says', async () => {
    const data = registerData([75, 1, 120, 1300]);
    const { result, pages, clipped } = await read(data);
    const expected = [...data.groups].flatMap(({ rows }) => rows);
    const rows = pages.flatMap((page) => page.rows);
    expect(result).toEqual({ pages: pages.length, rows: 1496, signed: 1247 });
    expect(rows.map(([number]) => number)).toEqual(
      expected.map((_, index) => (index + 1).toLocaleString('de-DE')),
    );
    expect(rows.map((row) => row[1])).toEqual(expected.map((row) => row.head_name));
    expect(rows[0]?.slice(2)).toEqual(['08/10/1990', '1', '19/05/2023', 'ký', '']);
    expect(rows[1]?.slice(2)).toEqual(['1941', '2', '19/05/2023', 'điểm chỉ', '']);
    expect(rows[2]?.slice(2)).toEqual(['1942', '3', '19/05/2023', 'đại diện', '']);
    expect(rows[4]?.slice(2)).toEqual(['1944', '5', '', 'chưa ký', '']);
    expect(rows[5]?.slice(2)).toEqual(['1945', '6', '19/05/2023', 'ký', 'Vợ ký thay']);
    expect(rows.every((row) => /^(ký|điểm chỉ|đại diện|chưa ký)$/.test(row[5] ?? ''))).toBe(true);
    expect(clipped).toEqual([]);
  });

  it('repeats the header on every page and has no row of column numbers', async () => {
    const { pages } = await read(registerData([100]));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.header).toEqual(usual);
      expect(page.rows[0]?.[1]).not.toBe('2');
    }
  });

  it('heads and sums every village and closes with the exact sentences', async () => {
    const { pages, pdf } = await read(registerData([665, 0, 6]));
    const bands = pages.flatMap((page) => page.order).filter((text) => !/^[\d.]+$/.test(text));
    expect(bands).toEqual([
      'Huồi Đun 1 (665 hộ)',
      'Cộng: 665 hộ, trong đó 554 hộ đã ký.',
      'Huồi Đun 2 (0 hộ)',
      'Cộng: 0 hộ, trong đó 0 hộ đã ký.',
      'Huồi Đun 3 (6 hộ)',
      'Cộng: 6 hộ, trong đó 5 hộ đã ký.',
    ]);
    const text = poppler('pdftotext', ['-raw'], pdf);
    expect(text).toContain(
      '\nDanh sách này có 671 hộ, trong đó 559 hộ đã ký, đạt 83,3%.\nBằng chữ: Sáu trăm bảy mươi mốt hộ.\n',
    );
  });

  it('numbers its pages in the middle of the sheet and has nothing else in the top margin', async () => {
    const { items } = await read(registerData([150]));
    for (const [index, page] of items.entries()) {
      const above = page.filter(({ y }) => y < area.top);
      expect(above.map(({ text }) => text)).toEqual(index === 0 ? [] : [String(index + 1)]);
      for (const { x, width } of above) expect(Math.abs(x + width / 2 - mm(105))).toBeLessThan(mm(0.5));
    }
  });

  it('draws page number and chain head before the table', async () => {
    const { pages } = await read(registerData([150]));
    const chain = `Đầu chuỗi nhật ký: ${'9f3c'.repeat(16)}`;
    expect(pages[0]?.before[0]).toBe(chain);
    expect(pages.slice(1).map(({ before }) => before)).toEqual(
      pages.slice(1).map((_, index) => [String(index + 2), chain]),
    );
  });

  it('has the letterhead, the agency signer on the right and no village chief', async () => {
    const { items, pages } = await read(registerData([3]));
    expect(pages[0]?.before.slice(1)).toEqual([
      'CÔNG AN TỈNH NGHỆ AN',
      'CÔNG AN HUYỆN KỲ SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Kỳ Sơn, ngày 05 tháng 3 năm 2024',
      'DANH SÁCH HỘ GIA ĐÌNH KÝ CAM KẾT',
      'Không vi phạm pháp luật, không tham gia tệ nạn xã hội năm 2023',
      'Xã Huồi Tụ',
    ]);
    expect(pages[0]?.after.slice(2)).toEqual([
      'NGƯỜI LẬP',
      '(Ký, ghi rõ họ tên)',
      'TRƯỞNG CÔNG AN HUYỆN',
      '(Ký, ghi rõ họ tên)',
      'Thượng tá Nguyễn Văn A',
    ]);
    const x = (text: string) => items[0]?.find((item) => item.text === text)?.x ?? NaN;
    expect(x('NGƯỜI LẬP')).toBeLessThan(x('TRƯỞNG CÔNG AN HUYỆN'));
  });
});

describe('other copies', () => {
  it('lets the village chief and a deputy sign the document of a village', async () => {
    const deputy = { ...registerData([]).agency, deputy_title: 'Phó Trưởng Công an huyện' };
    const { pages } = await read(
      registerData([4], { scope: 'village', village_name: 'Huồi Đun 1', agency: deputy }),
    );
    expect(pages[0]?.after).toContain('TRƯỞNG BẢN');
    expect(pages[0]?.after.join('\n')).toContain('KT. TRƯỞNG CÔNG AN HUYỆN\nPHÓ TRƯỞNG CÔNG AN HUYỆN');
    expect(pages[0]?.before).toContain('Bản Huồi Đun 1, xã Huồi Tụ');
    const town = registerData([4], { scope: 'village', village_name: 'Khối 1', commune_type: 'thị trấn' });
    expect((await read(town)).pages[0]?.after).toContain('TRƯỞNG KHỐI');
  });

  it('prints practical reasons on the internal copy only, and says what it is', async () => {
    const open = await read(registerData([12]));
    const internal = await read(registerData([12], { internal: true }));
    expect(poppler('pdftotext', ['-raw'], open.pdf)).not.toMatch(/làm ăn xa|nội bộ/);
    expect(internal.pages[0]?.rows.map((row) => row[6])).toEqual([
      ...['', '', '', '', 'Đi làm ăn xa', 'Vợ ký thay'],
      ...['', '', '', '', 'Đi làm ăn xa', ''],
    ]);
    expect(internal.pages[0]?.before).toContain('(Bản lưu nội bộ)');
  });

  it('bears the watermark on every page of sample data only, before the table', async () => {
    const sample = await read(registerData([80], { sample: true }));
    for (const page of sample.items) {
      expect(page[0]).toMatchObject({ text: 'DỮ LIỆU MẪU', upright: false });
    }
    expect(poppler('pdftotext', ['-raw'], sample.pdf)).toContain('DỮ LIỆU MẪU');
    const real = await read(registerData([80]));
    expect(real.items.flat().some(({ text }) => text.includes('MẪU'))).toBe(false);
  });

  it.each([
    [{ ethnicity: true, signature: false }, ['Dân tộc']],
    [{ ethnicity: false, signature: true }, ['Chữ ký']],
    [{ ethnicity: true, signature: true }, ['Dân tộc', 'Chữ ký']],
  ])('has the optional columns %j without clipping', async (columns, extra) => {
    const { pages, clipped } = await read(registerData([60], { columns }));
    expect(pages[0]?.header).toHaveLength(7 + extra.length);
    expect(pages[0]?.header).toEqual(expect.arrayContaining([...usual, ...extra]));
    expect(clipped).toEqual([]);
  });

  it('is a decent page without any household', async () => {
    const { result, pages } = await read(registerData([]));
    expect(result).toEqual({ pages: 1, rows: 0, signed: 0 });
    expect(pages[0]?.header).toEqual(usual);
    expect(pages[0]?.after.slice(0, 2)).toEqual([
      'Danh sách này có 0 hộ, trong đó 0 hộ đã ký.',
      'Bằng chữ: Không hộ.',
    ]);
  });

  it('wraps long names and notes, breaks endless words and shrinks a row that is too tall', async () => {
    const rows = households(40);
    const name = 'Moong Thị Khăm Hương Xúc Phương Nguyễn Bá Khăm Phà Lường';
    const endless = 'Nguyễnvănkhôngcódấucáchrấtdàikhôngngắtđượcởđâucảthìvẫnphảinguyênvẹn';
    const note = Array.from({ length: 300 }, (_, index) => `chữ${index}`).join(' ');
    rows[1] = household({ head_name: name });
    rows[2] = household({ head_name: endless });
    rows[3] = household({ note });
    for (const columns of [
      { ethnicity: false, signature: false },
      { ethnicity: true, signature: true },
    ]) {
      const { pages, items, clipped } = await read(
        registerData([], { columns, groups: [{ village_name: 'Huồi Đun', rows }] }),
      );
      const all = pages.flatMap((page) => page.rows);
      expect(clipped).toEqual([]);
      expect(all[1]?.[1]).toBe(name);
      expect(all[2]?.[1]?.replaceAll(' ', '')).toBe(endless);
      expect(all[3]?.some((cell) => cell.replaceAll(' ', '') === note.replaceAll(' ', ''))).toBe(true);
      for (const { x, width, y, text } of items.flat()) {
        expect(x + width, text).toBeLessThanOrEqual(area.right + 0.01);
        expect(y, text).toBeLessThan(area.bottom + mm(9));
      }
    }
  });
});

it('draws a long name of four words in one line, on the register and on the meeting sheet', () => {
  const head_name = 'Nguyễn Thị Hồng Nhung';
  const rows = [household({ head_name })];
  const drawn: Drawn[] = [];
  const options = { fontFolder: fonts, record: (thing: Drawn) => void drawn.push(thing) };
  const data = registerData([], { groups: [{ village_name: 'Huồi Đun', rows }] });
  make((sink) => makeRegister(data, options, sink));
  make((sink) => makeMeetingSheet({ ...data, village_name: 'Huồi Đun', households: rows }, options, sink));
  expect(drawn.filter((thing) => thing.kind === 'text' && thing.text === head_name)).toHaveLength(2);
});

it('the check for clipping itself finds words that leave their column', async () => {
  const { pdf } = await read(registerData([5]));
  const narrow = registerColumns(registerData([])).map(({ width }) => width * 0.9);
  expect(clippedWords(pdf, narrow)).not.toEqual([]);
});

describe('the file', () => {
  it('embeds Tinos and nothing else, and names no author', async () => {
    const { pdf } = await read(registerData([50], { internal: true }));
    const fontLines = poppler('pdffonts', [], pdf).trim().split('\n').slice(2);
    expect(fontLines.length).toBeGreaterThan(0);
    for (const line of fontLines)
      expect(line).toMatch(/^[A-Z]{6}\+Tinos-(Regular|Bold|Italic) .* yes yes yes /);
    const info = poppler('pdfinfo', [], pdf);
    expect(info).toMatch(/^Title: +Danh sách hộ gia đình ký cam kết - Xã Huồi Tụ$/m);
    expect(info).toMatch(/Page size: .*\(A4\)/);
    expect(info).not.toMatch(/^Author/m);
    expect(info).not.toContain('Nguyễn Văn A');
  });

  it('is the same for the same data', () => {
    const once = () => make((sink) => makeRegister(registerData([50]), { fontFolder: fonts }, sink)).pdf;
    expect(Buffer.compare(once(), once())).toBe(0);
  });

  it('draws composed letters also from text that is not', async () => {
    const rows = [household({ head_name: 'Đoọc Mạy Nguyễn Thị Hường'.normalize('NFD') })];
    const { pages } = await read(registerData([], { groups: [{ village_name: 'Huồi Đun', rows }] }));
    expect(pages[0]?.rows[0]?.[1]).toBe('Đoọc Mạy Nguyễn Thị Hường');
  });
});
