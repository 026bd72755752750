import { z } from 'zod';
import { valueSchema } from '../records/schema.ts';
import { dateSchema, idSchema, reasonSchema } from './common.ts';
import { dataCall, dataJob } from './define.ts';
import { documentSchema } from './documents.ts';
import { recordSchema } from './records.ts';

/** What is typed of a voucher or of one of its lines; its declaration says what it may be, field by field. */
const values = z.record(z.string(), valueSchema);
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
      values,
      donations: z.array(values).max(1000),
      items: z.array(values).max(200),
      issue: z.boolean().default(false),
    }),
    z.object({ ...version, number: z.int().nullable(), number_year: z.int().nullable() }),
  ),
  'receipts.issue': dataCall({ access: 'records.write' }, z.object(version), issued),
  /** Cancels what was issued: it keeps its number, and a reversal takes it out of the books on that day. */
  'receipts.cancel': dataCall({ access: 'records.void' }, cancelled, saved),
  /**
   * Whether the donor, and each member of a group's list, may be named in public from now on; nothing else of what was
   * issued changes. Members that are not given stay as they are.
   */
  'receipts.consent': dataCall(
    { access: 'records.write' },
    z.object({
      ...version,
      consent: z.boolean(),
      members: z
        .array(z.object({ id: idSchema, consent: z.boolean() }))
        .max(1000)
        .default([]),
      reason: reasonSchema,
    }),
    saved,
  ),
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
      values,
      items: z.array(values).max(200),
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
