import { timeOfDay } from '../../../shared/records/forum.ts';
import { formatDate, longDate } from '../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { Sink } from './canvas.ts';
import { drawHeading, drawMinutesHead, type AgencyLines } from './letterhead.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { Prose } from './prose.ts';

/** An opinion as the minutes tell it: who spoke is nobody's name. */
export interface MinutesOpinion {
  /** "1 công dân", with the village where it is known. */
  readonly speaker: string;
  readonly kind: string;
  readonly topic: string;
  readonly about: string;
  /** Null for what left for another procedure. */
  readonly content: string | null;
  /** What was answered at the forum itself. */
  readonly answer: string | null;
  readonly handling: string;
  /** The team or agency that it was given to at the forum. */
  readonly responsible: string | null;
  /** ISO date. */
  readonly due_date: string | null;
  /** The procedure that it was transferred to. */
  readonly transferred: string | null;
}

/** What the minutes of a forum say. */
export interface MinutesData {
  readonly agency: AgencyLines;
  /** ISO date of the forum. */
  readonly held_on: string;
  readonly minutes_number: string | null;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  /** "Nhà văn hóa bản Huồi Đun, xã Huồi Tụ" */
  readonly place: string;
  readonly police_chair: string;
  readonly front_chair: string;
  readonly secretary: string;
  readonly attendees: string;
  readonly attendance_count: number;
  readonly agenda: string | null;
  readonly reports_given: string | null;
  readonly spot_answers: string | null;
  readonly conclusion: string | null;
  readonly opinions: readonly MinutesOpinion[];
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

const title = 'Biên bản';
const subject = 'Diễn đàn “Công an lắng nghe ý kiến nhân dân”';

/** "08 giờ 05", or empty where no time was written down. */
function hourInWords(typed: string | null): string {
  const [hour, minute] = (typed === null ? null : timeOfDay(typed))?.split(':') ?? [];
  return hour === undefined ? '' : `${hour} giờ ${minute ?? '00'}`;
}

/** A text as a sentence: it ends with a full stop where it ends with no sign of its own. */
const sentence = (text: string): string => (/[.!?…;:]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}.`);

function tellOpening(prose: Prose, data: MinutesData): void {
  const hour = hourInWords(data.started_at);
  const day = longDate(data.held_on);
  prose.add(`Thời gian khai mạc: ${hour ? `${hour}, ${day}` : day}.`);
  prose.add(sentence(`Địa điểm: ${data.place}`));
  prose.add(sentence(`Chủ trì: 1. ${data.police_chair}`));
  prose.add(sentence(`2. ${data.front_chair}`));
  prose.add(sentence(`Thư ký: ${data.secretary}`));
  prose.add(sentence(`Thành phần tham dự: ${data.attendees}`));
  prose.add(`Số người dự: ${formatNumber(data.attendance_count)} người.`);
}

function tellOpinion(prose: Prose, opinion: MinutesOpinion, number: number): void {
  const { speaker, kind, topic, about, content, answer, handling, responsible, due_date, transferred } =
    opinion;
  const what = content ?? `nội dung đã chuyển giải quyết theo quy trình ${transferred ?? 'khác'}.`;
  prose.add(`${formatNumber(number)}. Ý kiến của ${speaker} (${kind}; ${topic}; về ${about}): ${what}`);
  if (content === null) return;
  if (answer !== null) prose.add(`Trả lời tại diễn đàn: ${answer}`);
  if (handling === '') return;
  const to = responsible === null ? '' : `, ${responsible}`;
  const until = due_date === null ? '' : `, hạn trả lời ${formatDate(due_date)}`;
  prose.add(`Hướng xử lý: ${handling}${to}${until}.`);
}

/**
 * Makes the minutes of a forum (biên bản, Decree 30/2020: no addressees, several signatures); bytes go to the sink
 * page by page. Fails `cancelled` when asked to stop.
 */
export function makeMinutes(
  data: MinutesData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const furniture = { date: data.held_on, chainHead: data.chain_head, sample: data.sample };
  const paper = new Paper({ ...furniture, title: `${title} - ${subject}` }, options, sink);
  paper.addPage();
  const { canvas } = paper;
  const below = drawMinutesHead(canvas, data.agency, data.minutes_number);
  const prose = new Prose(paper, drawHeading(canvas, { title, subject }, below));
  tellOpening(prose, data);
  const parts: readonly [string, string | null][] = [
    ['Chương trình', data.agenda],
    ['Báo cáo đã trình bày', data.reports_given],
  ];
  let part = 0;
  const head = (text: string) => prose.add(`${['I', 'II', 'III', 'IV', 'V'][part++] ?? ''}. ${text}`, 'bold');
  for (const [name, text] of parts)
    if (text !== null) {
      head(name);
      prose.add(text);
    }
  head(`Ý kiến của nhân dân (${formatNumber(data.opinions.length)} ý kiến) và trả lời tại diễn đàn`);
  for (const [index, opinion] of data.opinions.entries()) tellOpinion(prose, opinion, index + 1);
  if (data.spot_answers !== null) prose.add(`Trả lời chung: ${data.spot_answers}`);
  if (data.conclusion !== null) {
    head('Kết luận');
    prose.add(data.conclusion);
  }
  const end = hourInWords(data.ended_at);
  prose.add(end ? `Diễn đàn kết thúc hồi ${end} cùng ngày.` : 'Diễn đàn kết thúc cùng ngày.');
  const signers = ['Thư ký', 'Đại diện nhân dân', 'Chủ trì'];
  prose.finish(signers.map((signer) => ({ titles: [signer], name: '' })));
  canvas.end();
  return { pages: canvas.pages, rows: data.opinions.length };
}
