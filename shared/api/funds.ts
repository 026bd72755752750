import { z } from 'zod';
import { countedAccounts } from '../records/reconciliation.ts';
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

/** What may leave one book: of money one row, of goods one an item. */
export const availableSchema = z.object({
  /** Absent for money. */
  item: z.object({ item_id: idSchema, name: z.string(), unit_name: z.string() }).nullable(),
  /** At the end of that day. */
  balance: amountSchema,
  /** The least from that day on: no voucher may take more. */
  available: amountSchema,
  /** The first day on which no more than that is left. */
  least_on: dateSchema,
});

/** A reconciliation whose book is another today than when it was signed. */
export const outdatedSchema = z.object({
  id: idSchema,
  fund_id: idSchema,
  title: z.string(),
  account: z.enum(keysOf(countedAccounts)),
  counted_on: dateSchema,
  counted_amount: amountSchema,
  /** As signed. */
  book_amount: amountSchema,
  /** What the book says today of that day: a voucher was issued or cancelled for it since. */
  book_today: amountSchema,
});

export const fundCalls = {
  'funds.balance': dataCall(
    { access: 'records.read' },
    z.object({ fund_id: idSchema, day: dateSchema }),
    balanceSchema,
  ),
  /** What may leave a fund on a day: what is there then, or less where less is left on a later day. */
  'funds.available': dataCall(
    { access: 'records.read' },
    z.object({ fund_id: idSchema, day: dateSchema, account: accountSchema }),
    z.array(availableSchema),
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
  /** The reconciliations that no longer agree with the book of their day, newest first. */
  'reconciliations.outdated': dataCall({ access: 'records.read' }, z.object({}), z.array(outdatedSchema)),
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
