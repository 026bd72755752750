import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';
import { lineHeight } from './metrics.ts';
import type { Paper } from './paper.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column, type TableLook } from './table.ts';

/** Money or one kind of goods of a fund, as a line of a summary names it. */
export interface Holding {
  /** "Tiền mặt", "Xi măng" */
  readonly name: string;
  /** Null for money, in đồng; amounts of goods are thousandths of their unit. */
  readonly unit_name: string | null;
}

/** An amount of money or goods as a column of a table says it, without its unit. */
export const amountOf = ({ unit_name }: Pick<Holding, 'unit_name'>, amount: number): string =>
  unit_name === null ? formatNumber(amount) : formatQuantity(amount);

/** The same with its unit: "1.000.000 đ", "20 bao". */
export const amountWithUnit = (holding: Pick<Holding, 'unit_name'>, amount: number): string =>
  `${amountOf(holding, amount)} ${holding.unit_name ?? 'đ'}`;

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
  const row = 2 * lineHeight(look.size ?? 13);
  let top = 0;
  above.finish({
    height: between + table.headerHeight + rowsTogether * row,
    draw: (y) => (top = y + between),
  });
  return { flow: new TableFlow(paper, table, top), table };
}
