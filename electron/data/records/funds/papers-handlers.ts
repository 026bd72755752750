import type { CallOutput, ParsedInput } from '../../../../shared/api.ts';
import type { fundPaperCalls } from '../../../../shared/api/vouchers.ts';
import { fail } from '../../../../shared/failure.ts';
import type { VoucherKind } from '../../../../shared/records/voucher.ts';
import { formatDate } from '../../../../shared/vietnamese/dates.ts';
import { formatNumber } from '../../../../shared/vietnamese/numbers.ts';
import { fileName } from '../../documents/wording.ts';
import type { Handlers, JobContext } from '../../context.ts';
import { allocatePaper, requirePeriod } from '../../register/making.ts';
import { fundIn } from './papers-common.ts';
import { paymentNumber } from './papers-payment.ts';
import { receiptNumber } from './papers-receipt.ts';

type Documents = CallOutput<'receipt_paper.make'>;

const words = { receipt: 'Phiếu thu', payment: 'Phiếu chi' } as const;
const numberOf = { receipt: receiptNumber, payment: paymentNumber } as const;

async function makeVoucherPapers(
  kind: VoucherKind,
  asked: readonly number[],
  context: JobContext,
): Promise<Documents> {
  const { office } = context;
  const ids = [...new Set(asked)];
  const numbers = ids.map((id) => numberOf[kind](office.database, id));
  const [first = ''] = numbers;
  const title =
    ids.length === 1 ? `Bản in phiếu ${first}` : `${words[kind]}: ${formatNumber(ids.length)} phiếu`;
  const { id, path } = allocatePaper(context, 'make_receipt', `${words[kind]} ${numbers.join(', ')}`, title);
  const job = { kind, ids, title, sample: office.sample, path };
  const made = await context.runTask('vouchers', job, context);
  const file_name = `${fileName(ids.length === 1 ? `phieu ${first}` : words[kind])}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

interface FundPaper {
  readonly name: string;
  readonly action: 'make_disclosure' | 'make_fund_report';
  readonly task: 'disclosure' | 'fund_report';
}

async function makeFundPaper(
  { name, action, task }: FundPaper,
  input: ParsedInput<'disclosure.make'>,
  context: JobContext,
): Promise<Documents> {
  const { office } = context;
  requirePeriod(input);
  const fund = fundIn({ reader: office.database }, input.fund_id);
  if (fund.voided_at !== null) fail('not_found', 'Đợt vận động này đã bị hủy. Hãy phục hồi trước.');
  const { from, to } = input;
  const title = `${name}: ${fund.title}, ${formatDate(from)} – ${formatDate(to)}`;
  const { id, path } = allocatePaper(context, action, title);
  const made = await context.runTask(task, { ...input, sample: office.sample, path }, context);
  const file_name = `${fileName(name)}-${from}-${to}.pdf`;
  return { documents: [{ document_id: id, title, file_name, ...made, signed: 0 }] };
}

const disclosure = { name: 'Danh sách công khai', action: 'make_disclosure', task: 'disclosure' } as const;
const report = { name: 'Báo cáo thu, chi quỹ', action: 'make_fund_report', task: 'fund_report' } as const;

/** The papers of funds: receipts, payments, the public list, the report. */
export const fundPaperHandlers: Handlers<keyof typeof fundPaperCalls> = {
  'receipt_paper.make': ({ receipt_ids }, context) => makeVoucherPapers('receipt', receipt_ids, context),
  'payment_paper.make': ({ payment_ids }, context) => makeVoucherPapers('payment', payment_ids, context),
  'disclosure.make': (input, context) => makeFundPaper(disclosure, input, context),
  'fund_report.make': (input, context) => makeFundPaper(report, input, context),
};
