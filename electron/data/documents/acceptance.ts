import { missingHard, threeHard, type ThreeHard } from '../../../shared/records/house-flow.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { tableBlock } from './blocks.ts';
import type { Sink } from './canvas.ts';
import {
  buildWords,
  dayOrBlank,
  personToFill,
  type HouseMinutes,
  type MinutesHouse,
} from './house-minutes.ts';
import { drawHeading, drawMinutesHead } from './letterhead.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { blank, Prose } from './prose.ts';
import { villageChief } from './signatures.ts';
import { Table, type Column } from './table.ts';

/** What the minutes confirm: a stage, or the whole house. */
export interface AcceptanceData extends HouseMinutes {
  /** "móng, nền"; null for the whole house. */
  readonly stage: string | null;
  /** What was found of the three; null while the whole house is not accepted. */
  readonly hard: ThreeHard | null;
}

const checkColumns: readonly Column[] = [
  { title: 'STT', width: 15, align: 'center' },
  { title: 'Nội dung kiểm tra', width: 63, align: 'left' },
  { title: 'Đạt', width: 20, align: 'center' },
  { title: 'Không đạt', width: 27, align: 'center' },
  { title: 'Ghi chú', width: 40, align: 'left' },
];

/** The table of "3 cứng": marked where it was recorded, else to be marked by hand. */
function hardTable(paper: Paper, hard: ThreeHard | null) {
  const table = new Table(paper.canvas, checkColumns);
  const names = Object.keys(threeHard) as (keyof ThreeHard)[];
  const mark = (meant: boolean, name: keyof ThreeHard) => (hard?.[name] === meant ? 'x' : '');
  return tableBlock(
    table,
    names.map((name, index) =>
      table.row([formatNumber(index + 1), threeHard[name], mark(true, name), mark(false, name), '']),
    ),
  );
}

function tellWork(prose: Prose, house: MinutesHouse): void {
  prose.add(`Công trình: nhà ở của hộ ông (bà) ${house.head} (${house.poverty_class}; ${house.build_kind}).`);
  prose.add(`Địa điểm: ${house.place}.`);
  prose.add(`Thuộc: ${house.program}, ${house.phase}.`);
  const build = buildWords(house);
  if (build) prose.add(`Quy cách: ${build}.`);
}

function tellBoard(prose: Prose, { house, day }: AcceptanceData): void {
  prose.add(`Hôm nay, ${dayOrBlank(day)}, tại công trình nói trên, ban nghiệm thu gồm:`);
  prose.fill(`1. Đại diện UBND ${house.commune}: ${personToFill}`);
  prose.fill(`2. Đại diện MTTQ ${house.commune}: ${personToFill}`);
  prose.fill(`3. Đại diện ${house.village}: ${personToFill}`);
  prose.add(`4. Chủ hộ: ông (bà) ${house.head}.`);
  if (house.group !== null) prose.add(`5. ${house.group}.`);
}

function tellResult(paper: Paper, prose: Prose, { house, stage, hard }: AcceptanceData): void {
  prose.add('Ban nghiệm thu đã kiểm tra thực tế và thống nhất xác nhận:');
  if (stage !== null) {
    prose.add(`Hộ ông (bà) ${house.head} đã hoàn thành giai đoạn ${stage} của nhà ${house.build_kind}.`);
    prose.fill(`Chất lượng, khối lượng: ${blank}`);
  } else {
    prose.add(`Nhà của hộ ông (bà) ${house.head} đã hoàn thành; kết quả kiểm tra theo tiêu chuẩn “3 cứng”:`);
    prose.block(hardTable(paper, hard));
    if (hard === null) prose.fill(`Kết luận: ${blank}`);
    else prose.add(`Kết luận: ${missingHard(hard) ?? 'nhà đạt tiêu chuẩn “3 cứng”.'}`);
  }
  prose.fill(`Ý kiến khác: ${blank}`);
  prose.fill(blank);
  prose.add(
    'Biên bản được lập thành các bản có giá trị như nhau, đã đọc cho những người có tên trên cùng nghe, nhất trí và ký tên.',
  );
}

/**
 * Makes "Biên bản xác nhận hoàn thành" of a stage or of the whole house (the contents of TT 01/2022/TT-BXD, Phụ lục
 * III); the board is the commune's, so the head names it. Bytes go to the sink page by page. Fails `cancelled` when
 * asked to stop.
 */
export function makeAcceptance(
  data: AcceptanceData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const { house, stage, document_date, chain_head, sample, agency } = data;
  const title = 'Biên bản xác nhận hoàn thành';
  const what = `nhà ở ${house.build_kind}`;
  const subject = stage === null ? `Toàn bộ ${what}` : `Giai đoạn ${stage} của ${what}`;
  const furniture = { date: document_date, chainHead: chain_head, sample };
  const paper = new Paper({ ...furniture, title: `${title} - ${subject}` }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const board = { parent_agency: `Ủy ban nhân dân ${house.commune}`, own_agency: 'Ban nghiệm thu' };
  const below = drawMinutesHead(canvas, { ...board, place_name: agency.place_name }, null);
  const prose = new Prose(paper, drawHeading(canvas, { title, subject }, below));
  tellWork(prose, house);
  tellBoard(prose, data);
  tellResult(paper, prose, data);
  prose.finish([
    { titles: [`Đại diện UBND ${house.commune_type}`], name: '' },
    { titles: [`Đại diện MTTQ ${house.commune_type}`], name: '' },
    villageChief(house.village, house.commune_type),
    { titles: ['Chủ hộ'], name: house.head },
  ]);
  canvas.end();
  return { pages: canvas.pages, rows: 1 };
}
