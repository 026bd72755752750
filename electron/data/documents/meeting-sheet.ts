import { formatBirth } from '../../../shared/vietnamese/birth.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead } from './letterhead.ts';
import type { AgencyLines } from './letterhead.ts';
import { mm } from './metrics.ts';
import { Paper } from './paper.ts';
import type { DocumentOptions } from './paper.ts';
import type { RegisterRow } from './register-data.ts';
import { compiler, villageChief } from './signatures.ts';
import { TableFlow } from './table-flow.ts';
import { Table } from './table.ts';
import type { Column } from './table.ts';
import { areaLine, campaignLine } from './wording.ts';

/** What the sheet for a village's meeting says. */
export interface MeetingSheetData {
  commune_name: string;
  /** "xã" or "thị trấn". */
  commune_type: string;
  village_name: string;
  campaign: { title: string; year: number };
  agency: AgencyLines;
  /** ISO date. */
  document_date: string;
  /** Head of the audit chain, in hexadecimal. */
  chain_head: string;
  sample: boolean;
  households: Iterable<Pick<RegisterRow, 'head_name' | 'birth' | 'member_count'>>;
}

const columns: readonly Column[] = [
  { title: 'STT', width: 12, align: 'center' },
  { title: 'Họ và tên chủ hộ', width: 54, align: 'left' },
  { title: 'Năm sinh', width: 24, align: 'center' },
  { title: 'Số khẩu', width: 14, align: 'center' },
  { title: 'Ngày ký', width: 26, align: 'center' },
  { title: 'Chữ ký/điểm chỉ', width: 35, align: 'center' },
];

/** Room to sign in. */
const rowHeight = mm(10);

/**
 * Makes the sheet on which a village's households sign at its meeting: those known from before, with empty
 * columns for date and signature. Bytes go to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeMeetingSheet(
  data: MeetingSheetData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const place = areaLine({ ...data, scope: 'village' });
  const furniture = { date: data.document_date, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper(
    { ...furniture, title: `Danh sách ký cam kết tại cuộc họp - ${place}` },
    options,
    sink,
  );
  paper.addPage();
  const { canvas } = paper;
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const subject = campaignLine(data.campaign);
  const heading = { title: 'Danh sách hộ gia đình ký cam kết tại cuộc họp', subject, lines: [place] };
  const table = new Table(canvas, columns, { rowHeight });
  const flow = new TableFlow(paper, table, drawHeading(canvas, heading, below));
  let rows = 0;
  for (const { head_name, birth, member_count } of data.households) {
    rows += 1;
    flow.add(
      table.row([formatNumber(rows), head_name, formatBirth(birth), formatNumber(member_count), '', '']),
    );
  }
  const sentence = `Danh sách này có ${formatNumber(rows)} hộ.`;
  flow.finish(closing(paper, [sentence], [compiler, villageChief(data.village_name, data.commune_type)]));
  canvas.end();
  return { pages: canvas.pages, rows };
}
