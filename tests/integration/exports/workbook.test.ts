import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { inMemory } from '../../../electron/data/documents/write-document.ts';
import { isDangerous, looks, serialDay, type Cell } from '../../../electron/data/exports/xlsx/cells.ts';
import { makeWorkbook, mostRows } from '../../../electron/data/exports/xlsx/workbook.ts';
import { ZipWriter } from '../../../electron/data/exports/xlsx/zip.ts';
import { addDays } from '../../../shared/vietnamese/dates.ts';
import { partOf, readWorkbook } from './kit.ts';

// The spreadsheet's file by itself, read back by a library that had no part in writing it.

function workbookOf(rows: readonly (readonly Cell[])[], labels = ['Mục']): Uint8Array {
  const memory = inMemory();
  const columns = labels.map((label) => ({ label, width: 20 }));
  makeWorkbook({ title: 'Sổ thử', columns, rows, about: [] }, memory.sink, () => undefined);
  return memory.bytes();
}

const dangerousText = fc
  .tuple(
    fc.constantFrom('', ' ', '\n', '\u00a0'),
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'),
    fc.string(),
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  dangerousText,
  fc.constantFrom('_x0041_', '<a>&amp;"', "'=1", 'Đoọc Mạy', '\u0000\u0007\u001f\ufffe'),
);

test('whatever a text is, it is read back as that very text, never as a formula', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const { list } = readWorkbook(workbookOf(texts.map((text) => [{ text }])));
      for (const [index, text] of texts.entries()) {
        const cell: unknown = list[`A${index + 2}`];
        expect(cell).toMatchObject({ t: 's', v: text.toWellFormed() });
        expect(cell).not.toHaveProperty('f');
      }
    }),
    { numRuns: 150 },
  );
});

test('a text that begins like a formula bears the mark that keeps it text when its cell is edited', () => {
  fc.assert(
    fc.property(dangerousText, (text) => {
      expect(isDangerous(text)).toBe(true);
      const bytes = workbookOf([[{ text }], [{ text: `a${text}` }]]);
      const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
      expect(/<c r="A2" s="(\d)" t="(\w+)"/.exec(sheet)?.slice(1)).toEqual([
        String(looks.quoted),
        'inlineStr',
      ]);
      expect(/<c r="A3" s="(\d)"/.exec(sheet)?.[1]).toBe(String(looks.text));
      expect(sheet).not.toContain('<f');
    }),
    { numRuns: 100 },
  );
  const formats = partOf(workbookOf([]), 'xl/styles.xml').match(/<xf [^>]*xfId[^>]*>/g) ?? [];
  expect(formats[looks.quoted]).toContain('quotePrefix="1"');
  expect(formats.filter((format) => format.includes('quotePrefix'))).toHaveLength(1);
});

test('days are the numbers that spreadsheets know them by; days that they reckon wrongly stay text', () => {
  expect(serialDay('1900-03-01')).toBe(61);
  expect(serialDay('2023-05-01')).toBe(45_047);
  expect(serialDay('1900-02-28')).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
      const day = addDays('1900-03-01', days);
      const bytes = workbookOf([[{ number: serialDay(day) ?? 0, look: looks.date }]]);
      const { list } = readWorkbook(bytes);
      expect(list['A2']).toMatchObject({ t: 'n', z: 'dd/mm/yyyy', w: day.split('-').reverse().join('/') });
    }),
    { numRuns: 40 },
  );
});

test('the heading is frozen, filterable and repeated on paper, however many columns and rows', () => {
  const labels = Array.from({ length: 30 }, (_, index) => `Mục ${index}`);
  const rows = Array.from({ length: 600 }, (_, row) =>
    labels.map((_label, index) => ({ text: `${row}-${index}` })),
  );
  const bytes = workbookOf(rows, labels);
  const read = readWorkbook(bytes);
  expect(read.rows).toEqual([labels, ...rows.map((row) => row.map(({ text }) => text))]);
  expect(read.list['!autofilter']).toEqual({ ref: 'A1:AD601' });
  const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(partOf(bytes, 'xl/workbook.xml')).toContain("'Sổ thử'!$1:$1");
});

test('a text longer than a cell holds is cut between two letters and says so; one that just fits stays whole', () => {
  const most = 32_767;
  const fits = 'ạ'.repeat(most);
  // Two UTF-16 units a sign: from an odd or an even place, one of these would be cut in half.
  const long = ['𠀀'.repeat(20_000), `a${'𠀀'.repeat(20_000)}`];
  const { list } = readWorkbook(workbookOf([fits, ...long].map((text) => [{ text }])));
  const read = (place: string) => String((list[place] as { v: unknown }).v);
  expect(read('A2')).toBe(fits);
  for (const [index, text] of long.entries()) {
    const cut = read(`A${index + 3}`);
    expect(cut.length).toBeGreaterThan(most - 2);
    expect(cut.length).toBeLessThanOrEqual(most);
    expect(cut).toMatch(/ … \(còn nữa, ô Excel không chứa hết\)$/);
    expect(text.startsWith(cut.slice(0, cut.indexOf(' …')))).toBe(true);
    expect(cut.isWellFormed()).toBe(true);
  }
});

test('a list longer than a sheet is refused, and so is one larger than the file’s format can count', () => {
  const rows = {
    *[Symbol.iterator]() {
      for (;;) yield [];
    },
  };
  const data = { title: 'Sổ thử', columns: [{ label: 'Mục', width: 20 }], rows, about: [] };
  let written = 0;
  const refused: unknown = expect.objectContaining({
    failure: expect.objectContaining({
      code: 'invalid',
      text: expect.stringContaining('1.048.575 dòng') as unknown,
    }) as unknown,
  });
  expect(() =>
    makeWorkbook(
      data,
      () => undefined,
      (count) => (written = count),
    ),
  ).toThrow(refused);
  expect(written).toBe(mostRows);

  const zip = new ZipWriter(() => undefined, 1_000_000);
  zip.add('first', 'a'.repeat(999_999));
  zip.begin('second');
  const tooLarge: unknown = expect.objectContaining({
    failure: expect.objectContaining({ code: 'invalid' }) as unknown,
  });
  expect(() => {
    for (let piece = 0; piece < 100; piece += 1) zip.write('ạ'.repeat(10_000));
  }).toThrow(tooLarge);
});

test('the same list gives the same bytes, whenever it is made', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => [
    { text: `Hộ ${row}` },
    { number: row, look: looks.count },
  ]);
  const first = workbookOf(rows, ['Hộ', 'Số khẩu']);
  vi.useFakeTimers({ now: new Date('2031-07-01T10:00:00Z') });
  const second = workbookOf(rows, ['Hộ', 'Số khẩu']);
  vi.useRealTimers();
  expect(Buffer.compare(first, second)).toBe(0);
});
