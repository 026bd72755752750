import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMinutes, makeOpinionSummary } from '../../../electron/data/documents/index.ts';
import type { MinutesData, MinutesOpinion, SummaryOpinion } from '../../../electron/data/documents/index.ts';
import { landscape, mm, portrait } from '../../../electron/data/documents/metrics.ts';
import { fontFolder, make, poppler, readPages } from '../documents/reader.ts';

const fonts = fontFolder();
afterAll(() => rmSync(fonts, { recursive: true, force: true }));
const options = { fontFolder: fonts };

const agency = {
  parent_agency: 'CÔNG AN TỈNH NGHỆ AN',
  own_agency: 'CÔNG AN HUYỆN KỲ SƠN',
  place_name: 'Kỳ Sơn',
  signer_title: 'TRƯỞNG CÔNG AN HUYỆN',
  signer_rank: 'Thượng tá',
  signer_name: 'Nguyễn Văn Đức',
};
const opinion = (number: number, more: Partial<MinutesOpinion> = {}): MinutesOpinion => ({
  speaker: number % 2 === 0 ? '1 công dân bản Huồi Đun' : '1 công dân',
  kind: 'kiến nghị, đề xuất',
  topic: 'ma túy',
  about: 'Công an xã',
  content: `Nội dung số ${number}: đề nghị Công an xã tuần tra ban đêm quanh trường học và chợ phiên.`,
  answer: number % 3 === 0 ? `Trả lời số ${number}.` : null,
  handling: number % 3 === 0 ? '' : 'giao xử lý',
  responsible: number % 3 === 0 ? null : 'Đội An ninh',
  due_date: number % 3 === 0 ? null : '2023-05-27',
  transferred: null,
  ...more,
});
const minutes = (opinions: readonly MinutesOpinion[], more: Partial<MinutesData> = {}): MinutesData => ({
  agency,
  held_on: '2023-05-12',
  minutes_number: '05/BB-CAH',
  started_at: '8h',
  ended_at: '11:05',
  place: 'Nhà văn hóa bản Huồi Đun, xã Huồi Tụ',
  police_chair: 'Thượng tá Nguyễn Văn Đức, Trưởng Công an huyện',
  front_chair: 'Ông Lầu Bá Chò, Chủ tịch Ủy ban MTTQ huyện',
  secretary: 'Đại úy Xeo Khăm Hương',
  attendees: 'Cấp ủy, UBND xã, đoàn thể, bí thư chi bộ, trưởng bản và nhân dân.',
  attendance_count: 1250,
  agenda: 'Khai mạc\nÝ kiến của nhân dân',
  reports_given: 'Báo cáo tình hình an ninh trật tự quý I.',
  spot_answers: 'Công an huyện tiếp thu toàn bộ ý kiến.',
  conclusion: 'Giao Công an xã thực hiện.',
  opinions,
  chain_head: 'ab12',
  sample: false,
  ...more,
});

async function readMinutes(data: MinutesData) {
  const { result, pdf } = make((sink) => makeMinutes(data, options, sink));
  const pages = await readPages(pdf);
  const text = poppler('pdftotext', ['-layout'], pdf);
  return { result, pdf, pages, flat: text.replaceAll(/\s+/g, ' ') };
}

describe('the minutes of a forum', () => {
  it('have the head of Decree 30 without place and date, the number, and everything that was written down', async () => {
    const { flat, pages } = await readMinutes(minutes([opinion(1), opinion(2)]));
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'CÔNG AN HUYỆN KỲ SƠN',
      'Số: 05/BB-CAH',
      'BIÊN BẢN',
      'Diễn đàn “Công an lắng nghe ý kiến nhân dân”',
      'Thời gian khai mạc: 08 giờ 00, ngày 12 tháng 5 năm 2023.',
      'Địa điểm: Nhà văn hóa bản Huồi Đun, xã Huồi Tụ.',
      'Chủ trì: 1. Thượng tá Nguyễn Văn Đức, Trưởng Công an huyện.',
      'Thư ký: Đại úy Xeo Khăm Hương.',
      'Số người dự: 1.250 người.',
      'I. Chương trình',
      'II. Báo cáo đã trình bày',
      'III. Ý kiến của nhân dân (2 ý kiến) và trả lời tại diễn đàn',
      'IV. Kết luận',
      'Diễn đàn kết thúc hồi 11 giờ 05 cùng ngày.',
    ])
      expect(flat, part).toContain(part);
    expect(flat).not.toContain('Nơi nhận');
    expect(flat).not.toContain('Kỳ Sơn, ngày');
    const signers =
      pages.at(-1)?.filter(({ text }) => /^(THƯ KÝ|CHỦ TRÌ|ĐẠI DIỆN|NHÂN DÂN)/.test(text)) ?? [];
    expect(signers.map(({ text }) => text).join(' ')).toBe('THƯ KÝ ĐẠI DIỆN NHÂN DÂN CHỦ TRÌ');
  });

  it('end each line of the opening with one full stop, typed or not', async () => {
    const { flat } = await readMinutes(
      minutes([], { police_chair: 'Nguyễn Văn Đức.', attendees: 'Cấp ủy và nhân dân' }),
    );
    expect(flat).toContain('Chủ trì: 1. Nguyễn Văn Đức. 2. Ông');
    expect(flat).toContain('Thành phần tham dự: Cấp ủy và nhân dân. Số người dự');
  });

  it('tell every opinion once and in order over many pages; signatures never stand alone', async () => {
    for (const count of [8, 9, 10, 11, 12, 13, 60]) {
      const all = Array.from({ length: count }, (_, index) => opinion(index + 1));
      const { result, pages, flat } = await readMinutes(minutes(all));
      expect(result).toEqual({ pages: pages.length, rows: count });
      const told = [...flat.matchAll(/(\d+)\. Ý kiến của 1 công dân/g)].map((match) => Number(match[1]));
      expect(told).toEqual(all.map((_, index) => index + 1));
      const last = pages.at(-1) ?? [];
      const signer = last.findIndex(({ text }) => text === 'THƯ KÝ');
      const before = last
        .slice(0, signer)
        .filter(({ text }) => /\p{L}{3}/u.test(text) && !text.startsWith('Đầu chuỗi'));
      expect(before.length).toBeGreaterThanOrEqual(2);
      for (const page of pages) {
        const drawn = page.filter(({ text }) => !text.startsWith('Đầu chuỗi'));
        expect(drawn.at(-1)?.text).not.toMatch(/^[IV]+\. /);
      }
      for (const page of pages)
        for (const { x, y, width, text } of page)
          expect(
            x >= portrait.area.left - 0.5 &&
              x + width <= portrait.area.right + 0.5 &&
              y < portrait.sheet.height - mm(11),
            text,
          ).toBe(true);
    }
  });

  it('stand even at both edges but for the last line of a paragraph', async () => {
    const attendees =
      'Đại diện cấp ủy, chính quyền, đoàn thể, già làng, người có uy tín và nhân dân. '.repeat(9);
    const { pages } = await readMinutes(minutes([], { attendees }));
    const all = pages[0] ?? [];
    const first = all.findIndex(({ text }) => text.startsWith('Thành phần tham dự'));
    const paragraph = all.slice(
      first,
      all.findIndex(({ text }) => text.startsWith('Số người dự')),
    );
    expect(paragraph.length).toBeGreaterThan(6);
    const right = ({ x, width }: { x: number; width: number }) => x + width;
    for (const line of paragraph.slice(0, -1)) expect(right(line)).toBeCloseTo(portrait.area.right, 0);
    expect(paragraph.map(({ x }) => Math.round(x - portrait.area.left))).toEqual(
      paragraph.map((_, index) => (index === 0 ? Math.round(mm(10)) : 0)),
    );
  });

  it('say of what left for another procedure only that, and leave out what was not written down', async () => {
    const gone = opinion(1, { content: null, transferred: 'khiếu nại' });
    const nothing = { agenda: null, reports_given: null, spot_answers: null, conclusion: null };
    const rest = { started_at: null, ended_at: null, minutes_number: null };
    const { flat } = await readMinutes(minutes([gone], { ...nothing, ...rest }));
    expect(flat).toContain('nội dung đã chuyển giải quyết theo quy trình khiếu nại.');
    expect(flat).toContain('I. Ý kiến của nhân dân (1 ý kiến)');
    expect(flat).toContain('Thời gian khai mạc: ngày 12 tháng 5 năm 2023.');
    expect(flat).toContain('Số: ........./BB');
  });
});

describe('the summary of opinions', () => {
  const states = ['answered', 'owed', 'overdue', 'transferred'] as const;
  const row = (number: number): SummaryOpinion => ({
    content: `Kiến nghị, đề xuất; ma túy: nội dung số ${number}`,
    speaker: '1 công dân bản Huồi Đun',
    responsible: 'Đội An ninh',
    due_date: '2023-05-27',
    result: 'Đang xử lý.',
    state: states[number % 4] ?? 'owed',
  });

  it('lies on its side, has every opinion once and in order, and closes with what stands', async () => {
    const forums = [1, 2].map((forum) => ({
      name: `Diễn đàn ngày 1${forum}/05/2023, xã Huồi Tụ`,
      opinions: Array.from({ length: 30 }, (_, index) => row((forum - 1) * 30 + index)),
    }));
    const day = { document_date: '2023-06-30', chain_head: 'ab12', sample: true };
    const data = { scope: 'Từ ngày 01/01/2023 đến ngày 30/06/2023', forums, agency, ...day };
    const { result, pdf } = make((sink) => makeOpinionSummary(data, options, sink));
    expect(result.rows).toBe(60);
    expect(poppler('pdfinfo', [], pdf)).toMatch(/Page size:\s+841\.89 x 595\.2/);
    const flat = poppler('pdftotext', ['-layout'], pdf).replaceAll(/\s+/g, ' ');
    const text = poppler('pdftotext', ['-raw'], pdf).replaceAll(/\s+/g, ' ');
    expect([...text.matchAll(/nội dung số (\d+)/g)].map((match) => Number(match[1]))).toEqual(
      Array.from({ length: 60 }, (_, index) => index),
    );
    expect(text).toContain('Diễn đàn ngày 12/05/2023, xã Huồi Tụ (30 ý kiến)');
    expect(flat).toContain(
      'Bảng này có 60 ý kiến; tính đến ngày 30/06/2023: 15 đã trả lời, 30 còn phải trả lời (15 quá hạn), 15 đã chuyển quy trình khác.',
    );
    for (const page of await readPages(pdf))
      for (const { x, width, text: one, upright } of page)
        if (upright) expect(x + width, one).toBeLessThanOrEqual(landscape.area.right + 0.5);
  });
});
