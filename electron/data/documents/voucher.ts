import type { Sink } from './canvas.ts';
import { mm } from './metrics.ts';
import { Paper, type DocumentOptions } from './paper.ts';
import { drawDonorAnnex, drawGoodsAnnex } from './voucher-annex.ts';
import { cancelledMark, layCopies } from './voucher-copy.ts';
import type { Signature } from './signatures.ts';

/** Goods on a voucher. */
export interface VoucherGoods {
  readonly name: string;
  readonly unit_name: string;
  /** Thousandths of the unit. */
  readonly quantity: number;
  /** đồng; an estimate, and printed as one. Null where none was made. */
  readonly estimated_value: number | null;
}

/** A line of the list that a group pays in by. */
export interface VoucherDonor {
  readonly name: string;
  /** đồng */
  readonly amount: number;
  readonly consent: boolean;
}

/**
 * What a receipt or a payment says: the contents that a voucher must have (Luật Kế toán, Điều 16; TT 41/2022/TT-BTC):
 * name and number, day, who issues it and where, who gives or takes, what for, how much, in figures and words, and
 * who signs.
 */
export interface Voucher {
  /** "Phiếu thu" */
  readonly title: string;
  /** "PT 05/2023" */
  readonly number: string;
  /** ISO date. */
  readonly day: string;
  readonly issuer: {
    readonly parent_agency: string;
    readonly own_agency: string;
    readonly address: string;
  };
  /** Labels and what stands behind them, in order. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** đồng; null for goods. */
  readonly amount: number | null;
  readonly goods: readonly VoucherGoods[];
  /** Whether goods come in (with estimated values) or go out. */
  readonly valued: boolean;
  readonly donors: readonly VoucherDonor[];
  /** Papers that it was made from; null for none. */
  readonly reference: string | null;
  /** What each of the two copies is for: "Liên 1: Lưu", "Liên 2: Giao người nộp". */
  readonly copies: readonly [string, string];
  readonly signatures: readonly Signature[];
  readonly cancelled: { readonly on: string; readonly reason: string } | null;
}

/** Vouchers that are printed in one go. */
export interface VouchersData {
  readonly title: string;
  readonly vouchers: readonly Voucher[];
  /** Head of the audit chain, in hexadecimal. */
  readonly chain_head: string;
  readonly sample: boolean;
}

/** From the top of one half of the sheet to the top of the other, and of their small last lines. */
const halfSheet = mm(148.5);
const tops = [mm(11), halfSheet + mm(11)] as const;
const upperFoot = halfSheet - mm(8);

/** Between the two copies, from edge to edge of what a printer reaches. */
function drawCutLine({ canvas }: Paper): void {
  const dash = mm(2);
  for (let x = mm(8); x < canvas.layout.sheet.width - mm(8); x += 2 * dash)
    canvas.rule(x, halfSheet, x + dash, halfSheet);
}

function drawVoucher(paper: Paper, voucher: Voucher): void {
  const { canvas } = paper;
  paper.beginPart();
  paper.addPage();
  if (voucher.cancelled !== null)
    for (const top of tops) canvas.watermark(cancelledMark, 60, top + halfSheet / 2 - mm(11));
  paper.drawFoot(upperFoot);
  drawCutLine(paper);
  const { copies, goodsInAnnex } = layCopies(canvas, voucher);
  for (const [index, copy] of copies.entries()) copy.draw(tops[index] ?? 0);
  const mark = voucher.cancelled === null ? undefined : cancelledMark;
  if (goodsInAnnex) drawGoodsAnnex(paper, voucher, mark);
  if (voucher.donors.length > 0) drawDonorAnnex(paper, voucher, mark);
}

/**
 * Makes receipts or payments, each on a sheet of its own with its two copies above each other and a line to cut along;
 * what does not fit there follows as an annex. Bytes go to the sink page by page. Fails `cancelled` when asked to stop.
 */
export function makeVouchers(
  data: VouchersData,
  options: DocumentOptions,
  sink: Sink,
): { pages: number; rows: number } {
  const { title, vouchers, chain_head, sample } = data;
  const date = vouchers.at(-1)?.day ?? '1970-01-01';
  const paper = new Paper({ title, date, chainHead: chain_head, sample }, options, sink);
  for (const voucher of vouchers) drawVoucher(paper, voucher);
  paper.canvas.end();
  return { pages: paper.canvas.pages, rows: vouchers.length };
}
