import type { Paper } from './paper.ts';
import type { Canvas } from './canvas.ts';
import { lineHeight, textSize } from './metrics.ts';
import { SignatureRow } from './signatures.ts';
import type { Signature } from './signatures.ts';
import type { Tail } from './table-flow.ts';
import { runningText, type RunningLine } from './text-flow.ts';

const above = 8;
const beforeSignatures = 12;

/** What follows a table: its closing sentences and, below them, the signatures, in one piece. */
export function closing(paper: Paper, sentences: readonly string[], signatures: readonly Signature[]): Tail {
  const { canvas } = paper;
  const face = canvas.face('regular');
  const { area } = canvas.layout;
  const paragraphs = sentences.map((sentence) => runningText(face, sentence, area.width));
  const row = new SignatureRow(canvas, signatures);
  const text = paragraphs.flat().length * lineHeight(textSize);
  return {
    height: above + text + beforeSignatures + row.height,
    draw: (top) => {
      drawParagraphs(canvas, paragraphs, top + above);
      row.draw(top + above + text + beforeSignatures);
    },
  };
}

function drawParagraphs(canvas: Canvas, paragraphs: readonly (readonly RunningLine[])[], top: number): void {
  const { ascent } = canvas.face('regular');
  const { area } = canvas.layout;
  let baseline = top + ascent * textSize;
  for (const lines of paragraphs) {
    const placed = lines.map(({ line, indent }, index) => ({
      line,
      x: area.left + indent,
      baseline: baseline + index * lineHeight(textSize),
    }));
    canvas.lines('regular', textSize, placed);
    baseline += lines.length * lineHeight(textSize);
  }
}
