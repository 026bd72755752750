import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area, landscape } from '../../../electron/data/documents/metrics.ts';
import type { HouseListKind } from '../../../electron/data/documents/index.ts';
import {
  acceptanceTask,
  handoverTask,
  houseListsTask,
  labourTask,
} from '../../../electron/data/records/houses/papers-tasks.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { houseBench, type HouseBench } from './house-kit.ts';
import { embeddedFonts, linesOf, poppler, readPages, readTablePage, type TableSigns } from './reader.ts';

let office: HouseBench;
beforeEach(() => {
  office = houseBench();
});
afterEach(() => office.close());

const today = '2023-12-20';
const listSigns: TableSigns = {
  band: /\([\d.]+ hộ\)$|^Cộng: .* nhà\.$/,
  after: /^Danh sách này có/,
};
const widths: Record<HouseListKind, number[]> = {
  internal: [12, 50, 37, 22, 34, 31, 25, 41],
  public: [12, 66, 46, 24, 38, 38, 28],
  survey: [12, 46, 31, 21, 18, 26, 36, 36, 26],
};

async function list(kind: HouseListKind, { day = today, commune = 'Huồi Tụ' } = {}) {
  const path = join(office.context.config.userData, 'list.pdf');
  const targets = [{ commune_id: office.commune(commune), path }];
  const job = { kind, phase_id: office.phase, document_date: day, sample: false, targets };
  const [result] = await houseListsTask.run(job, office.context);
  const pdf = new Uint8Array(readFileSync(path));
  const items = await readPages(pdf);
  const pages = items.map((page) => readTablePage(page, widths[kind], listSigns));
  return {
    ...{ result, pdf, items, pages },
    rows: pages.flatMap(({ rows }) => rows),
    order: pages.flatMap(({ order }) => order),
    text: items
      .flat()
      .map(({ text }) => text)
      .join(' '),
  };
}

describe('the list of houses', () => {
  function three() {
    const first = office.house({ beneficiary_name: 'Vừ Bá Rê', note: 'Xa đường' }, { village: 2 });
    const second = office.house(
      {
        beneficiary_name: 'Lô Văn Ân',
        consent: false,
        build_kind: 'repair',
        poverty_class: 'near_poor',
        note: 'Vợ ốm',
      },
      { village: 1 },
    );
    const third = office.house(
      { beneficiary_name: 'Cụt Thị Đoọc', approved_on: '2023-06-01', step_on: '2023-06-01' },
      { village: 1 },
    );
    office.house({ beneficiary_name: 'Moong Ở Xa' }, { commune: 'Na Loi' });
    office.funding(first, 'ministry', 50_000_000);
    office.funding(first, 'family', 3_500_000);
    office.funding(second, 'officers', 20_000_000);
    office.step(first, 'roof', '2023-05-01');
    office.accept(first, '2023-05-10');
    office.step(first, 'handed_over', '2023-05-19');
    office.step(second, 'ground_levelled', '2023-03-01');
    return { first, second, third };
  }

  it('has the houses of a commune and phase by villages and names, with what they cost and how far they are', async () => {
    three();
    const { rows, order, text, result, pdf } = await list('internal');
    expect(order).toEqual([
      'Bản Huồi Đun (2 hộ)',
      '1',
      '2',
      'Cộng: 2 hộ, kinh phí dự kiến 20.000.000 đ; đã bàn giao 0 nhà.',
      'Bản Huồi Khả (1 hộ)',
      '3',
      'Cộng: 1 hộ, kinh phí dự kiến 53.500.000 đ; đã bàn giao 1 nhà.',
    ]);
    expect(rows).toEqual([
      ['1', 'Lô Văn Ân', 'hộ cận nghèo', 'sửa chữa', '20.000.000', 'san nền', '', 'Vợ ốm'],
      ['2', 'Cụt Thị Đoọc', 'hộ nghèo', 'làm mới', '', 'phê duyệt', '', ''],
      ['3', 'Vừ Bá Rê', 'hộ nghèo', 'làm mới', '53.500.000', 'bàn giao', '19/05/2023', 'Xa đường'],
    ]);
    expect(result?.rows).toBe(3);
    for (const part of [
      'DANH SÁCH NHÀ CHO HỘ NGHÈO Chương trình làm nhà cho hộ nghèo, hộ khó khăn về nhà ở huyện Kỳ Sơn',
      'Giai đoạn 1, xã Huồi Tụ, tính đến ngày 20/12/2023',
      'Danh sách này có 3 hộ, trong đó 1 hộ đã nhận bàn giao nhà.',
      'Tổng kinh phí dự kiến: 73.500.000 đ. Bằng chữ: Bảy mươi ba triệu năm trăm nghìn đồng.',
    ])
      expect(text, part).toContain(part);
    expect(poppler('pdfinfo', [], pdf)).toMatch(/Page size:\s+841\.89 x 595\.2/);
    expect(embeddedFonts(pdf).every((font) => /^Tinos-(Regular|Bold|Italic)$/.test(font))).toBe(true);
  });

  it('for the public names only who consented, and no note leaves the office', async () => {
    three();
    const { rows, text, pdf } = await list('public');
    expect(rows.map((row) => row[1])).toEqual(['Hộ không công khai tên', 'Cụt Thị Đoọc', 'Vừ Bá Rê']);
    expect(text).toContain('DANH SÁCH CÔNG KHAI HỘ ĐƯỢC HỖ TRỢ NHÀ Ở');
    expect(text).not.toMatch(/Lô Văn Ân|Vợ ốm|Xa đường/);
    expect(poppler('pdfinfo', [], pdf)).not.toContain('Lô Văn Ân');
  });

  it('tells the houses as they were on its day', async () => {
    three();
    const { rows } = await list('internal', { day: '2023-05-10' });
    expect(rows.map((row) => [row[1], row[5], row[6]])).toEqual([
      ['Lô Văn Ân', 'san nền', ''],
      ['Vừ Bá Rê', 'nghiệm thu', ''],
    ]);
    await expect(list('internal', { day: '2023-02-19' })).rejects.toThrow(/Chưa có nhà nào được phê duyệt/);
  });

  it('leaves out houses that are voided and steps that were taken back', async () => {
    const { first, second } = three();
    office.voided('house', second, 'Nhập nhầm');
    office.voided('house_step', office.stepOf(first, 'handed_over'), 'Nhập nhầm');
    const { rows } = await list('internal');
    expect(rows.map((row) => [row[1], row[5]])).toEqual([
      ['Cụt Thị Đoọc', 'phê duyệt'],
      ['Vừ Bá Rê', 'nghiệm thu'],
    ]);
  });

  it('for the survey leaves room for what is found, on every page below its header', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Vừ Bá Đoọc ${String(index + 10)}`);
    for (const [index, beneficiary_name] of names.entries())
      office.house({ beneficiary_name }, { village: index < 25 ? 1 : 2 });
    const { pages, rows, items, text } = await list('survey');
    expect(rows.map((row) => row[1])).toEqual(names);
    expect(rows.map((row) => row[0])).toEqual(names.map((_, index) => formatNumber(index + 1)));
    expect(rows.every((row) => row[4] === '5' && row.slice(5).every((cell) => cell === ''))).toBe(true);
    for (const { header } of pages)
      expect(header.slice(4)).toEqual([
        'Số khẩu',
        'Đất ở',
        'Hiện trạng nhà',
        'Nguyện vọng của hộ',
        'Chủ hộ ký',
      ]);
    for (const [index, page] of items.entries()) {
      const number = page.filter(({ y }) => y - 246 < area.top).map((item) => item.text);
      expect(number).toEqual(index === 0 ? [] : [String(index + 1)]);
    }
    expect(pages.at(-1)?.rows.length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(
      /Danh sách này có 40 hộ\. Bằng chữ: Bốn mươi hộ\. NGƯỜI KHẢO SÁT .*ĐẠI DIỆN UBND XÃ/,
    );
    for (const { x, width, text: one } of items.flat())
      expect(x + width, one).toBeLessThanOrEqual(landscape.area.right + 0.01);
  });
});

async function minutes(pdf: Uint8Array) {
  const pages = await readPages(pdf);
  return { pages, text: poppler('pdftotext', ['-layout'], pdf).replaceAll(/\s+/g, ' ') };
}

describe('the minutes of a stage', () => {
  const accept = async (house_id: number, stage: 'foundation' | 'roof' | 'accepted') =>
    minutes((await office.make(acceptanceTask, { house_id, stage, today, sample: false })).pdf);

  it('name the work, the place up to the province, the board, and the day of the step', async () => {
    const house = office.house({ beneficiary_name: 'Nguyễn Thị Hồng Đoọc' });
    office.step(house, 'foundation', '2023-03-05');
    const { text } = await accept(house, 'foundation');
    for (const part of [
      'ỦY BAN NHÂN DÂN XÃ HUỒI TỤ',
      'BAN NGHIỆM THU',
      'Số: ........./BB',
      'BIÊN BẢN XÁC NHẬN HOÀN THÀNH Giai đoạn móng, nền của nhà ở làm mới',
      'Công trình: nhà ở của hộ ông (bà) Nguyễn Thị Hồng Đoọc (hộ nghèo; làm mới).',
      'Địa điểm: bản Huồi Đun, xã Huồi Tụ, huyện Kỳ Sơn, tỉnh Nghệ An.',
      'Quy cách: nhà lắp ghép, 3 gian; diện tích 46,5 m².',
      'Hôm nay, ngày 05 tháng 3 năm 2023,',
      '1. Đại diện UBND xã Huồi Tụ: ông (bà) ....',
      '2. Đại diện MTTQ xã Huồi Tụ: ông (bà) ....',
      '3. Đại diện bản Huồi Đun: ông (bà) ....',
      '4. Chủ hộ: ông (bà) Nguyễn Thị Hồng Đoọc.',
      '5. Tổ công tác số 1: Trung tá Lầu Bá Đoọc, tổ trưởng.',
      'đã hoàn thành giai đoạn móng, nền của nhà làm mới.',
    ])
      expect(text, part).toContain(part);
    expect(text).toMatch(/ĐẠI DIỆN UBND ĐẠI DIỆN MTTQ TRƯỞNG BẢN CHỦ HỘ/);
    expect(text).not.toContain('3 cứng');
  });

  it('leave the day open while the step is not recorded', async () => {
    const { text } = await accept(office.house(), 'roof');
    expect(text).toContain('Hôm nay, ngày ........ tháng ........ năm ..........,');
  });

  it('of the whole house hold the three-hard table: to be marked by hand, or as it was found', async () => {
    const house = office.house();
    const open = await accept(house, 'accepted');
    const rows = (pages: typeof open.pages) =>
      pages.flatMap(linesOf).filter(([, name = '']) => /cứng$/.test(name));
    expect(rows(open.pages)).toEqual([
      ['1', 'Nền cứng'],
      ['2', 'Khung, tường cứng'],
      ['3', 'Mái cứng'],
    ]);
    expect(open.text).toMatch(/Kết luận: \.{20,}/);
    office.accept(house, '2023-05-10');
    const found = await accept(house, 'accepted');
    expect(rows(found.pages)).toEqual([
      ['1', 'Nền cứng', 'x'],
      ['2', 'Khung, tường cứng', 'x'],
      ['3', 'Mái cứng', 'x'],
    ]);
    expect(found.text).toContain('Kết luận: nhà đạt tiêu chuẩn “3 cứng”.');
    expect(found.text).toContain('Toàn bộ nhà ở làm mới');
  });

  it('keep their signatures with text, whatever the length of what they say', async () => {
    for (let words = 1; words <= 40; words += 3) {
      const house = office.house({
        standard: 'nhà lắp ghép Đoọc Mạy ẪẶỢỮỶ '.repeat(words).slice(0, 300).trim(),
      });
      const { pages } = await accept(house, 'accepted');
      const last = pages.at(-1)?.map(({ text }) => text) ?? [];
      const own = last.filter((text) => !/^(Đầu chuỗi.*|\d+)$/.test(text));
      expect(own.indexOf('ĐẠI DIỆN UBND'), `${words} words`).toBeGreaterThanOrEqual(2);
      for (const { x, width, y, text } of pages.flat()) {
        expect(x + width, text).toBeLessThanOrEqual(area.right + 0.01);
        if (!text.startsWith('Đầu chuỗi')) expect(y, text).toBeLessThanOrEqual(area.bottom);
      }
    }
  });
});

describe('the minutes of a hand-over', () => {
  const handOver = async (house_id: number) =>
    minutes((await office.make(handoverTask, { house_id, today, sample: false })).pdf);

  it('are refused before the acceptance', async () => {
    await expect(handOver(office.house())).rejects.toThrow(
      /chưa nghiệm thu nên chưa lập được biên bản bàn giao/,
    );
  });

  it('tell what is handed over, from whom to whom, and what it cost by sources', async () => {
    const house = office.house({ beneficiary_name: 'Vừ Bá Rê' });
    office.funding(house, 'ministry', 50_000_000, 45_000_000);
    office.funding(house, 'family', 3_500_000, 2_000_000);
    office.accept(house, '2023-05-10');
    office.step(house, 'handed_over', '2023-05-19');
    const { text, pages } = await handOver(house);
    for (const part of [
      'BIÊN BẢN Bàn giao nhà ở (làm mới)',
      'Hôm nay, ngày 19 tháng 5 năm 2023, tại bản Huồi Đun, xã Huồi Tụ, huyện Kỳ Sơn, tỉnh Nghệ An',
      'I. Bên giao',
      'Thượng tá Nguyễn Văn Đức.',
      'Hộ ông (bà) Vừ Bá Rê (hộ nghèo)',
      '01 nhà ở (làm mới): nhà lắp ghép, 3 gian; diện tích 46,5 m²',
      'Nhà đã nghiệm thu ngày 10 tháng 5 năm 2023, đạt tiêu chuẩn “3 cứng”',
    ])
      expect(text, part).toContain(part);
    const lines = pages.flatMap(linesOf);
    expect(lines).toContainEqual(['1', 'Bộ Công an', '50.000.000', '45.000.000']);
    expect(lines).toContainEqual(['2', 'Gia đình, dòng họ', '3.500.000', '2.000.000']);
    expect(lines).toContainEqual(['Cộng', '53.500.000', '47.000.000']);
    expect(text).toMatch(/BÊN NHẬN TRƯỞNG BẢN .*BÊN GIAO/);
  });
});

describe('the table of labour', () => {
  const labourWidths = [13, 25, 50, 50, 34, 18, 18, 22, 22];
  const signs: TableSigns = { band: /^$/, after: /^Tổng hợp theo việc$/ };
  const table = async () => {
    const period = { from: '2023-03-01', to: '2023-03-31', document_date: '2024-01-05', sample: false };
    const { result, pdf } = await office.make(labourTask, period);
    const items = await readPages(pdf);
    const pages = items.map((page) => readTablePage(page, labourWidths, signs));
    return { result, items, pages, rows: pages.flatMap(({ rows }) => rows), lines: items.flatMap(linesOf) };
  };

  it('has every day and unit with turns and person-days, and their totals by kind of work', async () => {
    const house = office.house({ beneficiary_name: 'Vừ Bá Rê' });
    const hidden = office.house({ beneficiary_name: 'Lô Văn Kín', consent: false });
    office.labour({ worked_on: '2023-03-20', house_id: house });
    office.labour({ worked_on: '2023-03-05', work: 'site_levelling', people: 30, days: 500 });
    office.labour({
      worked_on: '2023-03-05',
      team_id: null,
      unit_name: 'Đoàn thanh niên xã',
      house_id: hidden,
      people: 7,
      days: 2_000,
    });
    office.labour({ worked_on: '2023-04-01' });
    const { rows, result, lines } = await table();
    const village = 'bản Huồi Đun, xã Huồi Tụ';
    expect(rows).toEqual([
      ['1', '05/03/2023', 'Đội Xây dựng phong trào', village, 'san lấp mặt bằng', '30', '0,5', '30', '15'],
      ['2', '05/03/2023', 'Đoàn thanh niên xã', village, 'dựng nhà', '7', '2', '14', '14'],
      [
        '3',
        '20/03/2023',
        'Đội Xây dựng phong trào',
        `nhà hộ Vừ Bá Rê, ${village}`,
        'dựng nhà',
        '12',
        '1,5',
        '24',
        '18',
      ],
    ]);
    expect(result).toMatchObject({ rows: 3 });
    expect(lines).toContainEqual(['San lấp mặt bằng', '1', '30', '15']);
    expect(lines).toContainEqual(['Vận chuyển vật liệu', '0', '0', '0']);
    expect(lines).toContainEqual(['Dựng nhà', '2', '38', '32']);
    expect(lines).toContainEqual(['Cộng', '3', '68', '47']);
    expect(lines).toContainEqual(['Bảng này có 3 lần giúp, 68 lượt người, 47 ngày công.']);
    expect(lines.flat().join(' ')).not.toContain('Kín');
  });

  it('says so where nobody helped', async () => {
    await expect(table()).rejects.toThrow(/Chưa ghi ngày công nào/);
  });

  it('over many pages has each row once and in order below a repeated header', async () => {
    for (let count = 0; count < 60; count++) office.labour({ people: count + 1, days: 1000 });
    const { rows, pages, items } = await table();
    expect(rows.map((row) => row[5])).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1)));
    for (const { header } of pages.filter((page) => page.rows.length > 0)) expect(header).toHaveLength(9);
    const last = items.at(-1)?.map(({ text }) => text) ?? [];
    expect(last.indexOf('Cộng')).toBeGreaterThan(0);
    expect(last.indexOf('Cộng')).toBeLessThan(last.indexOf('NGƯỜI LẬP'));
  });
});
