import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mm } from '../../../electron/data/documents/metrics.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { fontFolder, readPages, readTablePage } from './reader.ts';
import { copiesOf, drawVoucher, printVouchers } from './voucher-reader.ts';

let office: FundBench;
beforeAll(() => {
  office = fundBench();
});
afterAll(() => office.close());
const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));
const print = (kind: VoucherKind, ids: readonly number[], sample?: boolean) =>
  printVouchers(office, kind, ids, sample);

const annexSigns = { band: /^$/, after: /^Danh sách này có/ };

describe('the list of a group', () => {
  it('follows its receipt with every member once and in order, and adds up to it', async () => {
    const donors = Array.from({ length: 70 }, (_, index) => ({
      name: `Lầu Bá Đoọc ${index + 1}`,
      amount: 50_000 + index * 1000,
      consent: index % 3 > 0,
    }));
    const amount = donors.reduce((sum, each) => sum + each.amount, 0);
    const team = office.insert('team', { name: 'Đội Cảnh sát hình sự' });
    const group = { donor_kind: 'collective', donor_name: 'Công an huyện Kỳ Sơn', donor_team_id: team };
    const id = office.receipt({ ...group, amount, way: 'salary' }, { donors });
    const { pages } = await print('receipt', [id, office.receipt()]);
    const [copy] = copiesOf(pages[0]);
    expect(copy).toContain('Đơn vị nộp: Công an huyện Kỳ Sơn Nộp theo danh sách của: Đội Cảnh sát hình sự');
    expect(copy).toContain('Hình thức: trừ lương, nộp vào quỹ tiền mặt');
    expect(copy).toContain('Kèm danh sách 70 người (phụ lục).');
    const annex = pages.slice(1, -1);
    const read = annex.map((page) => readTablePage(page, [15, 65, 37, 23, 25], annexSigns));
    for (const page of read)
      expect(page.header).toEqual(['STT', 'Họ và tên', 'Số tiền (đ)', 'Công khai tên', 'Ký tên']);
    expect(read.flatMap(({ rows }) => rows)).toEqual(
      donors.map(({ name, amount: own, consent }, index) => [
        String(index + 1),
        name,
        formatNumber(own),
        consent ? 'đồng ý' : 'không',
        '',
      ]),
    );
    expect(read.at(-1)?.after.join(' ')).toMatch(
      /^Danh sách này có 70 người, tổng số tiền 5\.915\.000 đ\. Bằng chữ: Năm triệu chín trăm mười lăm nghìn đồng\. NGƯỜI NỘP TIỀN/,
    );
    // The annex counts its own pages, and the next receipt begins anew.
    const numbers = pages.map((page) =>
      page.filter(({ y }) => y < mm(14) && y > mm(10)).map(({ text }) => text),
    );
    expect(numbers.slice(1, -1)).toEqual([[], ['2'], ['3']].slice(0, annex.length));
    expect(copiesOf(pages.at(-1))[0]).toContain('PHIẾU THU');
  });

  it('never leaves its signatures alone on a page', async () => {
    for (let count = 1; count <= 75; count++) {
      const donors = Array.from({ length: count }, (_, index) => ({
        name: `Người ${index + 1}`,
        amount: 1000,
        consent: true,
      }));
      const { pdf } = drawVoucher(fonts, { donors });
      const pages = (await readPages(pdf)).slice(1);
      const last = readTablePage(pages.at(-1) ?? [], [15, 65, 37, 23, 25], annexSigns);
      expect(last.after, `${count} members`).toContain('NGƯỜI NỘP');
      expect(last.rows.length, `${count} members`).toBeGreaterThanOrEqual(Math.min(2, count));
    }
  }, 60_000);
});

describe('goods', () => {
  it('stand on both copies with unit, quantity and values that are marked as estimates', async () => {
    const goods = [
      { item: office.cement, quantity: 20_000, value: 1_800_000 },
      { item: office.roofing, quantity: 46_500, value: 3_000_000 },
    ];
    const { result, pages } = await print('receipt', [office.receipt({}, { goods })]);
    expect(result.pages).toBe(1);
    for (const copy of copiesOf(pages[0])) {
      expect(copy).toContain('PHIẾU NHẬP HIỆN VẬT');
      expect(copy).toContain('Đơn giá (ước tính) Thành tiền (ước tính)');
      expect(copy).toContain('1 Xi măng bao 20 90.000 1.800.000');
      expect(copy).toContain('2 Tôn lợp m² 46,5 khoảng 64.516 3.000.000');
      expect(copy).toContain('Quy ra tiền (ước tính): 4.800.000 đ. Bằng chữ: Bốn triệu tám trăm nghìn đồng.');
      expect(copy).toContain('THỦ KHO');
    }
  });

  it('that are too many for the copies follow in a list, each once and in order', async () => {
    const goods = Array.from({ length: 40 }, (_, index) => ({
      item: index % 2 ? office.cement : office.roofing,
      quantity: 1500 * (index + 1),
    }));
    const { pages } = await print('receipt', [office.receipt({}, { goods })]);
    expect(copiesOf(pages[0])[0]).toContain('Hiện vật: kèm danh sách 40 mục hiện vật (phụ lục).');
    const read = pages.slice(1).map((page) => readTablePage(page, [12, 55, 17, 25, 27, 29], annexSigns));
    const rows = read.flatMap((page) => page.rows);
    expect(rows.map(([number]) => number)).toEqual(goods.map((_, index) => String(index + 1)));
    expect(rows[0]).toEqual(['1', 'Tôn lợp', 'm²', '1,5', '', '']);
    expect(rows[39]).toEqual(['40', 'Xi măng', 'bao', '60', '', '']);
    expect(read.at(-1)?.after[0]).toBe('Danh sách này có 40 mục hiện vật.');
  });

  it('that go out bear no value, and the approver signs', async () => {
    office.receipt({}, { goods: [{ item: office.cement, quantity: 50_000 }] });
    const id = office.payment(
      { approver_id: office.officer },
      { goods: [{ item: office.cement, quantity: 5_000 }] },
    );
    const [copy] = copiesOf((await print('payment', [id])).pages[0]);
    expect(copy).toContain('PHIẾU XUẤT HIỆN VẬT');
    expect(copy).toContain('1 Xi măng bao 5 Chứng từ gốc kèm theo: Hóa đơn số 0000123');
    expect(copy).toMatch(/NGƯỜI DUYỆT .*Trung úy Xeo Khăm Hương$/);
    expect(copy).not.toContain('ước tính');
  });
});
