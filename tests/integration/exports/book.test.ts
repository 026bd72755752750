import { afterAll, beforeAll, expect, test } from 'vitest';
import { landscape } from '../../../electron/data/documents/metrics.ts';
import type { CallInput } from '../../../shared/api.ts';
import { documentTypeWords } from '../../../shared/vietnamese/document-types.ts';
import { poppler } from '../documents/reader.ts';
import { desk, type Desk } from './kit.ts';

// Books of lists, made by the data side's own call and read back by poppler.

const count = 400;
const reserved = 200;
const voided = 300;
let office: Desk;

beforeAll(async () => {
  office = await desk();
  const types = Object.keys(documentTypeWords);
  await office.call('records.create', { kind: 'officer', values: { full_name: 'Nguyễn Thị Hồng Nhung' } });
  for (let number = 1; number <= count; number += 1) {
    // Entered out of their days' order: the book goes by its own numbers.
    const day = String(1 + ((number * 7) % 28)).padStart(2, '0');
    const values = {
      dated: `2023-${String(1 + (number % 12)).padStart(2, '0')}-${day}`,
      doc_type: types[number % types.length] ?? 'report',
      issuing_agency: 'Công an huyện Kỳ Sơn',
      doc_summary:
        `Văn bản thứ ${number}: kết quả thực hiện phong trào Toàn dân bảo vệ an ninh Tổ quốc. `.repeat(
          1 + (number % 3),
        ),
      drafting_officer_id: 1,
      addressee: 'party_committee',
      signed_result: number === reserved ? 'reserved' : 'pending',
    };
    const { id } = await office.call('records.create', { kind: 'advisory_document', values });
    if (number === voided)
      await office.call('records.void', { kind: 'advisory_document', id, version: 1, reason: 'ghi nhầm' });
  }
}, 120_000);
afterAll(() => office.close());

async function book(
  input: Omit<CallInput<'exports.book'>, 'document_date' | 'filter'> & {
    filter?: CallInput<'exports.book'>['filter'];
  },
) {
  const { documents } = await office.call('exports.book', {
    filter: {},
    document_date: '2023-12-31',
    ...input,
  });
  const [made] = documents;
  if (!made) throw new Error('No document was made');
  const pdf = office.bytes(made.document_id);
  const pages = poppler('pdftotext', ['-layout'], pdf).split('\f').slice(0, -1);
  return { made, pdf, pages };
}

interface Word {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Every word of a document with the place where it stands, from top to bottom. */
function wordsOf(pdf: Uint8Array): Word[] {
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g;
  return poppler('pdftotext', ['-bbox'], pdf)
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(word)].map(([, left, top, right, text]) => ({
        page: index + 1,
        x: (Number(left) + Number(right)) / 2,
        y: Number(top),
        text: text ?? '',
      })),
    )
    .sort((a, b) => a.page - b.page || a.y - b.y || a.x - b.x);
}

test('a year’s book of 400 documents: every one once and by its number, reserved and voided ones marked', async () => {
  const { made, pdf, pages } = await book({
    kind: 'advisory_document',
    filter: { equal: { entry_year: 2023 } },
  });
  expect(made).toMatchObject({ rows: count, pages: pages.length, title: 'Sổ văn bản tham mưu' });
  expect(made.file_name).toBe('so-van-ban-tham-muu-2023-12-31.pdf');
  const words = wordsOf(pdf);
  const column = words.find(({ text }) => text === 'STT')?.x ?? 0;
  const running = words.filter(({ x, text }) => Math.abs(x - column) < 8 && /^\d+$/.test(text));
  expect(running.map(({ text }) => Number(text))).toEqual(
    Array.from({ length: count }, (_, index) => index + 1),
  );
  const text = pages.join('\n').replace(/\s+/g, ' ');
  const named = [...text.matchAll(/thứ (\d+):/g)].map(([, number]) => Number(number));
  expect(new Set(named).size).toBe(count);
  expect(text.match(/\(đã hủy\)/g)).toHaveLength(1);
  expect(text.match(/\(giữ số\)/g)).toHaveLength(1);
  const pageOf = (what: string) => pages.findIndex((page) => page.includes(what));
  expect(pageOf('(giữ số)')).toBe(pageOf(`thứ ${reserved}:`));
  expect(pageOf('(đã hủy)')).toBe(pageOf(`thứ ${voided}:`));
  expect(text).toContain('Sổ này có 400 văn bản tham mưu, trong đó 1 giữ số, 1 đã hủy.');
  expect(text).toContain('Bằng chữ: Bốn trăm văn bản tham mưu.');
  expect(text).toMatch(/Từ ngày 01\/01\/2023 đến ngày 22\/12\/2023; Năm vào sổ: 2023/);
});

test('the sheet lies on its side; the heading is on every page, the number of the page from the second on', async () => {
  const { pdf, pages } = await book({ kind: 'advisory_document' });
  expect(poppler('pdfinfo', [], pdf)).toMatch(/Page size: +841\.\d+ x 595\.\d+ pts \(A4\)/);
  for (const page of pages) expect(page).toMatch(/STT.*Số, ký hiệu.*Trích yếu/s);
  const middle = landscape.sheet.width / 2;
  const numbers = wordsOf(pdf).filter(({ y, x }) => y < landscape.area.top - 15 && Math.abs(x - middle) < 10);
  expect(numbers.map(({ page, text }) => [page, text])).toEqual(
    pages.slice(1).map((_page, index) => [index + 2, String(index + 2)]),
  );
  const beyond = wordsOf(pdf).filter(({ x }) => x < landscape.area.left - 1 || x > landscape.area.right + 1);
  expect(beyond).toEqual([]);
  expect(pages[0]).toContain('Năm 2023');
  const last = pages.at(-1) ?? '';
  expect(last).toContain('TRƯỞNG CÔNG AN HUYỆN');
  expect(last).toMatch(/399[^]*400/);
  expect(poppler('pdffonts', [], pdf)).not.toMatch(/Times|Helvetica/);
});

test('the trail has the book before it is made, and the book bears the head of the trail', async () => {
  const { pages } = await book({
    kind: 'advisory_document',
    filter: { equal: { signed_result: 'reserved' } },
  });
  const { rows, chain_head } = await office.call('audit.list', { action: 'make_book', limit: 1 });
  expect(rows[0]).toMatchObject({ kind: 'advisory_document', record_id: null });
  expect(rows[0]?.about).toMatch(/^1 dòng; các mục: Số vào sổ · .* lọc: Kết quả: giữ số, chờ văn bản$/);
  expect(pages[0]).toContain(chain_head);
});

test('a book of sessions runs forward in time, with the totals of what is counted; voided ones are not summed', async () => {
  const session = { place: 'Nhà văn hóa', topic: 'Phòng, chống ma túy', audience: 'Nhân dân' };
  const units = await office.call('units.list', { date: '2023-05-01' });
  const commune_id = units.find(({ level }) => level === 'commune')?.id ?? 0;
  const ids = [];
  for (const [held_on, attendance_count] of [
    ['2023-09-01', 1000],
    ['2023-03-05', 234],
    ['2023-06-01', 50],
  ] as const) {
    const values = { ...session, commune_id, held_on, attendance_count };
    ids.push((await office.call('records.create', { kind: 'propaganda_session', values })).id);
  }
  await office.call('records.void', {
    kind: 'propaganda_session',
    id: ids[2] ?? 0,
    version: 1,
    reason: 'trùng',
  });
  const { pdf, pages } = await book({ kind: 'propaganda_session', filter: { voided: 'with' } });
  const text = pages.join('');
  const headingEnd = 190;
  const days = wordsOf(pdf).filter(({ y, text: word }) => y > headingEnd && /^\d\d\/\d\d\/2023$/.test(word));
  expect(days.map(({ text: day }) => day)).toEqual(['05/03/2023', '01/06/2023', '01/09/2023']);
  expect(text).toContain('Số lượt người: 1.234 (không tính bản ghi đã hủy).');
  expect(text).toContain('Sổ này có 3 buổi tuyên truyền, trong đó 1 đã hủy.');
});

test('where another agency is advised, the book names it', async () => {
  const named = 'Ban Dân vận Huyện ủy và Phòng Tư pháp huyện';
  const kind = 'advisory_document';
  const values = {
    ...{ dated: '2022-05-01', doc_type: 'report', issuing_agency: 'Công an huyện Kỳ Sơn' },
    ...{ doc_summary: 'Phối hợp', addressee: 'other', addressee_other: named, signed_result: 'pending' },
  };
  await office.call('records.create', { kind, values });
  const { pdf } = await book({ kind, filter: { equal: { entry_year: 2022 } } });
  const words = poppler('pdftotext', ['-raw'], pdf).replaceAll(/\s+/g, ' ');
  expect(words).toContain(named);
  expect(words).not.toContain('cơ quan khác');
});

test('a person’s name is printed only when chosen', async () => {
  const units = await office.call('units.list', { date: '2023-05-31' });
  const village_id = units.find(({ level }) => level === 'village')?.id ?? 0;
  const head = { village_id, head_name: 'Vừ Bá Rê', birth: '1978', sex: 'male', member_count: 5 } as const;
  await office.call('households.add', head);
  expect((await book({ kind: 'household' })).pages.join('')).not.toMatch(/Vừ Bá Rê|1978/);
  const { pages } = await book({ kind: 'household', sensitive: true });
  expect(pages.join('')).toMatch(/Vừ Bá Rê +1978/);
  expect(pages.join('')).not.toContain('DỮ LIỆU MẪU');
});

test('rows of any length stay whole, and the page with the signatures has two of them', async () => {
  const long = 'Phát động phong trào toàn dân bảo vệ an ninh Tổ quốc, tố giác tội phạm. '
    .repeat(27)
    .slice(0, 1990)
    .trim();
  const units = await office.call('units.list', { date: '2023-05-01' });
  const villages = JSON.stringify([[units.find(({ level }) => level === 'village')?.id ?? 0, 100]]);
  for (let day = 1; day <= 5; day += 1) {
    const values = {
      held_on: `2023-05-0${day}`,
      launch_form: 'mass_form',
      attendance_count: 100,
      villages,
      content: long,
    };
    await office.call('records.create', { kind: 'launch_session', values });
  }
  const { pdf, pages } = await book({ kind: 'launch_session' });
  const words = wordsOf(pdf);
  expect(words.filter(({ text }) => text === 'Phát').length).toBeGreaterThanOrEqual(5 * 27);
  const last = words.filter(({ page }) => page === pages.length);
  const column = words.find(({ text }) => text === 'STT')?.x ?? 0;
  const running = last
    .filter(({ x, text }) => Math.abs(x - column) < 8 && /^\d$/.test(text))
    .map(({ text }) => text);
  expect(running.slice(-2)).toEqual(['4', '5']);
  expect(last.map(({ text }) => text).join(' ')).toContain('NGƯỜI LẬP');
});

test('villages take the room that they need, and a sum is not called a sum twice', async () => {
  const units = await office.call('units.list', { date: '2023-12-15' });
  const villages = units.filter(({ level }) => level === 'village').slice(0, 12);
  const values = {
    ...{ held_on: '2023-12-15', launch_form: 'mass_form', attendance_count: 60 * villages.length },
    ...{ content: 'Phát động phong trào', villages: JSON.stringify(villages.map(({ id }) => [id, 60])) },
  };
  await office.call('records.create', { kind: 'launch_session', values });
  const { pdf, pages } = await book({
    kind: 'launch_session',
    filter: { period: { held_on: { from: '2023-12-15', to: '2023-12-15' } } },
  });
  expect(pages.join('')).toContain(`Tổng cộng: Số lượt người: ${60 * villages.length}.`);
  const lines = new Set(
    wordsOf(pdf).flatMap(({ text, y }) => (text.includes('(60)') ? [Math.round(y)] : [])),
  );
  expect(villages.length).toBeGreaterThan(5);
  expect(lines.size).toBeLessThanOrEqual(Math.ceil(villages.length / 3));
});
