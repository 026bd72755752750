import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labourTask } from '../../../electron/data/records/houses/papers-tasks.ts';
import { houseBench, type HouseBench } from './house-kit.ts';
import { linesOf, readPages, readTablePage, type TableSigns } from './reader.ts';

let office: HouseBench;
beforeEach(() => {
  office = houseBench();
});
afterEach(() => office.close());

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
