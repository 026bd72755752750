import { z } from 'zod';
import { donation } from '../records/donation.ts';
import type { Field } from '../records/field.ts';
import { paymentItem } from '../records/payment-item.ts';
import { payment } from '../records/payment.ts';
import { receiptItem } from '../records/receipt-item.ts';
import { receipt } from '../records/receipt.ts';
import { fieldSchema, valueSchema } from '../records/schema.ts';
import { dateSchema, idSchema, reasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';
import { documentSchema } from './documents.ts';
import { recordSchema } from './records.ts';

type Fields = Readonly<Record<string, Field>>;
const values = z.record(z.string(), valueSchema);

/** The schema of what is typed of a voucher or of one of its lines: every field that the program does not set. */
function typed(fields: Fields, without: readonly string[] = []) {
  const names = Object.keys(fields).filter((name) => !fields[name]?.computed && !without.includes(name));
  const shape = Object.fromEntries(names.map((name) => [name, fieldSchema(fields[name] as Field)]));
  return z.strictObject(shape).pipe(values);
}

const version = { id: idSchema, version: z.int() };
const saved = z.object(version);
/** Absent for a new draft. */
const which = { id: idSchema.optional(), version: z.int().optional() };
const issued = z.object({ ...version, number: z.int(), number_year: z.int() });
const cancelled = z.object({ ...version, cancelled_on: dateSchema, reason: reasonSchema });

export const voucherCalls = {
  /** Saves a draft with its lines in one go; `issue` gives it its number at once. */
  'receipts.save': dataCall(
    { access: 'records.write' },
    z.object({
      ...which,
      values: typed(receipt.fields),
      donations: z.array(typed(donation.fields, ['receipt_id', 'position'])).max(1000),
      items: z.array(typed(receiptItem.fields, ['receipt_id', 'position'])).max(200),
      issue: z.boolean().default(false),
    }),
    z.object({ ...version, number: z.int().nullable(), number_year: z.int().nullable() }),
  ),
  'receipts.issue': dataCall({ access: 'records.write' }, z.object(version), issued),
  /** Cancels what was issued: it keeps its number, and a reversal takes it out of the books on that day. */
  'receipts.cancel': dataCall({ access: 'records.void' }, cancelled, saved),
  'receipts.page': dataCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({ receipt: recordSchema, donations: z.array(recordSchema), items: z.array(recordSchema) }),
  ),
  /** A draft that is not wanted any more. */
  'receipts.void': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: reasonSchema }),
    saved,
  ),
  'payments.save': dataCall(
    { access: 'records.write' },
    z.object({
      ...which,
      values: typed(payment.fields),
      items: z.array(typed(paymentItem.fields, ['payment_id', 'position'])).max(200),
      issue: z.boolean().default(false),
    }),
    z.object({ ...version, number: z.int().nullable(), number_year: z.int().nullable() }),
  ),
  'payments.issue': dataCall({ access: 'records.write' }, z.object(version), issued),
  'payments.cancel': dataCall({ access: 'records.void' }, cancelled, saved),
  'payments.page': dataCall(
    { access: 'records.read' },
    z.object({ id: idSchema }),
    z.object({ payment: recordSchema, items: z.array(recordSchema) }),
  ),
  'payments.void': dataCall(
    { access: 'records.void' },
    z.object({ ...version, reason: reasonSchema }),
    saved,
  ),
};

const made = z.object({ documents: z.array(documentSchema) });

export const fundPaperCalls = {
  /** Receipts, each with its two copies on an A4 sheet, the amount in words and four signatures; lists follow. */
  'receipt_paper.make': dataJob(
    { access: 'documents.make' },
    z.object({ receipt_ids: z.array(idSchema).min(1).max(200) }),
    made,
  ),
  'payment_paper.make': dataJob(
    { access: 'documents.make' },
    z.object({ payment_ids: z.array(idSchema).min(1).max(200) }),
    made,
  ),
  /** "Danh sách công khai": only who has consented is named. */
  'disclosure.make': dataJob(
    { access: 'documents.make' },
    z.object({ fund_id: idSchema, from: dateSchema, to: dateSchema, document_date: dateSchema }),
    made,
  ),
  /** The report of a fund with every receipt and payment, opening + in − out = closing. */
  'fund_report.make': dataJob(
    { access: 'documents.make' },
    z.object({ fund_id: idSchema, from: dateSchema, to: dateSchema, document_date: dateSchema }),
    made,
  ),
};
