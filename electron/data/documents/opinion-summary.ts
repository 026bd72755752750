import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { landscape, mm } from './metrics.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { agencySignature, compiler } from './signatures.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';

/** An opinion as the summary tells it; who spoke is nobody's name. */
export interface SummaryOpinion {
  /** Kind, topic and text; of what left for another procedure only that. */
  readonly content: string;
  /** "1 công dân bản Huồi Đun" */
  readonly speaker: string;
  readonly responsible: string;
  /** ISO date. */
  readonly due_date: string | null;
  /** Where it stands, and the answer. */
  readonly result: string;
  readonly state: 'answered' | 'owed' | 'overdue' | 'transferred';
}

/** A forum with its opinions. */
export interface SummaryForum {
  /** "Diễn đàn ngày 12/05/2023 tại nhà văn hóa bản Huồi Đun, xã Huồi Tụ" */
  readonly name: string;
  readonly opinions: readonly SummaryOpinion[];
}

/** What the summary of a forum or of a period says. */
export interface OpinionSummaryData {
  /** Below the title: the forum, or the period. */
  readonly scope: string;
  readonly forums: readonly SummaryForum[];
  readonly agency: Agency;
  /** ISO date; what is overdue is so on this day. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

/** They make up the 252 mm of a sheet on its side. */
export const summaryColumns: readonly Column[] = [
  { title: 'STT', width: 13, align: 'center' },
  { title: 'Nội dung ý kiến, kiến nghị', width: 84, align: 'left' },
  { title: 'Người nêu', width: 32, align: 'left' },
  { title: 'Đơn vị giải quyết', width: 35, align: 'left' },
  { title: 'Hạn trả lời', width: 25, align: 'center' },
  { title: 'Kết quả giải quyết', width: 63, align: 'left' },
];
const tableSize = 12;
const tallestRow = mm(80);

/** The closing sentence: how many opinions, and how they stand on the document's day. */
export function summarySentence(opinions: readonly SummaryOpinion[], day: string): string {
  const count = (state: SummaryOpinion['state']) => opinions.filter((one) => one.state === state).length;
  const overdue = count('overdue');
  const parts = [
    `${formatNumber(count('answered'))} đã trả lời`,
    `${formatNumber(count('owed') + overdue)} còn phải trả lời` +
      (overdue > 0 ? ` (${formatNumber(overdue)} quá hạn)` : ''),
    `${formatNumber(count('transferred'))} đã chuyển quy trình khác`,
  ];
  return `Bảng này có ${formatNumber(opinions.length)} ý kiến; tính đến ngày ${formatDate(day)}: ${parts.join(', ')}.`;
}

/**
 * Makes "Bảng tổng hợp ý kiến, kiến nghị và kết quả giải quyết" of one forum or of a period, on sheets on their side;
 * bytes go to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeOpinionSummary(
  data: OpinionSummaryData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const title = 'Bảng tổng hợp ý kiến, kiến nghị và kết quả giải quyết';
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper({ ...furniture, title, layout: landscape }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const subject = 'Diễn đàn “Công an lắng nghe ý kiến nhân dân”';
  const table = new Table(canvas, summaryColumns, { size: tableSize, tallestRow });
  const flow = new TableFlow(
    paper,
    table,
    drawHeading(canvas, { title, subject, lines: [data.scope] }, below),
  );
  let rows = 0;
  for (const { name, opinions } of data.forums) {
    flow.add(table.band(`${name} (${formatNumber(opinions.length)} ý kiến)`, 'next'));
    for (const { content, speaker, responsible, due_date, result } of opinions) {
      rows += 1;
      const due = due_date === null ? '' : formatDate(due_date);
      flow.add(table.row([formatNumber(rows), content, speaker, responsible, due, result]));
    }
  }
  const all = data.forums.flatMap(({ opinions }) => opinions);
  const sentence = summarySentence(all, data.document_date);
  flow.finish(closing(paper, [sentence], [compiler, agencySignature(data.agency)]));
  canvas.end();
  return { pages: canvas.pages, rows };
}
