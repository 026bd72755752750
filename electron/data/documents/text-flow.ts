import type { Canvas } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { lineHeight, mm, textSize } from './metrics.ts';
import type { Line, Typeface } from './typeface.ts';

/** Decree 30/2020, Appendix I: the first line of a paragraph begins 1 cm or 1.27 cm further in. */
export const firstIndent = mm(10);

/** A line of running text, and how far from the left edge of the text area it begins. */
export interface RunningLine {
  readonly line: Line;
  readonly indent: number;
}

/**
 * A paragraph of running text across `width` points: its first line indented, and both edges even but for its last
 * line (Decree 30/2020, Appendix I).
 */
export function runningText(face: Typeface, text: string, width: number): RunningLine[] {
  const [first, ...others] = face.wrap(text, textSize, width - firstIndent);
  if (!first) return [];
  const rest = face.wrap(others.map(({ text: part }) => part).join(' '), textSize, width);
  return [first, ...rest].map((line, index) => {
    const indent = index === 0 ? firstIndent : 0;
    const last = index === rest.length;
    return { indent, line: last ? line : face.spread(line, textSize, width - indent) };
  });
}

/** A paragraph across the text area, from `top`; gives the y below it. */
export function paragraph(
  canvas: Canvas,
  text: string,
  top: number,
  { font = 'regular', size = textSize, align = 'left' }: ParagraphStyle = {},
): number {
  const face = canvas.face(font);
  const { area } = canvas.layout;
  const lines = face.wrap(text, size, area.width);
  const middle = (area.left + area.right) / 2;
  canvas.lines(
    font,
    size,
    lines.map((line, index) => ({
      line,
      x: align === 'left' ? area.left : middle - line.width / 2,
      baseline: top + index * lineHeight(size) + face.ascent * size,
    })),
  );
  return top + lines.length * lineHeight(size);
}

export interface ParagraphStyle {
  font?: FontName;
  size?: number;
  align?: 'left' | 'center';
}
