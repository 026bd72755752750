import type { fundCalls } from '../../../../shared/api/funds.ts';
import type { voucherCalls } from '../../../../shared/api/vouchers.ts';
import type { Handlers } from '../../context.ts';
import { localDay } from '../../office/wording.ts';
import { changeBy, changeWithReason } from '../change-by.ts';
import { bookPage } from './book.ts';
import { cancelVoucher, voidVoucher } from './cancel.ts';
import { changeConsent } from './consent.ts';
import { outdatedReconciliations } from './outdated.ts';
import { fundAvailable, fundBalance, fundOverview } from './overview.ts';
import { pageOfVoucher } from './page.ts';
import { reopenFund } from './reopen.ts';
import { fundOf } from './rows.ts';
import { issueVoucher, saveVoucher } from './vouchers.ts';

/** Campaigns: what they hold, their books, and a commander's reopening. */
export const fundHandlers: Handlers<keyof typeof fundCalls> = {
  'funds.balance': ({ fund_id, day }, { office }) =>
    fundBalance(office.database, fundOf(office.database, fund_id).id, day),
  'funds.available': (input, { office }) => {
    fundOf(office.database, input.fund_id);
    return fundAvailable(office.database, input);
  },
  'funds.overview': (_input, { office }) => fundOverview(office.database, localDay(new Date())),
  'funds.book': (input, { office }) => bookPage(office.database, input),
  'reconciliations.outdated': (_input, { office }) => outdatedReconciliations(office.database),
  'funds.reopen': (input, context) => reopenFund(context.office.database, input, changeBy(context)),
};

/** Receipts and payments: drafts with their lines, issued for good, cancelled and reversed. */
export const voucherHandlers: Handlers<keyof typeof voucherCalls> = {
  'receipts.save': (input, context) =>
    saveVoucher(context.office.database, 'receipt', input, changeBy(context)),
  'receipts.issue': (input, context) =>
    issueVoucher(context.office.database, 'receipt', input, changeBy(context)),
  'receipts.cancel': (input, context) =>
    cancelVoucher(context.office.database, 'receipt', input, changeBy(context)),
  'receipts.void': (input, context) =>
    voidVoucher(context.office.database, 'receipt', input, changeWithReason(context, input.reason)),
  'receipts.consent': (input, context) =>
    changeConsent(context.office.database, input, changeWithReason(context, input.reason)),
  'receipts.page': ({ id }, context) => {
    const { voucher, donation, receipt_item } = pageOfVoucher(context, 'receipt', id);
    return { receipt: voucher, donations: donation, items: receipt_item };
  },
  'payments.save': (input, context) =>
    saveVoucher(context.office.database, 'payment', input, changeBy(context)),
  'payments.issue': (input, context) =>
    issueVoucher(context.office.database, 'payment', input, changeBy(context)),
  'payments.cancel': (input, context) =>
    cancelVoucher(context.office.database, 'payment', input, changeBy(context)),
  'payments.void': (input, context) =>
    voidVoucher(context.office.database, 'payment', input, changeWithReason(context, input.reason)),
  'payments.page': ({ id }, context) => {
    const { voucher, payment_item } = pageOfVoucher(context, 'payment', id);
    return { payment: voucher, items: payment_item };
  },
};
