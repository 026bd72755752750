import type { Canvas } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { lineHeight, textSize } from './metrics.ts';

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
