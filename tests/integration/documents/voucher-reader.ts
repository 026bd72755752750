import type { VoucherKind } from '../../../shared/records/voucher.ts';
import { makeVouchers, type Voucher } from '../../../electron/data/documents/index.ts';
import { sheet } from '../../../electron/data/documents/metrics.ts';
import { vouchersTask } from '../../../electron/data/records/funds/papers-tasks.ts';
import type { FundBench } from './fund-kit.ts';
import { make, readPages, type Item } from './reader.ts';

/** Where a sheet of two copies is cut. */
export const half = sheet.height / 2;

/** Prints vouchers of an office and reads them back. */
export async function printVouchers(
  office: FundBench,
  kind: VoucherKind,
  ids: readonly number[],
  sample = false,
) {
  const { result, pdf } = await office.make(vouchersTask, { kind, ids, title: 'Bản in', sample });
  const pages = await readPages(pdf);
  return { result, pdf, pages };
}

/** The texts of the two copies of a sheet, without the small line below them. */
export function copiesOf(page: readonly Item[] = []): [string, string] {
  const upright = page.filter(({ upright: is, text }) => is && !text.startsWith('Đầu chuỗi'));
  const told = (items: readonly Item[]) => items.map(({ text }) => text).join(' ');
  return [told(upright.filter(({ y }) => y < half)), told(upright.filter(({ y }) => y > half))];
}

/** A voucher that is drawn without any database. */
export function drawVoucher(fontFolder: string, more: Partial<Voucher>) {
  const signers = ['Người nộp', 'Người thu', 'Thủ quỹ', 'Phụ trách'];
  const voucher: Voucher = {
    title: 'Phiếu thu',
    number: 'PT 05/2023',
    day: '2023-03-05',
    issuer: { parent_agency: 'Công an tỉnh', own_agency: 'Công an huyện', address: 'Kỳ Sơn' },
    facts: [],
    amount: 1_000_000,
    goods: [],
    valued: true,
    donors: [],
    reference: null,
    copies: ['Liên 1: Lưu', 'Liên 2: Giao người nộp'],
    signatures: signers.map((title) => ({ titles: [title], name: '' })),
    cancelled: null,
    ...more,
  };
  const data = { title: 'Phiếu thu', vouchers: [voucher], chain_head: 'ab'.repeat(32), sample: false };
  return make((sink) => makeVouchers(data, { fontFolder }, sink));
}
