import { formatDate, longDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { beside, gap, stack, tableBlock, textBlock, type Block, type TextLook } from './blocks.ts';
import type { Canvas } from './canvas.ts';
import { capitals } from './letterhead.ts';
import { mm } from './metrics.ts';
import { SignatureRow } from './signatures.ts';
import { Table } from './table.ts';
import { goodsColumns, goodsRow, goodsTotal } from './voucher-goods.ts';
import type { Voucher } from './voucher.ts';
import { moneyInWords } from './wording.ts';

/** What stands across a voucher that was cancelled, and on it. */
export const cancelledMark = 'ĐÃ HỦY';
/** What a half of the sheet holds above its small last line. */
const roomOfCopy = mm(126);
/** Sizes that a copy is set in: the first that fits. Goods stand on it as long as they can be read easily. */
const sizes = [13, 12.5, 12, 11.5, 11, 10.5, 10, 9, 8, 7, 6] as const;
const smallestWithGoods = 10;
/** The issuer's share of the head's width. */
const issuerShare = 0.62;

/** The copies of a voucher, laid out alike, and whether its goods did not fit on them. */
export interface LaidCopies {
  readonly copies: readonly Block[];
  readonly goodsInAnnex: boolean;
}

/** Lays the two copies of a voucher out in the largest type in which they fit on half a sheet. */
export function layCopies(canvas: Canvas, voucher: Voucher): LaidCopies {
  const fitting = (size: number, withGoods: boolean) => {
    const copies = voucher.copies.map((copy) => layCopy(canvas, voucher, copy, { size, withGoods }));
    return copies.every(({ height }) => height <= roomOfCopy) ? copies : null;
  };
  for (const size of sizes.filter((each) => each >= smallestWithGoods)) {
    const copies = fitting(size, true);
    if (copies) return { copies, goodsInAnnex: false };
  }
  const goodsInAnnex = voucher.goods.length > 0;
  for (const size of sizes) {
    const copies = fitting(size, false);
    if (copies) return { copies, goodsInAnnex };
  }
  throw new RangeError(`Voucher ${voucher.number} does not fit on half a sheet`);
}

interface CopyLook {
  readonly size: number;
  readonly withGoods: boolean;
}

function layCopy(canvas: Canvas, voucher: Voucher, copy: string, look: CopyLook): Block {
  const { size } = look;
  const small = gap(size * 0.2);
  const text = (line: string, more: Partial<TextLook> = {}) => textBlock(canvas, line, { size, ...more });
  const lines = tellVoucher(voucher, look).flatMap((line) => [text(line), small]);
  const row = new SignatureRow(canvas, voucher.signatures, { size: Math.min(size, 11), gap: size * 4 });
  return stack([
    head(canvas, voucher, copy, size),
    gap(size * 0.7),
    text(capitals(voucher.title), { font: 'bold', size: size + 4, align: 'center' }),
    text(capital(longDate(voucher.day)), { font: 'italic', align: 'center' }),
    ...cancellation(voucher).map((line) => text(line, { font: 'bold', align: 'center' })),
    gap(size * 0.5),
    ...lines,
    ...(look.withGoods && voucher.goods.length > 0
      ? [small, goodsBlock(canvas, voucher, size), small, small]
      : []),
    ...amounts(voucher).flatMap((line) => [text(line, { font: 'boldItalic' }), small]),
    ...(voucher.reference === null ? [] : [text(`Chứng từ gốc kèm theo: ${voucher.reference}`)]),
    gap(size * 0.8),
    { height: row.height, draw: (top: number) => row.draw(top) },
  ]);
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Issuer and address on the left, number and copy on the right. */
function head(canvas: Canvas, voucher: Voucher, copy: string, size: number): Block {
  const { issuer, number } = voucher;
  const { area } = canvas.layout;
  const middle = area.left + area.width * issuerShare;
  const text = (line: string, font: TextLook['font'], right: boolean) =>
    textBlock(canvas, line, {
      size: size - 1,
      ...(font && { font }),
      ...(right ? { left: middle + mm(4) } : { right: middle }),
    });
  const parent = issuer.parent_agency ? [text(capitals(issuer.parent_agency), 'regular', false)] : [];
  const left = [
    ...parent,
    text(capitals(issuer.own_agency), 'bold', false),
    text(`Địa chỉ: ${issuer.address}`, 'regular', false),
  ];
  const right = [text(`Số: ${number}`, 'bold', true), text(copy, 'italic', true)];
  if (voucher.cancelled !== null) right.push(stamp(canvas, middle + mm(4), size));
  return beside([stack(left), stack(right)]);
}

/** A framed mark that cannot be overlooked. */
function stamp(canvas: Canvas, left: number, size: number): Block {
  const text = textBlock(canvas, cancelledMark, { font: 'bold', size: size + 3, left: left + mm(2) });
  const right = left + canvas.face('bold').width(cancelledMark, size + 3) + mm(4);
  const height = text.height + 2;
  return {
    height: height + 4,
    draw: (y) => {
      const [top, bottom] = [y + 3, y + 3 + height];
      text.draw(top + 1);
      for (const edge of [top, bottom]) canvas.rule(left, edge, right, edge, 1.5);
      for (const edge of [left, right]) canvas.rule(edge, top, edge, bottom, 1.5);
    },
  };
}

function cancellation({ number, cancelled }: Voucher): string[] {
  if (cancelled === null) return [];
  return [`${cancelledMark}: phiếu ${number}, ngày ${formatDate(cancelled.on)}. Lý do: ${cancelled.reason}`];
}

/** What a copy says line by line, above its goods. */
function tellVoucher(voucher: Voucher, { withGoods }: CopyLook): string[] {
  const { facts, goods, donors } = voucher;
  const lines = facts.map(([label, text]) => `${label}: ${text}`);
  if (donors.length > 0) lines.push(`Kèm danh sách ${formatNumber(donors.length)} người (phụ lục).`);
  if (goods.length > 0 && !withGoods)
    lines.push(`Hiện vật: kèm danh sách ${formatNumber(goods.length)} mục hiện vật (phụ lục).`);
  return lines;
}

/** The amount in figures and in words; of goods the estimated value. */
function amounts(voucher: Voucher): string[] {
  const { amount } = voucher;
  if (amount === null) return goodsTotal(voucher);
  return [`Số tiền: ${formatMoney(amount)}. Bằng chữ: ${moneyInWords(amount)}.`];
}

function goodsBlock(canvas: Canvas, voucher: Voucher, size: number): Block {
  const table = new Table(canvas, goodsColumns(voucher), { size: size - 1 });
  return tableBlock(
    table,
    voucher.goods.map((each, index) => table.row(goodsRow(voucher, each, index + 1))),
  );
}
