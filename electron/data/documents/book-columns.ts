import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import type { BookColumn } from './book-data.ts';
import type { Canvas } from './canvas.ts';
import { mm } from './metrics.ts';
import type { Column } from './table.ts';

/** Sizes that a book is set in: the first that gives every column the room that it needs. */
const sizes = [12, 11, 10, 9] as const;
/** Free space in a cell, in points: what the table leaves on both sides and a little more. */
const around = { left: mm(3.4), center: mm(2.4) } as const;
/** No column of prose or names is narrower than that many times the size; prose has at least its due besides. */
const leastText = 5;
const shareOf = { prose: 1, name: 0.35, word: 0.15, exact: 0 } as const;

const isText = ({ nature }: BookColumn): boolean => nature === 'prose' || nature === 'name';
const alignOf = (column: BookColumn): keyof typeof around => (isText(column) ? 'left' : 'center');
const wordsOf = (text: string): string[] => text.split(/\s+/);

/**
 * What a column needs at least, in points: its heading's longest word, what must stand on one line, and for prose
 * `due`, the width that it would have by the screen's proportions.
 */
function leastWidth(canvas: Canvas, column: BookColumn, size: number, due: number): number {
  const heading = wordsOf(column.title).map((word) => canvas.face('bold').width(word, size));
  const samples = column.samples.map((sample) => canvas.face('regular').width(sample, size));
  const text = isText(column) ? size * leastText : 0;
  const least = Math.max(text, ...heading, ...samples) + around[alignOf(column)];
  return column.nature === 'prose' ? Math.max(least, due) : least;
}

/** Shares out what is left after the least widths, by the widths on the screen. */
function withSpare(columns: readonly BookColumn[], least: readonly number[], whole: number): number[] {
  const weights = columns.map(({ px, nature }) => px * shareOf[nature]);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const needed = least.reduce((sum, width) => sum + width, 0);
  const spare = whole - needed;
  // Where there is not enough even in the smallest type, all give up the same part; words then break.
  if (spare < 0) return least.map((width) => (width * whole) / needed);
  return least.map((width, index) =>
    all > 0 ? width + (spare * (weights[index] ?? 0)) / all : (width * whole) / needed,
  );
}

/** The columns of a book with their widths in mm, the running number first, and the size that they are set in. */
export function bookColumns(
  canvas: Canvas,
  declared: readonly BookColumn[],
  total: number,
): { columns: Column[]; size: number } {
  const number: BookColumn = { title: 'STT', px: 0, nature: 'exact', samples: [formatNumber(total)] };
  const all = [number, ...declared];
  const whole = canvas.layout.area.width;
  const pixels = all.reduce((sum, { px }) => sum + px, 0);
  const leastAt = (size: number) =>
    all.map((column) => leastWidth(canvas, column, size, (column.px / pixels) * whole));
  const fits = (size: number) => leastAt(size).reduce((sum, width) => sum + width, 0) <= whole;
  const size = sizes.find(fits) ?? sizes[sizes.length - 1] ?? 9;
  const widths = withSpare(all, leastAt(size), whole);
  const columns = all.map((column, index) => ({
    title: column.title,
    width: ((widths[index] ?? 0) * 25.4) / 72,
    align: alignOf(column),
  }));
  return { columns, size };
}
