import { parse as referenceParse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, parseCsvRecords } from '../../../shared/csv/parse.ts';
import { writeCsv } from '../../../shared/csv/write.ts';

const cellsOf = (text: string): string[][] => parseCsv(text).map(({ cells }) => cells);

describe('parseCsv', () => {
  it('reads quotes, commas, line ends in cells, with and without a last line end', () => {
    expect(cellsOf('a,"b,c","d ""e"""\r\n"x\r\ny",,z')).toEqual([
      ['a', 'b,c', 'd "e"'],
      ['x\r\ny', '', 'z'],
    ]);
  });

  it('takes a byte order mark, LF, CR and blank lines', () => {
    const rows = [
      ['số', 'tên'],
      ['1', 'Rê'],
    ];
    expect(cellsOf('\ufeffsố,tên\r\n1,Rê\r\n\r\n\r\n')).toEqual(rows);
    expect(cellsOf('số,tên\n1,Rê\n,\n  \n')).toEqual(rows);
    expect(cellsOf('số,tên\r1,Rê')).toEqual(rows);
    expect(cellsOf('')).toEqual([]);
  });

  it('knows the line where each row begins', () => {
    expect(parseCsv('a\n"b\nb"\n\nc').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['a\n"b', 'Dòng 2 của tệp CSV: ô mở ngoặc kép mà không đóng.'],
    ['a\nb"c"', 'Dòng 2 của tệp CSV: dấu ngoặc kép nằm giữa ô không có ngoặc kép bao quanh.'],
    ['"a"b', 'Dòng 1 của tệp CSV: có chữ ngay sau dấu ngoặc kép đóng ô.'],
  ])('names the line of what is wrong in %j', (text, message) => {
    expect(() => parseCsv(text)).toThrow(message);
  });
});

describe('writeCsv', () => {
  it('quotes only what needs it', () => {
    expect(writeCsv([['a', 'b,c', 'd "e"', null, 5, 'x\ny']])).toBe('a,"b,c","d ""e""",,5,"x\ny"\r\n');
    expect(writeCsv([['Rê']], { byteOrderMark: true })).toBe('\ufeffRê\r\n');
  });

  it('is read back the same, by us and by an independent reader', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ế', ' ', ',', '"', '\n', '\r\n', "'"),
      maxLength: 8,
    });
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }))
      .map((rows) => rows.filter((row) => row.some((text) => text.trim() !== '')));
    fc.assert(
      fc.property(table, (rows) => {
        const text = writeCsv(rows);
        expect(cellsOf(text)).toEqual(rows);
        expect(referenceParse(text, { recordDelimiter: '\r\n' })).toEqual(rows);
      }),
    );
  });
});

describe('parseCsvRecords', () => {
  it('goes by the header, whatever the order', () => {
    expect(parseCsvRecords('b,x,a\n1,2,3\n', ['a', 'b'])).toEqual([{ line: 2, values: { a: '3', b: '1' } }]);
  });

  it.each([
    ['', 'Tệp CSV không có dòng nào.'],
    ['a\n1', 'Dòng 1 của tệp CSV: thiếu cột b.'],
    ['a,b,a\n1,2,3', 'Dòng 1 của tệp CSV: có hai cột a.'],
    ['a,b\n1,2\n1', 'Dòng 3 của tệp CSV: có 1 ô, trong khi dòng đầu có 2 cột.'],
  ])('refuses %j', (text, message) => {
    expect(() => parseCsvRecords(text, ['a', 'b'])).toThrow(message);
  });
});
