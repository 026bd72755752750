import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { amountOf, amountWithUnit, type Holding } from './holding.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { landscape, mm } from './metrics.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { agencySignature, compiler, type Signature } from './signatures.ts';
import { tableBelow } from './table-below.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';
import { moneyInWords } from './wording.ts';

/** A line of a book: what came in or went out. Amounts are đồng, or thousandths of a unit of goods. */
export interface FundLine {
  /** ISO date. */
  readonly day: string;
  /** "PT 05/2023" */
  readonly number: string;
  readonly name: string;
  readonly content: string;
  /** Below zero where a cancelled receipt is reversed. */
  readonly received: number;
  readonly paid: number;
  readonly balance: number;
  /** Said of a voucher that was cancelled later. */
  readonly mark: string | null;
}

/** One book of a fund, of money or of one kind of goods: opening + received − paid = closing. */
export interface FundBook {
  readonly holding: Holding;
  readonly opening: number;
  readonly received: number;
  readonly paid: number;
  readonly closing: number;
  readonly lines: readonly FundLine[];
}

/** What the report of a fund says. */
export interface FundReportData {
  readonly fund: string;
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly books: readonly FundBook[];
  readonly agency: Agency;
  /** ISO date. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

const size = 11;
const tallestRow = mm(60);
const treasurer: Signature = { titles: ['Thủ quỹ'], name: '' };
/** They make up the 252 mm of a sheet on its side. */
const lineColumns: readonly Column[] = [
  { title: 'STT', width: 13, align: 'center' },
  { title: 'Ngày', width: 22, align: 'center' },
  { title: 'Số phiếu', width: 27, align: 'center' },
  { title: 'Người nộp, người nhận', width: 45, align: 'left' },
  { title: 'Nội dung', width: 49, align: 'left' },
  { title: 'Thu, nhập', width: 32, align: 'right' },
  { title: 'Chi, xuất', width: 32, align: 'right' },
  { title: 'Tồn', width: 32, align: 'right' },
];
const summaryColumns: readonly Column[] = [
  { title: 'Tổng hợp', width: 84, align: 'left' },
  { title: 'ĐVT', width: 24, align: 'center' },
  { title: 'Tồn đầu kỳ', width: 36, align: 'right' },
  { title: 'Thu, nhập', width: 36, align: 'right' },
  { title: 'Chi, xuất', width: 36, align: 'right' },
  { title: 'Tồn cuối kỳ', width: 36, align: 'right' },
];

/** One column's amount, empty for nothing. */
const cell = (holding: Holding, amount: number) => (amount === 0 ? '' : amountOf(holding, amount));

function addBook(flow: TableFlow, table: Table, book: FundBook, before: number): number {
  const { holding, opening, received, paid, closing: end, lines } = book;
  const said = (amount: number) => amountWithUnit(holding, amount);
  flow.add(table.band(`${holding.name}. Tồn đầu kỳ: ${said(opening)}`, 'next'));
  let number = before;
  for (const line of lines) {
    number += 1;
    const { day, content, name, mark } = line;
    const amounts = [cell(holding, line.received), cell(holding, line.paid), amountOf(holding, line.balance)];
    const cells = [formatNumber(number), formatDate(day), line.number, name, content, ...amounts];
    flow.add(table.row(cells, mark === null ? undefined : { column: 4, text: mark, struck: false }));
  }
  const sums = `thu, nhập ${said(received)}; chi, xuất ${said(paid)}; tồn cuối kỳ ${said(end)}.`;
  flow.add(table.band(`Cộng ${holding.name.toLocaleLowerCase('vi')}: ${sums}`, 'previous'));
  return number;
}

function addSummary(paper: Paper, above: TableFlow, books: readonly FundBook[]): TableFlow {
  const { flow, table } = tableBelow(paper, above, summaryColumns, { size });
  for (const { holding, opening, received, paid, closing: end } of books) {
    const amounts = [opening, received, paid, end].map((amount) => amountOf(holding, amount));
    flow.add(table.row([holding.name, holding.unit_name ?? 'đ', ...amounts]));
  }
  return flow;
}

/** What is left of the money, in figures and in words. */
function sentencesOf(books: readonly FundBook[]): string[] {
  const money = books.filter(({ holding }) => holding.unit_name === null);
  const left = money.reduce((sum, book) => sum + book.closing, 0);
  return [
    `Tồn quỹ tiền cuối kỳ: ${formatMoney(left)}. Bằng chữ: ${moneyInWords(left)}.`,
    'Phiếu hủy vẫn giữ số; số đã ghi được ghi giảm vào ngày hủy.',
  ];
}

/**
 * Makes the report of a fund over a period, on sheets on their side: its books line by line, then what there was,
 * came in, went out and is left. Bytes go to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeFundReport(
  data: FundReportData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const title = 'Báo cáo thu, chi quỹ';
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper(
    { ...furniture, title: `${title} - ${data.fund}`, layout: landscape },
    options,
    sink,
  );
  paper.addPage();
  const { canvas } = paper;
  const period = `Từ ngày ${formatDate(data.from)} đến ngày ${formatDate(data.to)}`;
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const table = new Table(canvas, lineColumns, { size, tallestRow });
  const top = drawHeading(canvas, { title, subject: data.fund, lines: [period] }, below);
  const flow = new TableFlow(paper, table, top);
  let rows = 0;
  for (const book of data.books) rows = addBook(flow, table, book, rows);
  const signatures = [compiler, treasurer, agencySignature(data.agency)];
  addSummary(paper, flow, data.books).finish(closing(paper, sentencesOf(data.books), signatures));
  canvas.end();
  return { pages: canvas.pages, rows };
}
