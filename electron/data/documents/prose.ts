import type { FontName } from './fonts.ts';
import { lineHeight, textSize } from './metrics.ts';
import type { Paper } from './paper.ts';
import { SignatureRow, type Signature } from './signatures.ts';
import { runningText } from './text-flow.ts';
import type { Line } from './typeface.ts';

/** Decree 30/2020: at least 6 pt between paragraphs. */
const between = 6;
const beforeSignatures = 12;
/** Lines of text that the page with the signatures carries at least. */
const linesWithSignatures = 2;

interface SetLine {
  readonly line: Line;
  readonly font: FontName;
  readonly x: number;
  /** Free space above it, left out at the top of a page. */
  readonly above: number;
}

/** Running text over several pages, its first lines indented, with the signatures that close it. */
export class Prose {
  readonly #paper: Paper;
  readonly #lines: SetLine[] = [];
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
        this.#lines.push({ line, font, x: area.left + indent, above: index === 0 ? between : 0 });
    }
  }

  /** Draws all of it and the signatures below, which never stand alone on a page. */
  finish(signatures: readonly Signature[]): void {
    const row = new SignatureRow(this.#paper.canvas, signatures);
    const kept = this.#lines.splice(-linesWithSignatures);
    // A heading goes with the text below it.
    while (this.#lines.at(-1)?.font === 'bold') kept.unshift(...this.#lines.splice(-1));
    for (const line of this.#lines) this.#place(line);
    const height = kept.reduce((sum, { above }) => sum + above + lineHeight(textSize), 0);
    if (this.#y + height + beforeSignatures + row.height > this.#bottom()) this.#nextPage();
    for (const line of kept) this.#place(line);
    row.draw(this.#y + beforeSignatures);
  }

  #bottom(): number {
    return this.#paper.canvas.layout.area.bottom;
  }

  #nextPage(): void {
    this.#paper.addPage();
    this.#y = this.#paper.canvas.layout.area.top;
  }

  #place({ line, font, x, above }: SetLine): void {
    const { canvas } = this.#paper;
    const needed = above + lineHeight(textSize) + (font === 'bold' ? between + lineHeight(textSize) : 0);
    if (this.#y + needed > this.#bottom()) this.#nextPage();
    else this.#y += above;
    canvas.lines(font, textSize, [{ line, x, baseline: this.#y + canvas.face(font).ascent * textSize }]);
    this.#y += lineHeight(textSize);
  }
}
