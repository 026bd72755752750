import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '../../../electron/data/documents/metrics.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { readFundPaper, year, type Period } from './fund-reader.ts';
import { embeddedFonts } from './reader.ts';

let office: FundBench;
beforeEach(() => {
  office = fundBench();
});
afterEach(() => office.close());
const read = (period?: Period, sample?: boolean) => readFundPaper(office, 'disclosure', period, sample);

describe('the public list', () => {
  it('says so where nothing came in', async () => {
    office.receipt({}, { draft: true });
    await expect(read()).rejects.toThrow(/không nhận được khoản nào/);
  });

  it('names only who consented, member by member of a group', async () => {
    office.receipt({ donor_name: 'Lầu Bá Thuận', amount: 2_000_000 });
    office.receipt({ donor_name: 'Vừ Bá Kín', donor_address: 'bản Mật', consent: false, amount: 300_000 });
    office.receipt({ donor_kind: 'anonymous', donor_name: 'Moong Ẩn Danh', amount: 70_000 });
    const donors = [
      { name: 'Lô Văn Công', amount: 100_000, consent: true },
      { name: 'Cụt Văn Giấu', amount: 150_000, consent: false },
    ];
    const group = { donor_kind: 'collective', donor_name: 'Đội Thầm Lặng', consent: false };
    office.receipt({ ...group, amount: 250_000, received_on: '2023-03-06' }, { donors });
    const bank = { way: 'transfer', account: 'bank', received_on: '2023-03-07' };
    office.receipt({ ...bank, donor_name: 'Công ty Đức Ân' });
    const goods = [
      { item: office.cement, quantity: 20_000, value: 1_800_000 },
      { item: office.roofing, quantity: 46_500 },
    ];
    office.receipt({ donor_name: 'Cửa hàng Hùng', received_on: '2023-03-08' }, { goods });
    const { rows, text, summary, result, pdf } = await read();
    expect(rows).toEqual([
      ['1', '05/03/2023', 'Lầu Bá Thuận', '2.000.000', ''],
      ['2', '05/03/2023', 'Nhà hảo tâm', '300.000', ''],
      ['3', '05/03/2023', 'Nhà hảo tâm', '70.000', ''],
      ['4', '06/03/2023', 'Lô Văn Công', '100.000', ''],
      ['5', '06/03/2023', 'Nhà hảo tâm', '150.000', ''],
      ['6', '07/03/2023', 'Công ty Đức Ân', '1.000.000', ''],
      ['7', '08/03/2023', 'Cửa hàng Hùng', '', 'Tôn lợp: 46,5 m²'],
      ['8', '08/03/2023', 'Cửa hàng Hùng', '', 'Xi măng: 20 bao (ước tính 1.800.000 đ)'],
    ]);
    expect(result.rows).toBe(8);
    expect(text).not.toMatch(/Kín|Mật|Ẩn Danh|Giấu|Thầm Lặng/);
    expect(summary).toEqual([
      ['Tiền mặt', 'đ', '2.620.000'],
      ['Tiền gửi tài khoản', 'đ', '1.000.000'],
      ['Tôn lợp', 'm²', '46,5'],
      ['Xi măng', 'bao', '20', '1.800.000'],
    ]);
    for (const part of [
      'DANH SÁCH CÔNG KHAI Ủng hộ làm nhà cho hộ nghèo huyện Kỳ Sơn Từ ngày 01/01/2023 đến ngày 31/12/2023',
      'Mục đích: Làm nhà cho hộ nghèo trên địa bàn huyện',
      'Tài khoản tiếp nhận: 3608 0000 1234, Kho bạc Kỳ Sơn',
      'Thời gian vận động: từ ngày 04/02/2023 đến ngày 31/12/2023',
      'Danh sách này có 8 mục ủng hộ, trong đó 5 mục công khai tên',
      'Tổng số tiền: 3.620.000 đ. Bằng chữ: Ba triệu sáu trăm hai mươi nghìn đồng.',
      'Giá trị quy ra tiền của hiện vật là ước tính.',
    ])
      expect(text, part).toContain(part);
    expect(embeddedFonts(pdf).every((font) => /^Tinos-(Regular|Bold|Italic)$/.test(font))).toBe(true);
  });

  it('leaves out what was taken back, and tells by numbers alone what was cancelled in another period', async () => {
    const gone = office.receipt({ donor_name: 'Lô Văn Nhầm', amount: 500_000 });
    office.cancel('receipt', gone, '2023-03-20', 'Ghi sai');
    const early = office.receipt({ donor_name: 'Lô Văn Sớm', amount: 700_000, received_on: '2023-01-10' });
    office.receipt({ donor_name: 'Lô Văn Còn', amount: 900_000 });
    const later = office.receipt({ donor_name: 'Lô Văn Sau', amount: 40_000, received_on: '2023-03-30' });
    office.cancel('receipt', early, '2023-03-15', 'Ghi sai');
    office.cancel('receipt', later, '2023-04-02', 'Ghi sai');
    const { rows, bands, text, summary } = await read({ from: '2023-02-01', to: '2023-03-31' });
    expect(rows).toEqual([
      ['1', '05/03/2023', 'Lô Văn Còn', '900.000', ''],
      ['2', '15/03/2023', 'Phiếu PT 02/2023 (đã hủy)', '-700.000', ''],
      ['3', '30/03/2023', 'Phiếu PT 04/2023 (đã hủy)', '40.000', ''],
    ]);
    expect(bands).toEqual(['Điều chỉnh theo sổ: phiếu thu hủy khác kỳ với ngày thu']);
    expect(summary).toEqual([['Tiền mặt', 'đ', '240.000']]);
    expect(text).not.toMatch(/Nhầm|Sớm|Văn Sau/);
    expect((await read()).rows).toEqual([['1', '05/03/2023', 'Lô Văn Còn', '900.000', '']]);
  });

  it('over many pages repeats its header, numbers its pages and has every gift once and in order', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `Nguyễn Thị Hồng Đoọc ẪẶỢỮỶ ${index + 1}`);
    for (const donor_name of names) office.receipt({ donor_name });
    const { pages, items, rows, result } = await read(year, true);
    expect(result.pages).toBe(pages.length);
    expect(rows.map((row) => row[2])).toEqual(names);
    expect(rows.map((row) => row[0])).toEqual(names.map((_, index) => String(index + 1)));
    for (const { header, rows: own } of pages.filter((page) => page.rows.length > 0)) {
      expect(header).toEqual(['STT', 'Ngày', 'Người, đơn vị ủng hộ', 'Số tiền (đ)', 'Hiện vật']);
      expect(own.length).toBeGreaterThan(0);
    }
    for (const [index, page] of items.entries()) {
      const above = page.filter(({ y }) => y < area.top).map(({ text }) => text);
      expect(above).toEqual(index === 0 ? [] : [String(index + 1)]);
      expect(page.some(({ text, upright }) => upright && text === 'DỮ LIỆU MẪU')).toBe(true);
      for (const { x, width, text, upright } of page)
        if (upright) expect(x + width, text).toBeLessThanOrEqual(area.right + 0.01);
    }
    const last = items.at(-1)?.map(({ text }) => text) ?? [];
    expect(last).toContain('Tiền mặt');
    expect(last.indexOf('Tiền mặt')).toBeLessThan(last.indexOf('NGƯỜI LẬP'));
  });
});
