import { sentenceCase } from '../../../shared/vietnamese/amount-in-words.ts';
import { longDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { tableBlock } from './blocks.ts';
import type { Sink } from './canvas.ts';
import { buildWords, dayOrBlank, personToFill, type HouseMinutes } from './house-minutes.ts';
import { drawHeading, drawMinutesHead } from './letterhead.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { blank, Prose } from './prose.ts';
import { agencySignature, villageChief } from './signatures.ts';
import { Table, type Column } from './table.ts';

/** What the hand-over minutes say besides. */
export interface HandoverData extends HouseMinutes {
  /** ISO date of the acceptance. */
  readonly accepted_on: string;
  /** By source, in đồng. */
  readonly funding: readonly { readonly source: string; readonly planned: number; readonly paid: number }[];
}

const fundingColumns: readonly Column[] = [
  { title: 'STT', width: 15, align: 'center' },
  { title: 'Nguồn kinh phí', width: 74, align: 'left' },
  { title: 'Dự kiến (đ)', width: 38, align: 'right' },
  { title: 'Đã chi (đ)', width: 38, align: 'right' },
];

function fundingTable(paper: Paper, funding: HandoverData['funding']) {
  const table = new Table(paper.canvas, fundingColumns, { size: 12 });
  const rows = funding.map(({ source, planned, paid }, index) =>
    table.row([formatNumber(index + 1), sentenceCase(source), formatNumber(planned), formatNumber(paid)]),
  );
  const sum = (of: 'planned' | 'paid') => formatNumber(funding.reduce((all, each) => all + each[of], 0));
  return tableBlock(table, [...rows, table.row(['', 'Cộng', sum('planned'), sum('paid')])]);
}

function tellParties(prose: Prose, { house, agency }: HandoverData): void {
  prose.add('I. Bên giao', 'bold');
  const rank = agency.signer_rank ? `${agency.signer_rank} ` : '';
  prose.add(`Đại diện ${agency.own_agency}: ${rank}${agency.signer_name}.`);
  if (house.group !== null) prose.add(`${house.group}.`);
  prose.add('II. Bên nhận', 'bold');
  prose.add(`Hộ ông (bà) ${house.head} (${house.poverty_class}), ${house.place}.`);
  prose.add('III. Chứng kiến', 'bold');
  prose.fill(`Đại diện UBND ${house.commune}: ${personToFill}`);
  prose.fill(`Đại diện MTTQ ${house.commune}: ${personToFill}`);
  prose.fill(`Đại diện ${house.village}: ${personToFill}`);
}

function tellHouse(paper: Paper, prose: Prose, data: HandoverData): void {
  const { house, funding, accepted_on } = data;
  const build = buildWords(house);
  prose.add('IV. Nội dung bàn giao', 'bold');
  prose.add(
    `01 nhà ở (${house.build_kind})${build ? `: ${build}` : ''}, thuộc ${house.program}, ${house.phase}.`,
  );
  prose.add(
    `Nhà đã nghiệm thu ${longDate(accepted_on)}, đạt tiêu chuẩn “3 cứng”: nền cứng; khung, tường cứng; mái cứng.`,
  );
  if (funding.length > 0) {
    prose.add('Kinh phí làm nhà theo nguồn:');
    prose.block(fundingTable(paper, funding));
  }
  prose.fill(`Giấy tờ, đồ dùng kèm theo: ${blank}`);
  prose.add(
    'Hai bên thống nhất giao, nhận nhà nói trên. Bên nhận có trách nhiệm quản lý, sử dụng và giữ gìn nhà.',
  );
  prose.add(
    'Biên bản được lập thành các bản có giá trị như nhau, đã đọc cho những người có tên trên cùng nghe, nhất trí và ký tên.',
  );
}

/**
 * Makes the minutes by which a house is handed over to its household; bytes go to the sink page by page. Fails
 * `cancelled` when asked to stop.
 */
export function makeHandover(
  data: HandoverData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const { house, agency, day, document_date, chain_head, sample } = data;
  const title = 'Biên bản';
  const subject = `Bàn giao nhà ở (${house.build_kind})`;
  const furniture = { date: document_date, chainHead: chain_head, sample };
  const paper = new Paper({ ...furniture, title: `${title} - ${subject}` }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawMinutesHead(canvas, agency, null);
  const prose = new Prose(paper, drawHeading(canvas, { title, subject }, below));
  prose.add(`Hôm nay, ${dayOrBlank(day)}, tại ${house.place}, chúng tôi gồm:`);
  tellParties(prose, data);
  tellHouse(paper, prose, data);
  const giver = agencySignature(agency);
  prose.finish([
    { titles: ['Bên nhận'], name: house.head },
    villageChief(house.village, house.commune_type),
    { titles: [`Đại diện UBND ${house.commune_type}`], name: '' },
    { titles: ['Bên giao', ...giver.titles], name: giver.name },
  ]);
  canvas.end();
  return { pages: canvas.pages, rows: 1 };
}
