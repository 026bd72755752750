import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import { makeDisclosure, makeFundReport, makeVouchers, writeDocument } from '../../documents/index.ts';
import { type Task, stopIfCancelled, type TaskContext } from '../../jobs/task.ts';
import { agencyOn, onSnapshot } from '../../register/snapshot.ts';
import { fundIn } from './papers-common.ts';
import { disclosureIn, type FundPeriod } from './papers-disclosure.ts';
import { paymentVoucher } from './papers-payment.ts';
import { receiptVoucher } from './papers-receipt.ts';
import { booksIn } from './papers-report.ts';

type Made = { pages: number; rows: number };

const optionsOf = (context: TaskContext) => ({
  fontFolder: context.config.fonts,
  isCancelled: context.cancelled,
});

export interface VouchersJob {
  readonly kind: VoucherKind;
  readonly ids: readonly number[];
  readonly title: string;
  readonly sample: boolean;
  readonly path: string;
}

const voucherOf = { receipt: receiptVoucher, payment: paymentVoucher } as const;

/** Receipts or payments, in the worker, in the order asked for. Fails `invalid` for a draft. */
export const vouchersTask: Task<VouchersJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const vouchers = job.ids.map((id, index) => {
      stopIfCancelled(context);
      context.progress('Đang lập phiếu', index, job.ids.length);
      return voucherOf[job.kind](snapshot, id);
    });
    const { title, sample } = job;
    const data = { title, vouchers, chain_head: snapshot.chainHead, sample };
    return writeDocument(job.path, (sink) => makeVouchers(data, optionsOf(context), sink));
  });

export interface FundPaperJob extends FundPeriod {
  /** ISO date. */
  readonly document_date: string;
  readonly sample: boolean;
  readonly path: string;
}

/** "Danh sách công khai" of a fund, in the worker. Fails `invalid` where nothing came in. */
export const disclosureTask: Task<FundPaperJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const { document_date } = job;
    const data = {
      ...job,
      ...disclosureIn(snapshot, job),
      agency: agencyOn(snapshot, document_date),
      chain_head: snapshot.chainHead,
    };
    return writeDocument(job.path, (sink) => makeDisclosure(data, optionsOf(context), sink));
  });

/** The report of a fund, in the worker. Fails `damaged` where a book does not lead to the balance that is kept. */
export const fundReportTask: Task<FundPaperJob, Made> = (job, context) =>
  onSnapshot(context, (snapshot) => {
    const data = {
      ...job,
      fund: fundIn(snapshot, job.fund_id).title,
      books: booksIn(snapshot, job),
      agency: agencyOn(snapshot, job.document_date),
      chain_head: snapshot.chainHead,
    };
    return writeDocument(job.path, (sink) => makeFundReport(data, optionsOf(context), sink));
  });
