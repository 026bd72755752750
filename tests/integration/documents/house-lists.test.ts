import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HouseListKind } from '../../../electron/data/documents/index.ts';
import { area, landscape } from '../../../electron/data/documents/metrics.ts';
import { houseListsTask } from '../../../electron/data/records/houses/papers-tasks.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { houseBench, type HouseBench } from './house-kit.ts';
import { embeddedFonts, poppler, readPages, readTablePage, type TableSigns } from './reader.ts';

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
  const [result] = await houseListsTask(job, office.context);
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
    office.house({ beneficiary_name: 'Vi Văn Kín', consent: false, poverty_class: 'alone' }, { village: 3 });
    const { rows, order, text, pdf } = await list('public');
    expect(text).toContain('DANH SÁCH CÔNG KHAI HỘ ĐƯỢC HỖ TRỢ NHÀ Ở');
    // A village of one house would tell whose it is.
    expect(order.filter((one) => /hộ\)$/.test(one))).toEqual([
      'Bản Huồi Đun (1 hộ)',
      'Bản Huồi Khả (1 hộ)',
      'Hộ không công khai tên (2 hộ)',
    ]);
    expect(rows).toEqual([
      ['1', 'Cụt Thị Đoọc', 'hộ nghèo', 'làm mới', '', 'phê duyệt', ''],
      ['2', 'Vừ Bá Rê', 'hộ nghèo', 'làm mới', '53.500.000', 'bàn giao', '19/05/2023'],
      ['3', 'Hộ không công khai tên', '', 'sửa chữa', '20.000.000', 'san nền', ''],
      ['4', 'Hộ không công khai tên', '', 'làm mới', '', 'phê duyệt', ''],
    ]);
    expect(text).toContain('Danh sách này có 4 hộ');
    expect(text).not.toMatch(/Lô Văn Ân|Vi Văn Kín|Vợ ốm|Xa đường|neo đơn|cận nghèo/);
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
