import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { area, mm, sheet } from '../../../electron/data/documents/metrics.ts';
import { numberInWords } from '../../../shared/vietnamese/amount-in-words.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { embeddedFonts, fontFolder, readPages } from './reader.ts';
import { copiesOf, drawVoucher, half, printVouchers } from './voucher-reader.ts';

let office: FundBench;
beforeAll(() => {
  office = fundBench();
});
afterAll(() => office.close());
const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));
const print = (kind: VoucherKind, ids: readonly number[], sample?: boolean) =>
  printVouchers(office, kind, ids, sample);

describe('a receipt', () => {
  it('gives two copies on a sheet that say the same, one to keep and one for who paid', async () => {
    const id = office.receipt({
      donor_address: 'bản Huồi Đun, xã Huồi Tụ',
      reference: 'Giấy nộp tiền số 12',
    });
    const { result, pdf, pages } = await print('receipt', [id]);
    expect(result).toEqual({ pages: 1, rows: 1 });
    const [keep, give] = copiesOf(pages[0]);
    expect(keep).toContain('Liên 1: Lưu');
    expect(give).toContain('Liên 2: Giao người nộp');
    expect(keep.replace('Liên 1: Lưu', '')).toBe(give.replace('Liên 2: Giao người nộp', ''));
    for (const part of [
      'CÔNG AN TỈNH NGHỆ AN CÔNG AN HUYỆN KỲ SƠN Địa chỉ: Trụ sở Công an huyện, khối 4, thị trấn Mường Xén',
      'Số: PT 01/2023',
      'PHIẾU THU Ngày 05 tháng 3 năm 2023',
      'Họ và tên người nộp: Vừ Bá Rê Địa chỉ: bản Huồi Đun, xã Huồi Tụ',
      'Lý do nộp: Ủng hộ làm nhà cho hộ nghèo Đợt vận động: Ủng hộ làm nhà cho hộ nghèo huyện Kỳ Sơn',
      'Hình thức: tiền mặt Số tiền: 1.000.000 đ. Bằng chữ: Một triệu đồng.',
      'Chứng từ gốc kèm theo: Giấy nộp tiền số 12',
      'NGƯỜI NỘP TIỀN',
      'NGƯỜI THU',
      'THỦ QUỸ',
      'PHỤ TRÁCH',
      'Trung úy Xeo Khăm Hương',
    ])
      expect(keep, part).toContain(part);
    expect(embeddedFonts(pdf).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    expect(pages[0]?.filter(({ text }) => text.startsWith('Đầu chuỗi nhật ký:'))).toHaveLength(2);
    expect(`${keep}${give}`).not.toContain('HỦY');
  });

  it('says any amount in figures and in words that mean the same', async () => {
    const amounts = [1, 21, 104, 1_005, 10_050_000, 1_000_005, 2_000_000_000, 999_999_999_999];
    const { pages } = await print(
      'receipt',
      amounts.map((amount) => office.receipt({ amount })),
    );
    for (const [index, amount] of amounts.entries()) {
      const words = numberInWords(amount);
      const sentence = `Số tiền: ${formatNumber(amount)} đ. Bằng chữ: ${words.charAt(0).toUpperCase()}${words.slice(1)} đồng.`;
      for (const copy of copiesOf(pages[index])) expect(copy).toContain(sentence);
    }
  });

  it('of somebody who stays anonymous names nobody; of a day with another rank bears that rank', async () => {
    const anonymous = { donor_kind: 'anonymous', donor_name: 'Lầu Bá Giấu', donor_address: 'bản Kín' };
    const ids = [office.receipt(anonymous), office.receipt({ received_on: '2024-02-01' })];
    const { pages } = await print('receipt', ids);
    const [copy] = copiesOf(pages[0]);
    expect(copy).toContain('Họ và tên người nộp: Nhà hảo tâm');
    expect(copy).not.toMatch(/Giấu|Kín/);
    expect(copiesOf(pages[1])[1]).toContain('Thượng úy Xeo Khăm Hương');
  });

  it('is refused while it is a draft, or where there is none', async () => {
    const draft = office.receipt({}, { draft: true });
    await expect(print('receipt', [office.receipt(), draft])).rejects.toThrow(/Phiếu nháp chưa có số/);
    await expect(print('receipt', [9999])).rejects.toThrow(/Không tìm thấy phiếu thu/);
  });

  it('that was cancelled says so on both copies and on its list, with number, day and reason', async () => {
    const donors = [{ name: 'Lô Văn Dung', amount: 1_000_000, consent: true }];
    const id = office.receipt({}, { donors });
    office.cancel('receipt', id, '2023-03-09', 'Ghi sai người nộp');
    const { pages } = await print('receipt', [id]);
    const [copy = '', other] = copiesOf(pages[0]);
    const number = /Số: (PT \d+\/2023)/.exec(copy)?.[1] ?? 'none';
    for (const each of [copy, other]) {
      expect(each).toMatch(/Liên \d: .* ĐÃ HỦY/);
      expect(each).toContain(`ĐÃ HỦY: phiếu ${number}, ngày 09/03/2023. Lý do: Ghi sai người nộp`);
    }
    expect(pages[0]?.filter(({ upright, text }) => !upright && text.includes('ĐÃ HỦY'))).toHaveLength(2);
    const annex = pages[1]?.map(({ text }) => text) ?? [];
    expect(annex).toContain('(phiếu đã hủy ngày 09/03/2023)');
    expect(annex.join(' ')).toContain('ĐÃ HỦY');
  });

  it('of sample data bears the mark on each half', async () => {
    const { pages } = await print('receipt', [office.receipt()], true);
    for (const copy of copiesOf(pages[0])) expect(copy).toContain('DỮ LIỆU MẪU');
  });
});

it('a payment names who takes it, what for, and the house with its source', async () => {
  const house = office.house();
  office.receipt();
  const id = office.payment({ purpose: 'house', house_id: house, house_source: 'officers' });
  const [keep, give] = copiesOf((await print('payment', [id])).pages[0]);
  expect(keep).toContain('PHIẾU CHI');
  expect(keep).toContain(
    'Chi cho: làm nhà cho hộ Vừ Bá Rê, bản Huồi Đun, xã Huồi Tụ; nguồn cán bộ, chiến sĩ',
  );
  expect(keep).toContain('Số tiền: 400.000 đ. Bằng chữ: Bốn trăm nghìn đồng.');
  expect(give).toContain('Liên 2: Giao người nhận');
});

it('a copy keeps to its half of the sheet, however much it says, and loses no word', async () => {
  const words = (most: number) =>
    fc
      .array(fc.constantFrom('Nguyễn', 'Thị', 'Đoọc', 'Mạy', 'ẪẶỢỮỶ', 'nhà', 'W'.repeat(90)), {
        minLength: 1,
      })
      .map((all) => all.join(' ').slice(0, most).trim());
  const said = fc.record({
    name: words(160),
    address: words(200),
    content: words(300),
    reference: words(160),
    reason: words(500),
  });
  const most = 'Nguyễn Thị Hồng Đoọc ẪẶỢỮỶ '.repeat(30);
  const longest = {
    name: most.slice(0, 160),
    address: most.slice(0, 200),
    content: most.slice(0, 300),
    reference: most.slice(0, 160),
    reason: most.slice(0, 500),
  };
  await fc.assert(
    fc.asyncProperty(said, async ({ name, address, content, reference, reason }) => {
      const { pdf } = drawVoucher(fonts, {
        facts: [
          ['Người nộp', name],
          ['Địa chỉ', address],
          ['Lý do nộp', content],
          ['Đợt vận động', content.slice(0, 200)],
        ],
        amount: 999_999_999_999,
        reference,
        cancelled: { on: '2023-03-07', reason },
      });
      const [page = [], ...more] = await readPages(pdf);
      expect(more).toEqual([]);
      const upright = page.filter((item) => item.upright);
      for (const { x, y, width, text } of upright) {
        expect(x >= area.left - 0.01 && x + width <= area.right + 0.01, text).toBe(true);
        expect(y < half - mm(7) || (y > half + mm(8) && y < sheet.height - mm(11)), text).toBe(true);
      }
      const squeezed = (text: string) => text.replaceAll(/\s/g, '');
      for (const copy of copiesOf(page))
        for (const part of [name, address, content, reference, reason])
          expect(squeezed(copy)).toContain(squeezed(part));
    }),
    { numRuns: 40, examples: [[longest]] },
  );
}, 60_000);
