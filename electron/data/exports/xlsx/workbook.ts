import { fail } from '../../../../shared/failure.ts';
import { formatNumber } from '../../../../shared/vietnamese/numbers.ts';
import type { Sink } from '../../documents/canvas.ts';
import { cellXml, columnName, looks, type Cell } from './cells.ts';
import {
  contentTypes,
  packageRelations,
  sheetFoot,
  sheetHead,
  styles,
  workbook,
  workbookRelations,
} from './parts.ts';
import { ZipWriter } from './zip.ts';

/** A column of the sheet: its heading, and its width in characters. */
export interface SheetColumn {
  readonly label: string;
  readonly width: number;
}

/** A list as a workbook says it. */
export interface SheetData {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly Cell[]>;
  /** What the second sheet tells about the list. */
  readonly about: readonly (readonly [string, string])[];
}

/** The rows that a sheet holds below its heading. */
export const mostRows = 1_048_575;

function rowXml(number: number, cells: readonly Cell[]): string {
  const parts = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell));
  return `<row r="${number}">${parts.join('')}</row>\n`;
}

/**
 * Writes a workbook: a sheet with the list, its heading frozen and filterable, and one that says what it is. Rows go
 * to the sink as they come. `each` is told after every row. Gives the number of rows; fails `invalid` for a list that
 * is longer than a sheet.
 */
export function makeWorkbook(data: SheetData, sink: Sink, each: (rows: number) => void): { rows: number } {
  const zip = new ZipWriter(sink);
  zip.add('[Content_Types].xml', contentTypes);
  zip.add('_rels/.rels', packageRelations);
  zip.add('xl/_rels/workbook.xml.rels', workbookRelations);
  zip.add('xl/styles.xml', styles);
  zip.begin('xl/worksheets/sheet1.xml');
  zip.write(
    sheetHead(
      data.columns.map(({ width }) => width),
      true,
    ),
  );
  zip.write(
    rowXml(
      1,
      data.columns.map(({ label }) => ({ text: label, look: looks.header })),
    ),
  );
  let rows = 0;
  for (const cells of data.rows) {
    rows += 1;
    if (rows > mostRows)
      fail(
        'invalid',
        `Danh sách dài hơn ${formatNumber(mostRows)} dòng, một trang tính không chứa hết. Hãy lọc bớt.`,
      );
    zip.write(rowXml(rows + 1, cells));
    each(rows);
  }
  const lastCell = `${columnName(data.columns.length - 1)}${rows + 1}`;
  zip.write(sheetFoot(`A1:${lastCell}`));
  zip.end();
  const about = data.about.map((pair, index) =>
    rowXml(
      index + 1,
      pair.map((text) => ({ text })),
    ),
  );
  zip.add('xl/worksheets/sheet2.xml', sheetHead([28, 100], false) + about.join('') + sheetFoot(null));
  zip.add('xl/workbook.xml', workbook(data.title, lastCell));
  zip.finish();
  return { rows };
}
