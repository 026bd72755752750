import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { formatQuantity, thousandths } from '../../../shared/vietnamese/quantity.ts';
import type { Column } from './table.ts';
import type { Voucher, VoucherGoods } from './voucher.ts';
import { moneyInWords } from './wording.ts';

type Valued = Pick<Voucher, 'valued'>;

const incoming: readonly Column[] = [
  { title: 'STT', width: 12, align: 'center' },
  { title: 'Tên hiện vật', width: 55, align: 'left' },
  { title: 'ĐVT', width: 17, align: 'center' },
  { title: 'Số lượng', width: 25, align: 'right' },
  { title: 'Đơn giá (ước tính)', width: 27, align: 'right' },
  { title: 'Thành tiền (ước tính)', width: 29, align: 'right' },
];
const outgoing: readonly Column[] = [
  { title: 'STT', width: 12, align: 'center' },
  { title: 'Tên hiện vật', width: 93, align: 'left' },
  { title: 'ĐVT', width: 25, align: 'center' },
  { title: 'Số lượng', width: 35, align: 'right' },
];

/** The columns of a voucher's goods; they make up the 165 mm of an upright sheet. */
export const goodsColumns = ({ valued }: Valued): readonly Column[] => (valued ? incoming : outgoing);

/** đồng a unit, where it is a whole number; else what is near it, and says so. */
function unitPrice({ quantity, estimated_value: value }: VoucherGoods): string {
  if (value === null) return '';
  const exact = (value * thousandths) / quantity;
  return Number.isInteger(exact) ? formatNumber(exact) : `khoảng ${formatNumber(Math.round(exact))}`;
}

/** The cells of goods in such a table. */
export function goodsRow({ valued }: Valued, goods: VoucherGoods, number: number): string[] {
  const { name, unit_name, quantity, estimated_value: value } = goods;
  const cells = [formatNumber(number), name, unit_name, formatQuantity(quantity)];
  return valued ? [...cells, unitPrice(goods), value === null ? '' : formatNumber(value)] : cells;
}

/** What the goods are worth together, in figures and in words, as far as that was estimated; empty for not at all. */
export function goodsTotal({ goods, valued }: Pick<Voucher, 'goods' | 'valued'>): string[] {
  const values = goods.flatMap(({ estimated_value: value }) => (value === null ? [] : [value]));
  if (!valued || values.length === 0) return [];
  const sum = values.reduce((all, value) => all + value, 0);
  const some = values.length < goods.length ? `, của ${formatNumber(values.length)} mục có ước tính` : '';
  return [`Quy ra tiền (ước tính${some}): ${formatMoney(sum)}. Bằng chữ: ${moneyInWords(sum)}.`];
}
