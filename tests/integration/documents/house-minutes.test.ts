import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { area } from '../../../electron/data/documents/metrics.ts';
import { acceptanceTask, handoverTask } from '../../../electron/data/records/houses/papers-tasks.ts';
import { houseBench, type HouseBench } from './house-kit.ts';
import { linesOf, poppler, readPages } from './reader.ts';

let office: HouseBench;
beforeEach(() => {
  office = houseBench();
});
afterEach(() => office.close());

const today = '2023-12-20';

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
