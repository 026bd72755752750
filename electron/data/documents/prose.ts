import type { Block } from './blocks.ts';
import type { FontName } from './fonts.ts';
import { lineHeight, textSize } from './metrics.ts';
import type { Paper } from './paper.ts';
import { SignatureRow, type Signature } from './signatures.ts';
import { firstIndent, runningText } from './text-flow.ts';
import type { Line } from './typeface.ts';

/** Decree 30/2020: at least 6 pt between paragraphs. */
const between = 6;
const beforeSignatures = 12;
/** Stands for room to write in by hand, in a line of `fill`. */
export const blank = '…';
const fewestDots = 24;
/** What spaces at the ends of parts take, which measuring leaves out. */
const spaces = 16;
/** Lines of text that the page with the signatures carries at least. */
const linesWithSignatures = 2;

/** A line of text, or something else that is never cut. */
interface Piece extends Block {
  /** Free space above it, left out at the top of a page. */
  readonly above: number;
  /** A heading goes with what stands below it. */
  readonly heads: boolean;
}

/** Running text over several pages, its first lines indented, with the signatures that close it. */
export class Prose {
  readonly #paper: Paper;
  readonly #pieces: Piece[] = [];
  #y: number;

  /** Begins at `top` of the present page. */
  constructor(paper: Paper, top: number) {
    this.#paper = paper;
    this.#y = top;
  }

  /** Takes a paragraph; several lines of text are several paragraphs. */
  add(text: string, font: FontName = 'regular'): void {
    const face = this.#paper.canvas.face(font);
    const { area } = this.#paper.canvas.layout;
    for (const paragraph of text.split('\n').filter(Boolean)) {
      const lines = runningText(face, paragraph, area.width);
      for (const [index, { line, indent }] of lines.entries())
        this.#line(line, font, area.left + indent, index === 0 ? between : 0);
    }
  }

  /** Takes a line to be filled in by hand: its blanks (`…`) are dotted, together up to the right edge. */
  fill(text: string): void {
    const face = this.#paper.canvas.face('regular');
    const parts = text.split(blank);
    const said = parts.reduce((sum, part) => sum + face.width(part, textSize), 0);
    const room = this.#paper.canvas.layout.area.width - firstIndent - said - spaces;
    const dots = Math.floor(room / (parts.length - 1) / face.width('.', textSize));
    const [first = '', ...rest] = parts;
    // Where so much is said that too little is left to write on, the last blank gets a line of its own.
    if (dots < fewestDots && rest.length > 1) {
      this.fill([first, ...rest.slice(0, -2)].join(blank) + blank);
      this.fill(`${rest.at(-2) ?? ''}${blank}${rest.at(-1) ?? ''}`);
    } else this.add(parts.join('.'.repeat(Math.max(dots, fewestDots))));
  }

  /** Takes something between paragraphs that is drawn whole, such as a small table. */
  block(block: Block): void {
    this.#pieces.push({ ...block, above: between, heads: false });
  }

  /** Draws all of it and the signatures below, which never stand alone on a page. */
  finish(signatures: readonly Signature[]): void {
    const row = new SignatureRow(this.#paper.canvas, signatures);
    const kept = this.#pieces.splice(-linesWithSignatures);
    // A heading goes with the text below it.
    while (this.#pieces.at(-1)?.heads) kept.unshift(...this.#pieces.splice(-1));
    for (const piece of this.#pieces) this.#place(piece);
    const height = kept.reduce((sum, piece) => sum + piece.above + piece.height, 0);
    if (this.#y + height + beforeSignatures + row.height > this.#bottom()) this.#nextPage();
    for (const piece of kept) this.#place(piece);
    row.draw(this.#y + beforeSignatures);
  }

  #line(line: Line, font: FontName, x: number, above: number): void {
    const { canvas } = this.#paper;
    const draw = (top: number) =>
      canvas.lines(font, textSize, [{ line, x, baseline: top + canvas.face(font).ascent * textSize }]);
    this.#pieces.push({ height: lineHeight(textSize), above, heads: font === 'bold', draw });
  }

  #bottom(): number {
    return this.#paper.canvas.layout.area.bottom;
  }

  #nextPage(): void {
    this.#paper.addPage();
    this.#y = this.#paper.canvas.layout.area.top;
  }

  #place({ above, height, heads, draw }: Piece): void {
    const needed = above + height + (heads ? between + lineHeight(textSize) : 0);
    if (this.#y + needed > this.#bottom()) this.#nextPage();
    else this.#y += above;
    draw(this.#y);
    this.#y += height;
  }
}
