import type { Canvas, PlacedLine } from './canvas.ts';
import type { FontName } from './fonts.ts';
import { lineHeight, mm, textSize } from './metrics.ts';
import type { PageLayout } from './metrics.ts';
import type { Line, Typeface } from './typeface.ts';

export interface Column {
  title: string;
  /** Width in millimetres; the columns of a table make up the text area's width. */
  width: number;
  /** Amounts stand at the right, so that their digits lie below each other. */
  align: 'left' | 'center' | 'right';
}

/** A row of cells: lines per column, measured and ready to be drawn. */
export interface RowItem {
  kind: 'row';
  height: number;
  size: number;
  cells: readonly (readonly Line[])[];
  /** Lines of each cell that a stroke goes through, from its first on. */
  struck?: readonly number[];
}

/** What is said of a row below the text of one of its cells; a struck row is struck through but for its number. */
export interface RowMark {
  readonly column: number;
  readonly text: string;
  readonly struck: boolean;
}

/** How a table is set; sizes and heights in points. */
export interface TableLook {
  /** The least height of a row. */
  readonly rowHeight?: number;
  readonly size?: number;
  /** No row is taller: its text is set smaller instead, so that two rows and the signatures fit on a page. */
  readonly tallestRow?: number;
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
  right: { before: mm(0.8), after: mm(1.5) },
} as const;
const padY = 2;
const bandFont: FontName = 'bold';

/** Two such rows and the signatures fit on an upright page. */
const tallestUpright = mm(58);
/** Where a stroke goes through a line, as a share of the size above its baseline. */
const strokeHeight = 0.27;

/** Measures and draws the header, rows and bands of one table; where they go is the pagination's business. */
export class Table {
  readonly #canvas: Canvas;
  readonly #columns: readonly Column[];
  readonly #edges: readonly number[];
  readonly #widths: readonly number[];
  readonly #face: Typeface;
  readonly #area: PageLayout['area'];
  readonly #look: Required<TableLook>;
  readonly #header: RowItem;

  constructor(canvas: Canvas, columns: readonly Column[], look: TableLook = {}) {
    this.#canvas = canvas;
    this.#columns = columns;
    this.#area = canvas.layout.area;
    this.#look = { rowHeight: 0, size: textSize, tallestRow: tallestUpright, ...look };
    const { size } = this.#look;
    this.#widths = columns.map(
      ({ width, align }) => mm(width) - padding[align].before - padding[align].after,
    );
    const edges = [this.#area.left];
    for (const column of columns) edges.push((edges.at(-1) ?? 0) + mm(column.width));
    this.#edges = edges;
    this.#face = canvas.face('regular');
    const bold = canvas.face('bold');
    const cells = columns.map((column, index) => bold.wrap(column.title, size, this.#widths[index] ?? 0));
    this.#header = { kind: 'row', size, cells, height: heightOf(cells, size) + 2 };
  }

  get headerHeight(): number {
    return this.#header.height;
  }

  /** Wraps the texts of a row; one text per column. */
  row(texts: readonly string[], mark?: RowMark, tallest = this.#look.tallestRow): RowItem {
    let { size } = this.#look;
    for (;;) {
      const cells: Line[][] = [];
      for (let index = 0; index < this.#columns.length; index++) {
        cells.push(this.#face.wrap(texts[index] ?? '', size, this.#widths[index] ?? 0));
      }
      const struck = mark?.struck ? cells.map((lines, index) => (index === 0 ? 0 : lines.length)) : undefined;
      if (mark) cells[mark.column]?.push(...this.#face.wrap(mark.text, size, this.#widths[mark.column] ?? 0));
      const height = Math.max(heightOf(cells, size), this.#look.rowHeight);
      if (height <= tallest) return { kind: 'row', size, cells, height, ...(struck && { struck }) };
      size *= 0.85;
    }
  }

  /** A bold line across the table. */
  band(text: string, keep: 'next' | 'previous'): BandItem {
    const { size } = this.#look;
    const lines = this.#canvas.face(bandFont).wrap(text, size, this.#area.width - 2 * padding.left.before);
    return { kind: 'band', keep, lines, height: heightOf([lines], size) };
  }

  /** Draws the header row at `top` with the table's upper line; gives the y below it. */
  drawHeader(top: number): number {
    const { left, right } = this.#area;
    this.#canvas.rule(left, top, right, top);
    return this.#drawCells(this.#header, top, 'bold', true);
  }

  /** Draws a row or band with the line below it; gives the y below it. */
  draw(item: TableItem, top: number): number {
    if (item.kind === 'row') return this.#drawCells(item, top, 'regular', false);
    const { left, right } = this.#area;
    const { size } = this.#look;
    const face = this.#canvas.face(bandFont);
    this.#canvas.lines(bandFont, size, place(item.lines, 'left', left, right, top + padY, size, face));
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
      const placed = place(lines, align, left, right, top + slack, item.size, face);
      this.#canvas.lines(font, item.size, placed);
      this.#strike(placed.slice(0, item.struck?.[index] ?? 0), item.size);
    }
    return this.#underline(top + item.height);
  }

  #strike(placed: readonly PlacedLine[], size: number): void {
    for (const { line, x, baseline } of placed) {
      const y = baseline - size * strokeHeight;
      this.#canvas.rule(x, y, x + line.width, y, 0.75);
    }
  }

  #underline(y: number): number {
    this.#canvas.rule(this.#area.left, y, this.#area.right, y);
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
  align: Column['align'],
  left: number,
  right: number,
  top: number,
  size: number,
  face: Typeface,
): PlacedLine[] {
  const first = top + face.ascent * size + (lineHeight(size) - size * 1.107) / 2;
  return lines.map((line, index) => ({
    line,
    x: startOf(line.width, align, left, right),
    baseline: first + index * lineHeight(size),
  }));
}

function startOf(width: number, align: Column['align'], left: number, right: number): number {
  if (align === 'left') return left + padding.left.before;
  return align === 'right' ? right - padding.right.after - width : (left + right - width) / 2;
}
