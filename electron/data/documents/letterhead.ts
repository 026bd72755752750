import { longDate } from '../../../shared/vietnamese/dates.ts';
import type { Canvas } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { lineHeight, mm, textSize } from './metrics.ts';
import type { PageLayout } from './metrics.ts';

/** Agency lines and signer as they were on the document's date. */
export interface Agency {
  /** Empty where the office has no superior to name. */
  parent_agency: string;
  own_agency: string;
  /** Place of the date line: "Kỳ Sơn". */
  place_name: string;
  signer_title: string;
  /** Empty for no rank. */
  signer_rank: string;
  signer_name: string;
  /** Set when a deputy signs for the head: his own title. The head's is then printed with "KT.". */
  deputy_title?: string | null;
}

interface Block {
  left: number;
  right: number;
}

/** The agency's share of the line: 66 of the upright sheet's 165 mm. */
const agencyShare = 0.4;
const agencyBlock = ({ area }: PageLayout): Block => ({
  left: area.left,
  right: area.left + area.width * agencyShare,
});
const mottoBlock = ({ area }: PageLayout): Block => ({
  left: area.left + area.width * agencyShare + mm(1),
  right: area.right,
});
const capsSize = 12;

/** What the letterhead itself needs of the agency. */
export type AgencyLines = Pick<Agency, 'parent_agency' | 'own_agency' | 'place_name'>;

/** Text in capitals, the Vietnamese way. */
export const capitals = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi');

/** Share of its line that a rule below a heading takes (Decree 30/2020: one third to one half). */
const ruleShare = 0.42;

/**
 * Draws agency lines on the left, country and motto on the right and the line of place and date below it
 * (Decree 30/2020, annex I), from the top of the text area; gives the y below.
 */
export function drawLetterhead(canvas: Canvas, agency: AgencyLines, date: string): number {
  const left = drawAgency(canvas, agency);
  const right = drawMotto(canvas);
  const top = Math.max(left, right) + 4;
  const place = `${agency.place_name}, ${longDate(date)}`;
  return centred(canvas, 'italic', textSize, place, mottoBlock(canvas.layout), top).bottom;
}

/**
 * The head of minutes: agency and their number on the left, country and motto on the right, no line of place and date
 * (Decree 30/2020: the text tells both); gives the y below.
 */
export function drawMinutesHead(canvas: Canvas, agency: AgencyLines, number: string | null): number {
  const left = drawAgency(canvas, agency);
  const right = drawMotto(canvas);
  const text = number === null ? 'Số: ........./BB' : `Số: ${number}`;
  const below = centred(canvas, 'regular', textSize, text, agencyBlock(canvas.layout), left + 4);
  return Math.max(below.bottom, right);
}

function drawAgency(canvas: Canvas, agency: AgencyLines): number {
  const block = agencyBlock(canvas.layout);
  let y = canvas.layout.area.top;
  if (agency.parent_agency) {
    y = centred(canvas, 'regular', capsSize, capitals(agency.parent_agency), block, y).bottom;
  }
  const own = centred(canvas, 'bold', capsSize, capitals(agency.own_agency), block, y);
  return ruleBelow(canvas, block, own, ruleShare);
}

function drawMotto(canvas: Canvas): number {
  const block = mottoBlock(canvas.layout);
  const country = centred(
    canvas,
    'bold',
    capsSize,
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    block,
    canvas.layout.area.top,
  );
  const motto = centred(canvas, 'bold', textSize, 'Độc lập - Tự do - Hạnh phúc', block, country.bottom);
  return ruleBelow(canvas, block, motto, 1);
}

/** What a heading says: the kind of document, then lines below it, the last ones in lighter type. */
export interface Heading {
  /** Kind of document; printed in capitals. */
  title: string;
  /** What it is about: bold, with a rule below. */
  subject?: string | undefined;
  /** Lines in upright type below the rule. */
  lines?: readonly string[];
  /** A remark in italics, in brackets. */
  remark?: string | undefined;
}

/** Draws the heading of a document centred below `top`; gives the y where the text begins. */
export function drawHeading(canvas: Canvas, heading: Heading, top: number): number {
  const textBlock: Block = canvas.layout.area;
  let y = centred(canvas, 'bold', 14, capitals(heading.title), textBlock, top + 14).bottom;
  if (heading.subject) {
    const subject = centred(canvas, 'bold', textSize, heading.subject, textBlock, y);
    y = ruleBelow(canvas, textBlock, subject, ruleShare) + 3;
  }
  for (const line of heading.lines ?? []) y = centred(canvas, 'regular', textSize, line, textBlock, y).bottom;
  if (heading.remark) y = centred(canvas, 'italic', textSize, `(${heading.remark})`, textBlock, y).bottom;
  return y + 10;
}

/** Draws a text in the middle of a block, wrapped; gives the y below and the width of its last line. */
function centred(
  canvas: Canvas,
  font: FontName,
  size: number,
  text: string,
  block: Block,
  top: number,
): { bottom: number; width: number } {
  const face = canvas.face(font);
  const lines = face.wrap(text, size, block.right - block.left);
  const middle = (block.left + block.right) / 2;
  canvas.lines(
    font,
    size,
    lines.map((line, index) => ({
      line,
      x: middle - line.width / 2,
      baseline: top + index * lineHeight(size) + face.ascent * size,
    })),
  );
  return { bottom: top + lines.length * lineHeight(size), width: lines.at(-1)?.width ?? 0 };
}

function ruleBelow(
  canvas: Canvas,
  block: Block,
  text: { bottom: number; width: number },
  share: number,
): number {
  const half = (text.width * share) / 2;
  const middle = (block.left + block.right) / 2;
  const y = text.bottom + 2;
  canvas.rule(middle - half, y, middle + half, y, 0.75);
  return y + 2;
}
