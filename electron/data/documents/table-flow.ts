import type { PageLayout } from './metrics.ts';
import type { Paper } from './paper.ts';
import type { Table, TableItem } from './table.ts';

/** What closes the document and must not be parted: closing sentences and signatures. */
export interface Tail {
  height: number;
  draw: (top: number) => void;
}

/** Rows that the page with the signatures carries at least. */
const rowsWithTail = 2;

/** Items that stay on one page: a heading with its first row, a last row with its subtotal. */
type Chunk = TableItem[];

/**
 * Distributes the items of a table over pages. The last two rows are held back until the tail comes, so that
 * signatures never stand alone; everything before them is drawn at once and forgotten.
 */
export class TableFlow {
  readonly #paper: Paper;
  readonly #table: Table;
  readonly #area: PageLayout['area'];
  #chunks: Chunk[] = [];
  #y: number;
  #stretch: { top: number; kind: TableItem['kind'] } | undefined;

  /** Begins the table at `top` of the present page. */
  constructor(paper: Paper, table: Table, top: number) {
    this.#paper = paper;
    this.#table = table;
    this.#area = paper.canvas.layout.area;
    this.#y = this.#begin(top);
  }

  /** Takes the next item of the table. */
  add(item: TableItem): void {
    const last = this.#chunks.at(-1);
    const before = last?.at(-1);
    const stays =
      (item.kind === 'band' && item.keep === 'previous') ||
      (before?.kind === 'band' && before.keep === 'next');
    if (last && stays) {
      last.push(item);
      return;
    }
    while (this.#chunks.length > 1 && rowsIn(this.#chunks.slice(1)) >= rowsWithTail) this.#placeFirst();
    this.#chunks.push([item]);
  }

  /** Draws what was held back and the tail below it, on one page together wherever they fit. */
  finish(tail: Tail): void {
    const fresh = this.#area.height - this.#table.headerHeight;
    while (this.#chunks.length > 0 && heightOf(this.#chunks) + tail.height > fresh) this.#placeFirst();
    if (heightOf(this.#chunks) + tail.height > this.#room()) {
      // As much as the next page does not need stays here: a header never stands alone where it can be helped.
      while (
        rowsIn(this.#chunks.slice(1)) >= rowsWithTail &&
        heightOf(this.#chunks.slice(0, 1)) <= this.#room()
      )
        this.#placeFirst();
      if (this.#chunks.length > 0) this.#nextPage();
      else this.#nextSheet();
    }
    while (this.#chunks.length > 0) this.#placeFirst();
    this.#closeStretch();
    tail.draw(this.#y);
  }

  #room(): number {
    return this.#area.bottom - this.#y;
  }

  #begin(top: number): number {
    const below = this.#table.drawHeader(top);
    this.#stretch = { top, kind: 'row' };
    return below;
  }

  #placeFirst(): void {
    const chunk = this.#chunks.shift();
    if (!chunk) return;
    if (heightOf([chunk]) > this.#room()) this.#nextPage();
    for (const item of chunk) this.#place(item);
  }

  #place(item: TableItem): void {
    // Only a chunk that is taller than a page gets here without room.
    if (item.height > this.#room()) this.#nextPage();
    if (this.#stretch?.kind !== item.kind) {
      this.#closeStretch();
      this.#stretch = { top: this.#y, kind: item.kind };
    }
    this.#y = this.#table.draw(item, this.#y);
    if (item.kind === 'row') this.#paper.rows += 1;
  }

  #nextPage(): void {
    this.#nextSheet();
    this.#y = this.#begin(this.#y);
  }

  #nextSheet(): void {
    this.#closeStretch();
    this.#paper.addPage();
    this.#y = this.#area.top;
  }

  #closeStretch(): void {
    if (!this.#stretch) return;
    this.#table.drawEdges(this.#stretch.top, this.#y, this.#stretch.kind === 'row' ? 'all' : 'outer');
    this.#stretch = undefined;
  }
}

function rowsIn(chunks: readonly Chunk[]): number {
  let rows = 0;
  for (const chunk of chunks) for (const item of chunk) if (item.kind === 'row') rows += 1;
  return rows;
}

function heightOf(chunks: readonly Chunk[]): number {
  let height = 0;
  for (const chunk of chunks) for (const item of chunk) height += item.height;
  return height;
}
