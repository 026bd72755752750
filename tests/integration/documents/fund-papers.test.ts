import { sql } from 'kysely';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { query } from '../../../electron/data/database/tables.ts';
import { area, landscape, mm, sheet } from '../../../electron/data/documents/metrics.ts';
import { disclosureTask, fundReportTask } from '../../../electron/data/records/funds/papers-tasks.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { fundBench, type FundBench } from './fund-kit.ts';
import { embeddedFonts, linesOf, readPages, readTablePage, type TableSigns } from './reader.ts';

let office: FundBench;
beforeEach(() => {
  office = fundBench();
});
afterEach(() => office.close());

const giftSigns: TableSigns = { band: /^Điều chỉnh theo sổ/, after: /^Tổng hợp$/ };
const lineSigns: TableSigns = { band: /\. Tồn đầu kỳ: |^Cộng .*tồn cuối kỳ .*\.$/, after: /^Tổng hợp$/ };
const kinds = {
  disclosure: { task: disclosureTask, widths: [13, 24, 56, 33, 39], signs: giftSigns },
  report: { task: fundReportTask, widths: [13, 22, 27, 45, 49, 32, 32, 32], signs: lineSigns },
} as const;

interface Period {
  readonly from: string;
  readonly to: string;
}
const year: Period = { from: '2023-01-01', to: '2023-12-31' };

async function read(kind: keyof typeof kinds, { from, to }: Period = year, sample = false) {
  const { task, widths, signs } = kinds[kind];
  const job = { fund_id: office.fund, from, to, document_date: '2024-01-05', sample };
  const { result, pdf } = await office.make<typeof job, { pages: number; rows: number }>(task, job);
  const items = await readPages(pdf);
  const pages = items.map((page) => readTablePage(page, widths, signs));
  const lines = items.flatMap(linesOf);
  const begins = lines.findIndex(([first]) => first === 'Tổng hợp');
  const rest = lines
    .slice(begins + 1)
    .filter(([first = '']) => !/^(\d+|Quy ra tiền.*|tính\)|Tổng hợp|Đầu chuỗi.*)$/.test(first));
  const ends = rest.findIndex(([first = '']) => /^(Danh sách này có|Tồn quỹ tiền)/.test(first));
  return {
    ...{ result, pdf, items, pages },
    rows: pages.flatMap(({ rows }) => rows),
    bands: pages.flatMap(({ order }) => order).filter((text) => !/^[\d.]+$/.test(text)),
    text: items
      .flat()
      .map(({ text }) => text)
      .join(' '),
    /** The second table's rows. */
    summary: rest.slice(0, ends),
  };
}

describe('the public list', () => {
  it('says so where nothing came in', async () => {
    office.receipt({}, { draft: true });
    await expect(read('disclosure')).rejects.toThrow(/không nhận được khoản nào/);
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
    const { rows, text, summary, result, pdf } = await read('disclosure');
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
    const { rows, bands, text, summary } = await read('disclosure', { from: '2023-02-01', to: '2023-03-31' });
    expect(rows).toEqual([
      ['1', '05/03/2023', 'Lô Văn Còn', '900.000', ''],
      ['2', '15/03/2023', 'Phiếu PT 02/2023 (đã hủy)', '-700.000', ''],
      ['3', '30/03/2023', 'Phiếu PT 04/2023 (đã hủy)', '40.000', ''],
    ]);
    expect(bands).toEqual(['Điều chỉnh theo sổ: phiếu thu hủy khác kỳ với ngày thu']);
    expect(summary).toEqual([['Tiền mặt', 'đ', '240.000']]);
    expect(text).not.toMatch(/Nhầm|Sớm|Văn Sau/);
    expect((await read('disclosure')).rows).toEqual([['1', '05/03/2023', 'Lô Văn Còn', '900.000', '']]);
  });

  it('over many pages repeats its header, numbers its pages and has every gift once and in order', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `Nguyễn Thị Hồng Đoọc ẪẶỢỮỶ ${index + 1}`);
    for (const donor_name of names) office.receipt({ donor_name });
    const { pages, items, rows, result } = await read('disclosure', year, true);
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
    const { rows, bands, text, summary, pages, result } = await read('report');
    const content = 'Ủng hộ làm nhà cho hộ nghèo';
    const payee = 'Cửa hàng vật liệu Hùng Thắng';
    const wire = 'Mua đinh, dây thép';
    expect(rows).toEqual([
      ['1', '05/03/2023', 'PT 01/2023', 'Nhà hảo tâm', content, '2.000.000', '', '2.700.000'],
      [
        '2',
        '10/03/2023',
        'PT 02/2023',
        'Vừ Bá Rê',
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
        'Vừ Bá Rê',
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
        'Vừ Bá Rê',
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

  it('is refused where a book does not lead to the balance that the database keeps', async () => {
    office.receipt();
    // Somebody with another tool takes the triggers away and writes over a balance.
    const { connection } = office.database;
    const triggers = connection.prepare(
      `select name from sqlite_master where type = 'trigger' and tbl_name = 'fund_day'`,
    );
    for (const { name } of triggers.all() as { name: string }[]) connection.exec(`drop trigger ${name}`);
    connection.exec('update fund_day set balance = balance + 1');
    await expect(read('report')).rejects.toMatchObject({ failure: { code: 'damaged' } });
  });
});

/** What the books themselves say of a period, by the names of the papers' totals. */
function booksOf({ from, to }: Period) {
  const row = sql<{ name: string; unit_name: string | null; received: number; closing: number }>`
    select coalesce(i.name, iif(k.account = 'cash', 'Tiền mặt', 'Tiền gửi tài khoản')) as name, i.unit_name,
      (select coalesce(sum(received), 0) from fund_day d where d.account = k.account and d.item_id = k.item_id
        and day between ${from} and ${to}) as received,
      coalesce((select balance from fund_day d where d.account = k.account and d.item_id = k.item_id and day <= ${to}
        order by day desc limit 1), 0) as closing
    from (select distinct account, item_id from fund_day) k left join in_kind_item i on i.id = k.item_id`;
  const shown = (unit: string | null, amount: number) =>
    unit === null ? formatNumber(amount) : formatQuantity(amount);
  return office.database.all(row.compile(query)).map(({ name, unit_name, received, closing }) => ({
    name,
    received: shown(unit_name, received),
    closing: shown(unit_name, closing),
  }));
}

it('for any vouchers and any period the papers say what the books say', async () => {
  const day = (offset: number) => addDays('2023-01-01', offset);
  const shape = fc.record({
    what: fc.constantFrom('cash', 'bank', 'goods', 'payment', 'out'),
    offset: fc.integer({ min: 0, max: 200 }),
    amount: fc.integer({ min: 1, max: 5_000_000 }),
    cancel: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
  });
  let stood = 0;
  for (const { what, offset, amount, cancel } of fc.sample(shape, { numRuns: 90, seed: 20231231 })) {
    const goods = [{ item: amount % 2 ? office.cement : office.roofing, quantity: amount }];
    const received_on = day(offset);
    try {
      const out = what === 'payment' || what === 'out';
      const id = out
        ? office.payment(
            { paid_on: received_on, ...(what === 'out' ? {} : { amount: Math.ceil(amount / 9) }) },
            what === 'out' ? { goods } : {},
          )
        : office.receipt(
            {
              received_on,
              ...(what === 'bank' ? { way: 'transfer', account: 'bank' } : {}),
              ...(what === 'goods' ? {} : { amount }),
            },
            what === 'goods' ? { goods } : {},
          );
      stood += 1;
      if (cancel !== null) office.cancel(out ? 'payment' : 'receipt', id, day(offset + cancel), 'Ghi sai');
    } catch (error) {
      expect(String(error)).toMatch(/CHECK constraint|fund_never_below_zero|insufficient/);
    }
  }
  expect(stood).toBeGreaterThan(60);
  const periods = fc.sample(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 150 })), {
    numRuns: 8,
    seed: 7,
  });
  for (const [start, length] of periods) {
    const period = { from: day(start), to: day(start + length) };
    const books = booksOf(period);
    const { summary } = await read('report', period);
    const closings = new Map(summary.map((row) => [row[0], row.at(-1)]));
    for (const { name, closing } of books) expect(closings.get(name) ?? '0', name).toBe(closing);
    const given = new Map((await read('disclosure', period)).summary.map((row) => [row[0], row[2]]));
    for (const { name, received } of books) expect(given.get(name) ?? '0', name).toBe(received);
  }
}, 60_000);

it('papers of a fund that lie on their side keep to their sheet', async () => {
  const long = 'Nguyễn Thị Hồng Nhung Đoọc Mạy ẪẶỢỮỶ '.repeat(8).slice(0, 300).trim();
  for (let count = 0; count < 12; count++)
    office.receipt({ donor_name: long.slice(0, 160), content: long, amount: 999_999_999_999 });
  const { items, rows } = await read('report');
  expect(rows).toHaveLength(12);
  expect(rows.map((row) => row[4])).toEqual(Array.from({ length: 12 }, () => long));
  const lower = sheet.height - landscape.sheet.height;
  for (const { x, width, text, y } of items.flat()) {
    expect(x + width, text).toBeLessThanOrEqual(landscape.area.right + 0.01);
    expect(y - lower, text).toBeLessThan(landscape.area.bottom + (text.startsWith('Đầu chuỗi') ? mm(9) : 0));
  }
});
