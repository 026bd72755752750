import { numberInWords, sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { formatNumber, percent } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { closing } from './closing.ts';
import { drawHeading, drawLetterhead } from './letterhead.ts';
import { Paper } from './paper.ts';
import type { DocumentOptions } from './paper.ts';
import { hasSigned, registerColumns } from './register-columns.ts';
import type { DocumentResult, RegisterData } from './register-data.ts';
import { agencySignature, compiler, villageChief } from './signatures.ts';
import type { Signature } from './signatures.ts';
import { TableFlow } from './table-flow.ts';
import { Table } from './table.ts';
import { areaLine, campaignLine } from './wording.ts';

const internalCopy = 'Bản lưu nội bộ';

/**
 * Makes the pledge register of a commune or a village: every household of its groups, signed or not yet, with
 * running numbers, a heading and a subtotal per village, the closing sentence and the signatures. Bytes go to
 * the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeRegister(data: RegisterData, options: DocumentOptions, sink: Sink): DocumentResult {
  const paper = new Paper(
    {
      title: `Danh sách hộ gia đình ký cam kết - ${areaLine(data)}`,
      date: data.document_date,
      chainHead: data.chain_head,
      sample: data.sample,
      remark: data.internal ? internalCopy : undefined,
    },
    options,
    sink,
  );
  paper.addPage();
  const table = new Table(paper.canvas, registerColumns(data));
  const flow = new TableFlow(paper, table, drawHead(paper, data));
  const totals = addGroups(flow, table, data);
  flow.finish(closing(paper, closingSentences(totals.rows, totals.signed), signatures(data)));
  paper.canvas.end();
  return { pages: paper.canvas.pages, ...totals };
}

/** The two closing sentences: how many households, how many of them signed, and all of them in words. */
export function closingSentences(rows: number, signed: number): string[] {
  const counts = `Danh sách này có ${formatNumber(rows)} hộ, trong đó ${formatNumber(signed)} hộ đã ký`;
  // Of no households no share can be given.
  const share = rows > 0 ? `, đạt ${percent(signed, rows)}` : '';
  return [`${counts}${share}.`, `Bằng chữ: ${sentenceCase(numberInWords(rows))} hộ.`];
}

/** Letterhead and heading; gives the y where the table begins. */
function drawHead({ canvas }: Paper, data: RegisterData): number {
  const below = drawLetterhead(canvas, data.agency, data.document_date);
  const heading = {
    title: 'Danh sách hộ gia đình ký cam kết',
    subject: campaignLine(data.campaign),
    lines: [areaLine(data)],
    remark: data.internal ? internalCopy : undefined,
  };
  return drawHeading(canvas, heading, below);
}

function addGroups(flow: TableFlow, table: Table, data: RegisterData): { rows: number; signed: number } {
  const columns = registerColumns(data);
  let rows = 0;
  let signed = 0;
  for (const group of data.groups) {
    const count = formatNumber(group.rows.length);
    flow.add(table.band(`${group.village_name} (${count} hộ)`, 'next'));
    let signedHere = 0;
    for (const row of group.rows) {
      rows += 1;
      if (hasSigned(row)) signedHere += 1;
      const number = rows;
      flow.add(table.row(columns.map((column) => column.text(row, number))));
    }
    signed += signedHere;
    flow.add(table.band(`Cộng: ${count} hộ, trong đó ${formatNumber(signedHere)} hộ đã ký.`, 'previous'));
  }
  return { rows, signed };
}

function signatures(data: RegisterData): Signature[] {
  const signer = agencySignature(data.agency);
  if (data.scope === 'commune') return [compiler, signer];
  return [compiler, villageChief(data.village_name ?? '', data.commune_type), signer];
}
