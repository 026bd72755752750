import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { landscape, mm, sheet } from '../../../electron/data/documents/metrics.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { readFundPaper } from './fund-reader.ts';

let office: FundBench;
beforeEach(() => {
  office = fundBench();
});
afterEach(() => office.close());
const read = () => readFundPaper(office, 'report');

describe('the report of a fund', () => {
  it('tells every receipt and payment on its day, what was cancelled and its reversal, and what is left', async () => {
    const early = office.receipt({ received_on: '2022-12-30', amount: 700_000 });
    office.receipt({ donor_name: 'Vừ Bá Kín', consent: false, amount: 2_000_000 });
    const wrong = office.receipt({ received_on: '2023-03-10', amount: 300_000 });
    const paid = office.payment({ paid_on: '2023-03-12' });
    office.cancel('receipt', wrong, '2023-03-15', 'Ghi sai số tiền');
    office.cancel('payment', paid, '2023-03-20', 'Trả lại');
    office.cancel('receipt', early, '2023-04-01', 'Ghi sai người nộp');
    office.receipt({}, { goods: [{ item: office.cement, quantity: 20_500 }] });
    office.payment({ payee_name: 'Lầu Bá Đoọc' }, { goods: [{ item: office.cement, quantity: 5_000 }] });
    const { rows, bands, text, summary, pages, result } = await read();
    const content = 'Ủng hộ làm nhà cho hộ nghèo';
    const payee = 'Cửa hàng vật liệu Hùng Thắng';
    const wire = 'Mua đinh, dây thép';
    expect(rows).toEqual([
      ['1', '05/03/2023', 'PT 01/2023', 'Nhà hảo tâm', content, '2.000.000', '', '2.700.000'],
      [
        '2',
        '10/03/2023',
        'PT 02/2023',
        'Nhà hảo tâm',
        `${content} (đã hủy ngày 15/03/2023)`,
        '300.000',
        '',
        '3.000.000',
      ],
      [
        '3',
        '12/03/2023',
        'PC 01/2023',
        payee,
        `${wire} (đã hủy ngày 20/03/2023)`,
        '',
        '400.000',
        '2.600.000',
      ],
      [
        '4',
        '15/03/2023',
        'PT 02/2023',
        'Nhà hảo tâm',
        'Ghi giảm do hủy phiếu: Ghi sai số tiền',
        '-300.000',
        '',
        '2.300.000',
      ],
      ['5', '20/03/2023', 'PC 01/2023', payee, 'Ghi giảm do hủy phiếu: Trả lại', '', '-400.000', '2.700.000'],
      [
        '6',
        '01/04/2023',
        'PT 01/2022',
        'Nhà hảo tâm',
        'Ghi giảm do hủy phiếu: Ghi sai người nộp',
        '-700.000',
        '',
        '2.000.000',
      ],
      ['7', '05/03/2023', 'PN 01/2023', 'Vừ Bá Rê', content, '20,5', '', '20,5'],
      ['8', '10/04/2023', 'PX 01/2023', 'Lầu Bá Đoọc', wire, '', '5', '15,5'],
    ]);
    expect(result.rows).toBe(8);
    expect(bands).toEqual([
      'Tiền mặt. Tồn đầu kỳ: 700.000 đ',
      'Cộng tiền mặt: thu, nhập 1.300.000 đ; chi, xuất 0 đ; tồn cuối kỳ 2.000.000 đ.',
      'Tiền gửi tài khoản. Tồn đầu kỳ: 0 đ',
      'Cộng tiền gửi tài khoản: thu, nhập 0 đ; chi, xuất 0 đ; tồn cuối kỳ 0 đ.',
      'Xi măng. Tồn đầu kỳ: 0 bao',
      'Cộng xi măng: thu, nhập 20,5 bao; chi, xuất 5 bao; tồn cuối kỳ 15,5 bao.',
    ]);
    expect(summary).toEqual([
      ['Tiền mặt', 'đ', '700.000', '1.300.000', '0', '2.000.000'],
      ['Tiền gửi tài khoản', 'đ', '0', '0', '0', '0'],
      ['Xi măng', 'bao', '0', '20,5', '5', '15,5'],
    ]);
    expect(text).toContain('Tồn quỹ tiền cuối kỳ: 2.000.000 đ. Bằng chữ: Hai triệu đồng.');
    expect(text).not.toContain('Vừ Bá Kín');
    expect(text).toMatch(/NGƯỜI LẬP .*THỦ QUỸ .*TRƯỞNG CÔNG AN HUYỆN .*Thượng tá Nguyễn Văn Đức/);
    for (const page of pages.filter((each) => each.rows.length > 0)) expect(page.header).toHaveLength(8);
  });

  it('names a household that was paid for its house only by its consent', async () => {
    office.receipt({ donor_name: 'Lầu Bá Thuận', amount: 2_000_000 });
    const paid = { purpose: 'house', house_source: 'officers', payee_name: 'Vừ Bá Rê' };
    office.payment({ ...paid, house_id: office.house() });
    office.payment({ ...paid, house_id: office.house({ consent: true }), payee_name: 'Vừ Bá Rê (hai)' });
    const { rows } = await read();
    expect(rows.map((row) => row[3])).toEqual(['Lầu Bá Thuận', 'Hộ không công khai tên', 'Vừ Bá Rê (hai)']);
  });

  it('is refused where a book does not lead to the balance that the database keeps', async () => {
    office.receipt();
    // Somebody with another tool takes the triggers away and writes over a balance.
    const { connection } = office.database;
    const triggers = connection.prepare(
      `select name from sqlite_master where type = 'trigger' and tbl_name = 'fund_day'`,
    );
    for (const { name } of triggers.all() as { name: string }[]) connection.exec(`drop trigger ${name}`);
    connection.exec('update fund_day set balance = balance + 1');
    await expect(read()).rejects.toMatchObject({ failure: { code: 'damaged' } });
  });
});

it('papers of a fund that lie on their side keep to their sheet', async () => {
  const long = 'Nguyễn Thị Hồng Nhung Đoọc Mạy ẪẶỢỮỶ '.repeat(8).slice(0, 300).trim();
  for (let count = 0; count < 12; count++)
    office.receipt({ donor_name: long.slice(0, 160), content: long, amount: 999_999_999_999 });
  const { items, rows } = await read();
  expect(rows).toHaveLength(12);
  expect(rows.map((row) => row[4])).toEqual(Array.from({ length: 12 }, () => long));
  const lower = sheet.height - landscape.sheet.height;
  for (const { x, width, text, y } of items.flat()) {
    expect(x + width, text).toBeLessThanOrEqual(landscape.area.right + 0.01);
    expect(y - lower, text).toBeLessThan(landscape.area.bottom + (text.startsWith('Đầu chuỗi') ? mm(9) : 0));
  }
});
