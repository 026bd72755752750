import { lineHeight, textSize } from './metrics.ts';
import type { Paper } from './paper.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column, type TableLook } from './table.ts';

/** Free space between two tables. */
const between = 12;
/** Rows of the second table that stand on the page of its header at least. */
const rowsTogether = 2;

/**
 * Begins a table below another one, on the same page where its header and its first rows have room there; gives its
 * flow.
 */
export function tableBelow(
  paper: Paper,
  above: TableFlow,
  columns: readonly Column[],
  look: TableLook,
): { flow: TableFlow; table: Table } {
  const table = new Table(paper.canvas, columns, look);
  const row = 2 * lineHeight(look.size ?? textSize);
  let top = 0;
  above.finish({
    height: between + table.headerHeight + rowsTogether * row,
    draw: (y) => (top = y + between),
  });
  return { flow: new TableFlow(paper, table, top), table };
}
