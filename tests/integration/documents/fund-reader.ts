import { disclosureTask, fundReportTask } from '../../../electron/data/records/funds/papers-tasks.ts';
import type { FundBench } from './fund-kit.ts';
import { linesOf, readPages, readTablePage, type TableSigns } from './reader.ts';

const giftSigns: TableSigns = { band: /^Điều chỉnh theo sổ/, after: /^Tổng hợp$/ };
const lineSigns: TableSigns = { band: /\. Tồn đầu kỳ: |^Cộng .*tồn cuối kỳ .*\.$/, after: /^Tổng hợp$/ };
const kinds = {
  disclosure: { task: disclosureTask, widths: [13, 24, 56, 33, 39], signs: giftSigns },
  report: { task: fundReportTask, widths: [13, 22, 27, 45, 49, 32, 32, 32], signs: lineSigns },
} as const;

export interface Period {
  readonly from: string;
  readonly to: string;
}
export const year: Period = { from: '2023-01-01', to: '2023-12-31' };

/** Makes a paper of the office's fund and reads it back. */
export async function readFundPaper(
  office: FundBench,
  kind: keyof typeof kinds,
  { from, to }: Period = year,
  sample = false,
) {
  const { task, widths, signs } = kinds[kind];
  const job = { fund_id: office.fund, from, to, document_date: '2024-01-05', sample };
  const { result, pdf } = await office.make<typeof job, { pages: number; rows: number }>(task, job);
  const items = await readPages(pdf);
  const pages = items.map((page) => readTablePage(page, widths, signs));
  const lines = items.flatMap(linesOf);
  const begins = lines.findIndex(([first]) => first === 'Tổng hợp');
  const rest = lines
    .slice(begins + 1)
    .filter(([first = '']) => !/^(\d+|Quy ra tiền.*|tính\)|Tổng hợp|Đầu chuỗi.*)$/.test(first));
  const ends = rest.findIndex(([first = '']) => /^(Danh sách này có|Tồn quỹ tiền)/.test(first));
  return {
    ...{ result, pdf, items, pages },
    rows: pages.flatMap(({ rows }) => rows),
    bands: pages.flatMap(({ order }) => order).filter((text) => !/^[\d.]+$/.test(text)),
    text: items
      .flat()
      .map(({ text }) => text)
      .join(' '),
    /** The second table's rows. */
    summary: rest.slice(0, ends),
  };
}
