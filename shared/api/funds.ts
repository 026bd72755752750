import { z } from 'zod';
import { accounts, voucherKinds } from '../records/voucher.ts';
import { countSchema, dateSchema, idSchema, keysOf, reasonSchema } from './common.ts';
import { dataCall } from './define.ts';

const accountSchema = z.enum(keysOf(accounts));
/** đồng, or thousandths of a unit of goods. */
const amountSchema = z.int();

/** What a fund holds at the end of a day. */
export const balanceSchema = z.object({
  /** đồng */
  cash: amountSchema,
  /** đồng */
  bank: amountSchema,
  goods: z.array(
    z.object({ item_id: idSchema, name: z.string(), unit_name: z.string(), quantity: amountSchema }),
  ),
});

/** One line of a book: what came in or went out, and what was there after it. */
export const bookRowSchema = z.object({
  entry_id: idSchema,
  day: dateSchema,
  voucher: z.enum(voucherKinds),
  voucher_id: idSchema,
  /** "PT 05/2023" */
  number: z.string(),
  /** Donor or payee; a donor who does not want to be named is "Nhà hảo tâm". */
  name: z.string(),
  content: z.string(),
  /** Below zero where a cancelled receipt is reversed. */
  received: amountSchema,
  paid: amountSchema,
  reversal: z.boolean(),
  balance: amountSchema,
});

export const fundCalls = {
  'funds.balance': dataCall(
    { access: 'records.read' },
    z.object({ fund_id: idSchema, day: dateSchema }),
    balanceSchema,
  ),
  /** Every campaign with what it took in, spent and has left today, newest first. */
  'funds.overview': dataCall(
    { access: 'records.read' },
    z.object({}),
    z.array(
      z.object({
        fund_id: idSchema,
        title: z.string(),
        opens_on: dateSchema,
        /** The last day that takes something in; null where no day was set. */
        last_day: dateSchema.nullable(),
        open: z.boolean(),
        target_amount: amountSchema.nullable(),
        received: amountSchema,
        paid: amountSchema,
        cash: amountSchema,
        bank: amountSchema,
        drafts: countSchema,
      }),
    ),
  ),
  /** A stretch of the book of an account (of one kind of goods): opening + in − out = closing. */
  'funds.book': dataCall(
    { access: 'records.read' },
    z.object({
      fund_id: idSchema,
      account: accountSchema,
      /** The goods; absent for money. */
      item_id: idSchema.optional(),
      from: dateSchema,
      to: dateSchema,
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      limit: z.int().min(1).max(200).default(100),
    }),
    z.object({
      opening: amountSchema,
      received: amountSchema,
      paid: amountSchema,
      closing: amountSchema,
      rows: z.array(bookRowSchema),
      next: z.string().nullable(),
    }),
  ),
  /** Lets a campaign take something in until a later day; a commander's decision with a reason. */
  'funds.reopen': dataCall(
    { access: 'fund.reopen' },
    z.object({ id: idSchema, version: z.int(), until: dateSchema, reason: reasonSchema }),
    z.object({ version: z.int() }),
  ),
};
