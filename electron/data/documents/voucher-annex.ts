import { formatDate } from '../../../shared/vietnamese/dates.ts';
import { formatMoney } from '../../../shared/vietnamese/money.ts';
import { formatNumber } from '../../../shared/vietnamese/numbers.ts';
import { closing } from './closing.ts';
import { drawHeading } from './letterhead.ts';
import type { Paper } from './paper.ts';
import { TableFlow } from './table-flow.ts';
import { Table, type Column } from './table.ts';
import { goodsColumns, goodsRow, goodsTotal } from './voucher-goods.ts';
import type { Voucher } from './voucher.ts';
import { moneyInWords } from './wording.ts';

const donorColumns: readonly Column[] = [
  { title: 'STT', width: 15, align: 'center' },
  { title: 'Họ và tên', width: 65, align: 'left' },
  { title: 'Số tiền (đ)', width: 37, align: 'right' },
  { title: 'Công khai tên', width: 23, align: 'center' },
  { title: 'Ký tên', width: 25, align: 'center' },
];

interface Annex {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly sentences: readonly string[];
}

/** Begins on a sheet of its own with page numbers of its own; the first and the second signer of the voucher sign. */
function drawAnnex(paper: Paper, voucher: Voucher, annex: Annex, mark: string | undefined): void {
  paper.beginPart(mark);
  paper.addPage();
  const { canvas } = paper;
  const { title, number, day, issuer, cancelled, signatures } = voucher;
  const heading = {
    title: annex.title,
    subject: `Kèm theo ${title.toLocaleLowerCase('vi')} số ${number}, ngày ${formatDate(day)}`,
    lines: [issuer.own_agency],
    remark: cancelled === null ? undefined : `phiếu đã hủy ngày ${formatDate(cancelled.on)}`,
  };
  const table = new Table(canvas, annex.columns);
  const flow = new TableFlow(paper, table, drawHeading(canvas, heading, canvas.layout.area.top));
  for (const row of annex.rows) flow.add(table.row(row));
  flow.finish(closing(paper, annex.sentences, signatures.slice(0, 2)));
}

/** The list of those who gave through a receipt, with what each of them gave; it adds up to the receipt. */
export function drawDonorAnnex(paper: Paper, voucher: Voucher, mark: string | undefined): void {
  const { donors } = voucher;
  const sum = donors.reduce((all, { amount }) => all + amount, 0);
  const count = formatNumber(donors.length);
  const rows = donors.map(({ name, amount, consent }, index) => [
    formatNumber(index + 1),
    name,
    formatNumber(amount),
    consent ? 'đồng ý' : 'không',
    '',
  ]);
  const sentences = [
    `Danh sách này có ${count} người, tổng số tiền ${formatMoney(sum)}.`,
    `Bằng chữ: ${moneyInWords(sum)}.`,
  ];
  drawAnnex(paper, voucher, { title: 'Danh sách ủng hộ', columns: donorColumns, rows, sentences }, mark);
}

/** The goods of a voucher that holds more of them than its copies have room for. */
export function drawGoodsAnnex(paper: Paper, voucher: Voucher, mark: string | undefined): void {
  const { goods } = voucher;
  const columns = goodsColumns(voucher);
  const rows = goods.map((each, index) => goodsRow(voucher, each, index + 1));
  const sentences = [`Danh sách này có ${formatNumber(goods.length)} mục hiện vật.`, ...goodsTotal(voucher)];
  drawAnnex(paper, voucher, { title: 'Danh sách hiện vật', columns, rows, sentences }, mark);
}
