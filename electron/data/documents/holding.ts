import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity } from '../../../shared/vietnamese/quantity.ts';

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
