import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { landscape, mm } from './metrics.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { agencySignature, compiler } from './signatures.ts';
import { tableBelow } from './table-below.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';

/** One time that a unit helped a village or a house. */
export interface Labour {
  /** ISO date. */
  readonly day: string;
  readonly unit: string;
  /** "bản Huồi Đun, xã Huồi Tụ" */
  readonly place: string;
  /** "san lấp mặt bằng" */
  readonly work: string;
  readonly people: number;
  /** Thousandths. */
  readonly days: number;
  readonly turns: number;
  /** Thousandths. */
  readonly person_days: number;
}

/** What the table of labour of a period says. */
export interface LabourTableData {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly labour: readonly Labour[];
  /** Every kind of work, in the order of the totals. */
  readonly works: readonly string[];
  readonly agency: Agency;
  /** ISO date. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

const size = 12;
const tallestRow = mm(44);
/** They make up the 252 mm of a sheet on its side. */
const columns: readonly Column[] = [
  { title: 'STT', width: 13, align: 'center' },
  { title: 'Ngày', width: 25, align: 'center' },
  { title: 'Đơn vị', width: 50, align: 'left' },
  { title: 'Nơi giúp', width: 50, align: 'left' },
  { title: 'Việc', width: 34, align: 'left' },
  { title: 'Số người', width: 18, align: 'right' },
  { title: 'Số ngày', width: 18, align: 'right' },
  { title: 'Lượt người', width: 22, align: 'right' },
  { title: 'Ngày công', width: 22, align: 'right' },
];
const totalColumns: readonly Column[] = [
  { title: 'Tổng hợp theo việc', width: 108, align: 'left' },
  { title: 'Số lần', width: 48, align: 'right' },
  { title: 'Lượt người', width: 48, align: 'right' },
  { title: 'Ngày công', width: 48, align: 'right' },
];

function totalsOf(labour: readonly Labour[]) {
  const sum = (of: 'turns' | 'person_days') => labour.reduce((all, one) => all + one[of], 0);
  return { times: labour.length, turns: sum('turns'), person_days: sum('person_days') };
}

function totalRow(name: string, labour: readonly Labour[]): string[] {
  const { times, turns, person_days } = totalsOf(labour);
  return [name, formatNumber(times), formatNumber(turns), formatQuantity(person_days)];
}

function addTotals(paper: Paper, above: TableFlow, { labour, works }: LabourTableData): TableFlow {
  const { flow, table } = tableBelow(paper, above, totalColumns, { size });
  for (const work of works)
    flow.add(
      table.row(
        totalRow(
          sentenceCase(work),
          labour.filter((one) => one.work === work),
        ),
      ),
    );
  flow.add(table.row(totalRow('Cộng', labour)));
  return flow;
}

/**
 * Makes the table of labour of a period, on sheets on their side: who helped where on which day, then turns (lượt
 * người) and person-days (ngày công) of each kind of work. Bytes go to the sink page by page. Fails `cancelled` when
 * asked to stop.
 */
export function makeLabourTable(
  data: LabourTableData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const title = 'Bảng tổng hợp ngày công giúp dân làm nhà';
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper({ ...furniture, title, layout: landscape }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const subject = `Từ ngày ${formatDate(data.from)} đến ngày ${formatDate(data.to)}`;
  const table = new Table(canvas, columns, { size, tallestRow });
  const flow = new TableFlow(paper, table, drawHeading(canvas, { title, subject }, below));
  for (const [index, one] of data.labour.entries()) {
    const counts = [formatNumber(one.people), formatQuantity(one.days), formatNumber(one.turns)];
    const cells = [formatNumber(index + 1), formatDate(one.day), one.unit, one.place, one.work];
    flow.add(table.row([...cells, ...counts, formatQuantity(one.person_days)]));
  }
  const { times, turns, person_days } = totalsOf(data.labour);
  const sentences = [
    `Bảng này có ${formatNumber(times)} lần giúp, ${formatNumber(turns)} lượt người, ${formatQuantity(person_days)} ngày công.`,
    `Bằng chữ: ${sentenceCase(numberInWords(turns))} lượt người.`,
  ];
  const signatures = [compiler, agencySignature(data.agency)];
  addTotals(paper, flow, data).finish(closing(paper, sentences, signatures));
  canvas.end();
  return { pages: canvas.pages, rows: times };
}
