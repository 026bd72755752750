import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { gap, stack, textBlock } from './blocks.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { amountOf, amountWithUnit, type Holding } from './holding.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { agencySignature, compiler } from './signatures.ts';
import { tableBelow } from './table-below.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';
import { moneyInWords } from './wording.ts';

/** One gift: money, or one kind of goods. */
export interface Gift {
  /** ISO date. */
  readonly day: string;
  /** Already without the name of somebody who has not consented. */
  readonly name: string;
  readonly named: boolean;
  readonly holding: Holding;
  /** đồng, or thousandths of a unit of goods; below zero where a receipt of another period was cancelled. */
  readonly amount: number;
  /** đồng */
  readonly estimated_value: number | null;
}

/** What was given of one thing altogether: the same as the books say. */
export interface GiftTotal {
  readonly holding: Holding;
  readonly amount: number;
  /** đồng; null where nothing was estimated. */
  readonly estimated_value: number | null;
}

/** What the public list of a fund says. */
export interface DisclosureData {
  readonly fund: string;
  /** Purpose, scope, place, account and time of the campaign, each as a sentence (NĐ 93/2021/NĐ-CP is the model). */
  readonly about: readonly string[];
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly gifts: readonly Gift[];
  /** Receipts that were cancelled in another period than the one that they came in: the books of this one hold them. */
  readonly corrections: readonly Gift[];
  readonly totals: readonly GiftTotal[];
  readonly agency: Agency;
  /** ISO date. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

const size = 12;
const giftColumns: readonly Column[] = [
  { title: 'STT', width: 13, align: 'center' },
  { title: 'Ngày', width: 24, align: 'center' },
  { title: 'Người, đơn vị ủng hộ', width: 56, align: 'left' },
  { title: 'Số tiền (đ)', width: 33, align: 'right' },
  { title: 'Hiện vật', width: 39, align: 'left' },
];
const totalColumns: readonly Column[] = [
  { title: 'Tổng hợp', width: 68, align: 'left' },
  { title: 'ĐVT', width: 22, align: 'center' },
  { title: 'Tổng số', width: 38, align: 'right' },
  { title: 'Quy ra tiền (ước tính)', width: 37, align: 'right' },
];

function giftRow({ day, name, holding, amount, estimated_value: value }: Gift, number: number): string[] {
  const estimate = value === null ? '' : ` (ước tính ${formatMoney(value)})`;
  const goods = `${holding.name}: ${amountWithUnit(holding, amount)}${estimate}`;
  const cells = holding.unit_name === null ? [formatNumber(amount), ''] : ['', goods];
  return [formatNumber(number), formatDate(day), name, ...cells];
}

/** The sum of money among totals, in đồng. */
const moneyIn = (totals: readonly GiftTotal[]): number =>
  totals.reduce((sum, { holding, amount }) => sum + (holding.unit_name === null ? amount : 0), 0);

function sentencesOf({ gifts, totals }: DisclosureData): string[] {
  const named = gifts.filter((gift) => gift.named).length;
  const money = moneyIn(totals);
  const goods = totals.some(({ holding }) => holding.unit_name !== null);
  return [
    `Danh sách này có ${formatNumber(gifts.length)} mục ủng hộ, trong đó ${formatNumber(named)} mục công khai tên theo sự đồng ý của người ủng hộ.`,
    `Tổng số tiền: ${formatMoney(money)}. Bằng chữ: ${moneyInWords(money)}.`,
    ...(goods ? ['Giá trị quy ra tiền của hiện vật là ước tính.'] : []),
  ];
}

function addTotals(paper: Paper, above: TableFlow, { totals }: DisclosureData): TableFlow {
  const { flow, table } = tableBelow(paper, above, totalColumns, { size });
  for (const { holding, amount, estimated_value: value } of totals)
    flow.add(
      table.row([
        holding.name,
        holding.unit_name ?? 'đ',
        amountOf(holding, amount),
        value === null ? '' : formatNumber(value),
      ]),
    );
  return flow;
}

/**
 * Makes "Danh sách công khai" of what a fund received in a period: every gift with its amount, the names only of those
 * who consented, and totals that are those of the books. Bytes go to the sink page by page. Fails `cancelled` when
 * asked to stop.
 */
export function makeDisclosure(
  data: DisclosureData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const title = 'Danh sách công khai';
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper({ ...furniture, title: `${title} - ${data.fund}` }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const period = `Từ ngày ${formatDate(data.from)} đến ngày ${formatDate(data.to)}`;
  const heading = { title, subject: data.fund, lines: [period] };
  const below = drawHeading(canvas, heading, drawLetterhead(canvas, data.agency, data.document_date));
  const about = stack([...data.about.map((line) => textBlock(canvas, line, { size })), gap(8)]);
  about.draw(below);
  const table = new Table(canvas, giftColumns, { size });
  const flow = new TableFlow(paper, table, below + about.height);
  const rows = [...data.gifts, ...data.corrections];
  for (const [index, gift] of rows.entries()) {
    if (index === data.gifts.length)
      flow.add(table.band('Điều chỉnh theo sổ: phiếu thu hủy khác kỳ với ngày thu', 'next'));
    flow.add(table.row(giftRow(gift, index + 1)));
  }
  const signatures = [compiler, agencySignature(data.agency)];
  addTotals(paper, flow, data).finish(closing(paper, sentencesOf(data), signatures));
  canvas.end();
  return { pages: canvas.pages, rows: rows.length };
}
