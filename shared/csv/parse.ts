import { fail } from '../failure.ts';

/** One record of a CSV file; `line` is the line of the file (from 1) where it begins. */
export interface CsvRow {
  line: number;
  cells: string[];
}

const QUOTE = '"';

function fault(line: number, text: string): never {
  return fail('invalid', `Dòng ${line} của tệp CSV: ${text}`);
}

/** Reads one record after another, counting lines; quoted cells may hold commas, quotes and line ends. */
class CsvReader {
  private readonly text: string;
  private position = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  row(): CsvRow {
    const line = this.line;
    const cells = [this.cell()];
    while (this.text[this.position] === ',') {
      this.position += 1;
      cells.push(this.cell());
    }
    this.lineEnd();
    return { line, cells };
  }

  private cell(): string {
    if (this.text[this.position] === QUOTE) return this.quoted();
    const plain = /[^,\r\n]*/y;
    plain.lastIndex = this.position;
    const cell = plain.exec(this.text)?.[0] ?? '';
    if (cell.includes(QUOTE)) fault(this.line, 'dấu ngoặc kép nằm giữa ô không có ngoặc kép bao quanh.');
    this.position += cell.length;
    return cell;
  }

  private quoted(): string {
    const opened = this.line;
    let cell = '';
    for (;;) {
      const close = this.text.indexOf(QUOTE, this.position + 1);
      if (close < 0) fault(opened, 'ô mở ngoặc kép mà không đóng.');
      const part = this.text.slice(this.position + 1, close);
      this.line += part.match(/\r\n|\r|\n/g)?.length ?? 0;
      cell += part;
      this.position = close + 1;
      if (this.text[this.position] !== QUOTE) break;
      cell += QUOTE;
    }
    if (!this.atEnd && !',\r\n'.includes(this.text[this.position] ?? '')) {
      fault(this.line, 'có chữ ngay sau dấu ngoặc kép đóng ô.');
    }
    return cell;
  }

  private lineEnd(): void {
    if (this.atEnd) return;
    this.position += this.text.startsWith('\r\n', this.position) ? 2 : 1;
    this.line += 1;
  }
}

/**
 * Reads CSV text by RFC 4180: commas, quotes, CRLF (LF and CR too), with or without a byte order mark. Blank rows
 * (no cell with content) are left out. Fails with `invalid`, naming the line in Vietnamese.
 */
export function parseCsv(text: string): CsvRow[] {
  const reader = new CsvReader(text.startsWith('\ufeff') ? text.slice(1) : text);
  const rows: CsvRow[] = [];
  while (!reader.atEnd) {
    const row = reader.row();
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return rows;
}

/** One record with its cells by the names in the header line. */
export interface CsvRecord<Column extends string> {
  line: number;
  values: Record<Column, string>;
}

/**
 * Reads CSV text whose first line names the columns, in any order; columns that were not asked for are left out.
 * Fails with `invalid` where a column is missing or double or a row is not as long as the header.
 */
export function parseCsvRecords<Column extends string>(
  text: string,
  columns: readonly Column[],
): CsvRecord<Column>[] {
  const [header, ...rows] = parseCsv(text);
  if (!header) fail('invalid', 'Tệp CSV không có dòng nào.');
  const names = header.cells.map((cell) => cell.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) fault(header.line, `thiếu cột ${missing.join(', ')}.`);
  const double = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (double !== undefined) fault(header.line, `có hai cột ${double}.`);
  return rows.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      fault(line, `có ${cells.length} ô, trong khi dòng đầu có ${names.length} cột.`);
    }
    const entries = columns.map((column) => [column, cells[names.indexOf(column)] ?? ''] as const);
    return { line, values: Object.fromEntries(entries) as Record<Column, string> };
  });
}
