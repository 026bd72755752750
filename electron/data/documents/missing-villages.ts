import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead, type Agency } from './letterhead.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { agencySignature, compiler } from './signatures.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';

/** Villages without a launch session in a period, by their communes. */
export interface MissingVillagesData {
  /** ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly agency: Agency;
  /** ISO date. */
  readonly document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
  readonly communes: readonly {
    readonly name: string;
    readonly villages: readonly { readonly name: string; readonly missing: boolean }[];
  }[];
}

const columns: readonly Column[] = [
  { title: 'STT', width: 14, align: 'center' },
  { title: 'Xã, thị trấn', width: 55, align: 'left' },
  { title: 'Bản, khối', width: 66, align: 'left' },
  { title: 'Ghi chú', width: 30, align: 'left' },
];

/** The sentence below the list: how many villages of how many have had a session. */
function sentenceOf(all: number, missing: number): string {
  return `Trong kỳ có ${formatNumber(all - missing)}/${formatNumber(all)} bản, khối đã được phát động; còn ${formatNumber(missing)} bản, khối chưa được phát động.`;
}

/**
 * Makes the list of the villages in which the movement has not been launched in a period; bytes go to the sink page
 * by page. Fails `cancelled` when asked to stop.
 */
export function makeMissingVillages(
  data: MissingVillagesData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const title = 'Danh sách bản, khối chưa được phát động phong trào';
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper({ ...furniture, title }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const period = `Từ ngày ${formatDate(data.from)} đến ngày ${formatDate(data.to)}`;
  const heading = { title, subject: 'Toàn dân bảo vệ an ninh Tổ quốc', lines: [period] };
  const table = new Table(canvas, columns);
  const flow = new TableFlow(paper, table, drawHeading(canvas, heading, below));
  let rows = 0;
  for (const { name, villages } of data.communes)
    for (const village of villages.filter(({ missing }) => missing)) {
      rows += 1;
      flow.add(table.row([formatNumber(rows), name, village.name, '']));
    }
  const all = data.communes.reduce((sum, { villages }) => sum + villages.length, 0);
  flow.finish(closing(paper, [sentenceOf(all, rows)], [compiler, agencySignature(data.agency)]));
  canvas.end();
  return { pages: canvas.pages, rows };
}
