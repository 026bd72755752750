import type { Canvas } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { lineHeight } from './metrics.ts';
import type { Table, TableItem } from './table.ts';

/** A piece of a page that is measured before it is drawn, and drawn whole; heights in points. */
export interface Block {
  readonly height: number;
  readonly draw: (top: number) => void;
}

/** Free space. */
export const gap = (height: number): Block => ({ height, draw: () => undefined });

/** Blocks one below the other. */
export function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    draw: (top) => {
      let y = top;
      for (const block of blocks) {
        block.draw(y);
        y += block.height;
      }
    },
  };
}

/** Blocks beside each other, as high as the highest. */
export function beside(blocks: readonly Block[]): Block {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    draw: (top) => {
      for (const block of blocks) block.draw(top);
    },
  };
}

export interface TextLook {
  readonly font?: FontName;
  readonly size: number;
  readonly align?: 'left' | 'center';
  /** The edges that it is wrapped between; those of the text area unless said. */
  readonly left?: number;
  readonly right?: number;
}

/** A text, wrapped. */
export function textBlock(canvas: Canvas, text: string, look: TextLook): Block {
  const { area } = canvas.layout;
  const { font = 'regular', size, align = 'left', left = area.left, right = area.right } = look;
  const face = canvas.face(font);
  const lines = face.wrap(text, size, right - left);
  return {
    height: lines.length * lineHeight(size),
    draw: (top) =>
      canvas.lines(
        font,
        size,
        lines.map((line, index) => ({
          line,
          x: align === 'left' ? left : (left + right - line.width) / 2,
          baseline: top + index * lineHeight(size) + face.ascent * size,
        })),
      ),
  };
}

/** A small table on one page, with its header. */
export function tableBlock(table: Table, items: readonly TableItem[]): Block {
  return {
    height: items.reduce((sum, { height }) => sum + height, table.headerHeight),
    draw: (top) => {
      let y = table.drawHeader(top);
      for (const item of items) y = table.draw(item, y);
      table.drawEdges(top, y, 'all');
    },
  };
}
