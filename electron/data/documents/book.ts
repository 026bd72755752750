import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { bookColumns } from './book-columns.ts';
import type { BookData } from './book-data.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead } from './letterhead.ts';
import { landscape, mm } from './metrics.ts';
import { Paper } from './paper.ts';
import type { DocumentOptions } from './paper.ts';
import { agencySignature, compiler } from './signatures.ts';
import { TableFlow } from './table-flow.ts';
import { Table } from './table.ts';

const internalCopy = 'Bản lưu nội bộ';
/** Rows are never cut: taller ones are set smaller; the last two must stand on a page with the signatures. */
const tallest = { usual: mm(110), last: mm(44) } as const;

/**
 * Makes a book: the list of a kind on sheets that lie on their side, with running numbers, totals, closing sentence
 * and signatures. Bytes go to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeBook(
  data: BookData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const furniture = {
    title: data.title,
    date: data.document_date,
    chainHead: data.chain_head,
    sample: data.sample,
    remark: data.internal ? internalCopy : undefined,
    layout: landscape,
  };
  const paper = new Paper(furniture, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const { columns, size } = bookColumns(canvas, data.columns, data.total);
  const table = new Table(canvas, columns, { size, tallestRow: tallest.usual });
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const heading = {
    title: data.title,
    subject: data.subject,
    remark: data.internal ? internalCopy : undefined,
  };
  const flow = new TableFlow(paper, table, drawHeading(canvas, heading, below));
  const rows = addRows(flow, table, data);
  const { totals, sentences } = data.ending();
  if (totals) flow.add(table.band(totals, 'previous'));
  flow.finish(closing(paper, sentences, [compiler, agencySignature(data.agency)]));
  canvas.end();
  return { pages: canvas.pages, rows };
}

function addRows(flow: TableFlow, table: Table, data: BookData): number {
  let rows = 0;
  let group: string | undefined;
  for (const { texts, mark, group: own } of data.rows) {
    if (own !== undefined && own !== group) flow.add(table.band(own, 'next'));
    group = own;
    rows += 1;
    const most = rows > data.total - 2 ? tallest.last : tallest.usual;
    const marked = mark && { ...mark, column: data.nameColumn + 1 };
    flow.add(table.row([formatNumber(rows), ...texts], marked, most));
  }
  return rows;
}
