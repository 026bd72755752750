import type { Canvas, PlacedLine } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { area, lineHeight, mm, textSize } from './metrics.ts';
import type { Line, Typeface } from './typeface.ts';

export interface Column {
  title: string;
  /** Width in millimetres; the columns of a table make up the text area's 165 mm. */
  width: number;
  align: 'left' | 'center';
}

/** A row of cells: lines per column, measured and ready to be drawn. */
export interface RowItem {
  kind: 'row';
  height: number;
  size: number;
  cells: readonly (readonly Line[])[];
}

/** A line of text across the whole table: a group's heading or its subtotal. */
export interface BandItem {
  kind: 'band';
  height: number;
  lines: readonly Line[];
  /** A heading stays with what follows it, a subtotal with what stands before it. */
  keep: 'next' | 'previous';
}

export type TableItem = RowItem | BandItem;

/** Free space beside a cell's text: centred columns hold dates and numbers of known width, with room around them. */
const padding = {
  left: { before: mm(2), after: mm(1.2) },
  center: { before: mm(0.5), after: mm(0.5) },
} as const;
const padY = 2;
const bandFont: FontName = 'bold';

/** No row is taller: its text is set smaller instead, so that two rows and the signatures fit on a page. */
const tallestRow = mm(58);

/** Measures and draws the header, rows and bands of one table; where they go is the pagination's business. */
export class Table {
  readonly #canvas: Canvas;
  readonly #columns: readonly Column[];
  readonly #edges: readonly number[];
  readonly #widths: readonly number[];
  readonly #face: Typeface;
  readonly #rowHeight: number;
  readonly #header: RowItem;

  /** `rowHeight` is the least height of a row in points. */
  constructor(canvas: Canvas, columns: readonly Column[], rowHeight = 0) {
    this.#canvas = canvas;
    this.#columns = columns;
    this.#rowHeight = rowHeight;
    this.#widths = columns.map(
      ({ width, align }) => mm(width) - padding[align].before - padding[align].after,
    );
    const edges = [area.left];
    for (const column of columns) edges.push((edges.at(-1) ?? 0) + mm(column.width));
    this.#edges = edges;
    this.#face = canvas.face('regular');
    const bold = canvas.face('bold');
    const cells = columns.map((column, index) => bold.wrap(column.title, textSize, this.#widths[index] ?? 0));
    this.#header = { kind: 'row', size: textSize, cells, height: heightOf(cells, textSize) + 2 };
  }

  get headerHeight(): number {
    return this.#header.height;
  }

  /** Wraps the texts of a row; one text per column. */
  row(texts: readonly string[]): RowItem {
    let size = textSize;
    for (;;) {
      const cells: Line[][] = [];
      for (let index = 0; index < this.#columns.length; index++) {
        cells.push(this.#face.wrap(texts[index] ?? '', size, this.#widths[index] ?? 0));
      }
      const height = heightOf(cells, size);
      if (height <= tallestRow)
        return { kind: 'row', size, cells, height: Math.max(height, this.#rowHeight) };
      size *= 0.85;
    }
  }

  /** A bold line across the table. */
  band(text: string, keep: 'next' | 'previous'): BandItem {
    const lines = this.#canvas.face(bandFont).wrap(text, textSize, area.width - 2 * padding.left.before);
    return { kind: 'band', keep, lines, height: heightOf([lines], textSize) };
  }

  /** Draws the header row at `top` with the table's upper line; gives the y below it. */
  drawHeader(top: number): number {
    this.#canvas.rule(area.left, top, area.right, top);
    return this.#drawCells(this.#header, top, 'bold', true);
  }

  /** Draws a row or band with the line below it; gives the y below it. */
  draw(item: TableItem, top: number): number {
    if (item.kind === 'row') return this.#drawCells(item, top, 'regular', false);
    const placed = place(
      item.lines,
      'left',
      area.left,
      area.right,
      top + padY,
      textSize,
      this.#canvas.face(bandFont),
    );
    this.#canvas.lines(bandFont, textSize, placed);
    return this.#underline(top + item.height);
  }

  /** Draws the lines between columns for a stretch of rows, or only the outer edges for bands. */
  drawEdges(top: number, bottom: number, which: 'all' | 'outer'): void {
    const last = this.#edges.length - 1;
    for (const [index, x] of this.#edges.entries()) {
      if (which === 'all' || index === 0 || index === last) this.#canvas.rule(x, top, x, bottom);
    }
  }

  #drawCells(item: RowItem, top: number, font: FontName, centred: boolean): number {
    const face = this.#canvas.face(font);
    for (let index = 0; index < item.cells.length; index++) {
      const lines = item.cells[index];
      if (!lines || lines.length === 0) continue;
      const left = this.#edges[index] ?? 0;
      const right = this.#edges[index + 1] ?? 0;
      const slack = (item.height - lines.length * lineHeight(item.size)) / 2;
      const align = centred ? 'center' : (this.#columns[index]?.align ?? 'left');
      this.#canvas.lines(font, item.size, place(lines, align, left, right, top + slack, item.size, face));
    }
    return this.#underline(top + item.height);
  }

  #underline(y: number): number {
    this.#canvas.rule(area.left, y, area.right, y);
    return y;
  }
}

function heightOf(cells: readonly (readonly Line[])[], size: number): number {
  let most = 1;
  for (const lines of cells) if (lines.length > most) most = lines.length;
  return most * lineHeight(size) + 2 * padY;
}

function place(
  lines: readonly Line[],
  align: 'left' | 'center',
  left: number,
  right: number,
  top: number,
  size: number,
  face: Typeface,
): PlacedLine[] {
  const first = top + face.ascent * size + (lineHeight(size) - size * 1.107) / 2;
  return lines.map((line, index) => ({
    line,
    x: align === 'left' ? left + padding.left.before : (left + right - line.width) / 2,
    baseline: first + index * lineHeight(size),
  }));
}
